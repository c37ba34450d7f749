package io.kraty.sandbox.internal.game.holdings;

import io.kraty.api.model.InventoryEvent;

/** Where the news of what a player has go. Called with the lock of the world held, so it must not block. */
public interface HoldingsFeed {
    /** Something of the player's changed, or waits for them. */
    void publish(String externalPlayerId, InventoryEvent event);
}
