package io.kraty.sandbox.internal.definition;

import io.kraty.sandbox.InventoryManagement;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole game.
 *
 * @param inventory who keeps the holdings
 * @param liveKey whether the SDK key belongs to a live environment
 * @param botInterval how often a bot of a board moves; zero for never
 * @param grantLifetime how long a grant waits to be collected, unless it says otherwise; null for as long as it takes
 * @param presenceLifetime how long a heartbeat counts
 * @param rateLimit how many requests the key is good for; null for any number
 * @param zone where the game's days begin: those of daily quotas and of boards
 */
public record SettingsDefinition(
        InventoryManagement inventory,
        boolean liveKey,
        Duration botInterval,
        @Nullable Duration grantLifetime,
        Duration presenceLifetime,
        @Nullable RateLimit rateLimit,
        ZoneId zone) {
    /** Whether holdings are kept here at all. */
    public boolean keepsHoldings() {
        return inventory != InventoryManagement.STUDIO;
    }

    /** The same with holdings that somebody else keeps. */
    public SettingsDefinition withInventory(InventoryManagement other) {
        return new SettingsDefinition(other, liveKey, botInterval, grantLifetime, presenceLifetime, rateLimit, zone);
    }

    /** The same with a key of another kind. */
    public SettingsDefinition withLiveKey(boolean other) {
        return new SettingsDefinition(inventory, other, botInterval, grantLifetime, presenceLifetime, rateLimit, zone);
    }

    /** The same with bots that move at another pace. */
    public SettingsDefinition withBotInterval(Duration other) {
        return new SettingsDefinition(inventory, liveKey, other, grantLifetime, presenceLifetime, rateLimit, zone);
    }
}
