package io.kraty.sandbox.internal.game.players;

import io.kraty.sandbox.internal.definition.PlayerDefinition;

/** What follows where somebody comes into the game. So whoever knows the players need not know what they have. */
public interface Arrivals {
    /** The player is known from now on, and has nothing. */
    void arrived(Player player);

    /** The player, who has arrived, came by themselves. */
    void welcomed(Player player);

    /** The player, who has arrived, is there from the start, with what the game gives them. */
    void equipped(Player player, PlayerDefinition definition);
}
