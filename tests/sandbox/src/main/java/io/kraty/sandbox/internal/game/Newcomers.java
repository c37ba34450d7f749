package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.definition.PlayerDefinition;
import io.kraty.sandbox.internal.game.grants.Grants;
import io.kraty.sandbox.internal.game.holdings.Change;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Arrivals;
import io.kraty.sandbox.internal.game.players.Player;

/** Gives newcomers what they have to begin with. Who is there from the start has what they have, and no welcome. */
final class Newcomers implements Arrivals {
    private final GameDefinition game;
    private final Holdings holdings;
    private final Grants grants;

    Newcomers(GameDefinition game, Holdings holdings, Grants grants) {
        this.game = game;
        this.holdings = holdings;
        this.grants = grants;
    }

    @Override
    public void arrived(Player player) {
        game.economyKeys().forEach(key -> holdings.open(player, ResourceKind.BALANCE, key));
    }

    @Override
    public void welcomed(Player player) {
        grants.give(player, game.welcome(), "welcome", null, null);
    }

    @Override
    public void equipped(Player player, PlayerDefinition definition) {
        definition.items().forEach((key, amount) -> has(player, ResourceKind.ITEM, key, amount));
        definition.balances().forEach((key, amount) -> has(player, ResourceKind.BALANCE, key, amount));
    }

    private void has(Player player, ResourceKind kind, String key, long amount) {
        if (amount > 0) {
            holdings.change(player, new Change(kind, key, amount, "initial", ChangeOrigin.ADMIN, null));
        }
    }
}
