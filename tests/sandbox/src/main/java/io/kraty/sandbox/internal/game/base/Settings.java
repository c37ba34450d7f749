package io.kraty.sandbox.internal.game.base;

import io.kraty.sandbox.InventoryManagement;
import io.kraty.sandbox.internal.definition.SettingsDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the rules depend on.
 *
 * @param clock the only source of the time that rules look at
 * @param seed where all ids, names and dice come from
 * @param keepsStampedKey whether an idempotency key in a player's metadata stays there
 * @param game what the studio configured
 */
public record Settings(Clock clock, long seed, boolean keepsStampedKey, SettingsDefinition game) {
    /** Whether holdings are kept here at all. */
    public boolean keepsHoldings() {
        return game.keepsHoldings();
    }

    public InventoryManagement inventory() {
        return game.inventory();
    }

    public boolean liveKey() {
        return game.liveKey();
    }

    public Duration botInterval() {
        return game.botInterval();
    }

    public @Nullable Duration grantLifetime() {
        return game.grantLifetime();
    }

    public Duration presenceLifetime() {
        return game.presenceLifetime();
    }

    public ZoneId zone() {
        return game.zone();
    }
}
