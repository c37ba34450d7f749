package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.InventoryManagement;
import java.time.Clock;
import java.time.Duration;

/**
 * What the rules depend on.
 *
 * @param clock the only source of the time that rules look at
 * @param seed where all ids, names and dice come from
 * @param lobbyFillTime how long a lobby waits before bots take the free places
 * @param botInterval how often a bot of a board moves; zero for never
 * @param inventory who keeps the holdings
 * @param liveKey whether the SDK key belongs to a live environment
 * @param gifting whether friends may give each other anything
 * @param keepsStampedKey whether an idempotency key in a player's metadata stays there
 */
public record Settings(
        Clock clock,
        long seed,
        Duration lobbyFillTime,
        Duration botInterval,
        InventoryManagement inventory,
        boolean liveKey,
        boolean gifting,
        boolean keepsStampedKey) {
    /** Whether holdings are kept here at all. */
    public boolean keepsHoldings() {
        return inventory != InventoryManagement.STUDIO;
    }
}
