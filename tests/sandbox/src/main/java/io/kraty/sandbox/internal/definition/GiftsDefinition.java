package io.kraty.sandbox.internal.definition;

import io.kraty.api.model.GiftableResource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What friends may give each other.
 *
 * @param enabled whether anything at all
 * @param cooldown how long a player waits between two gifts to the same friend; zero for not at all
 * @param dailyLimit how many gifts a player may send within 24 hours; null for any number
 * @param lifetime how long a gift waits to be claimed
 * @param resources what can be given
 */
public record GiftsDefinition(
        boolean enabled,
        Duration cooldown,
        @Nullable Integer dailyLimit,
        Duration lifetime,
        List<GiftableResource> resources) {
    /** The same, switched on or off. */
    public GiftsDefinition withEnabled(boolean other) {
        return new GiftsDefinition(other, cooldown, dailyLimit, lifetime, resources);
    }
}
