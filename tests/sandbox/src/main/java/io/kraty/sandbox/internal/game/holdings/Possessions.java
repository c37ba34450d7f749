package io.kraty.sandbox.internal.game.holdings;

import io.kraty.sandbox.ResourceKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What one player has of each thing, and how often that changed. */
final class Possessions {
    /** By item key. */
    private final Map<String, Holding> items = new LinkedHashMap<>();
    /** By economy key. */
    private final Map<String, Holding> balances = new LinkedHashMap<>();

    private long changes;

    long amount(ResourceKind kind, String key) {
        @Nullable Holding holding = of(kind).get(key);
        return holding == null ? 0 : holding.amount();
    }

    /** In the order in which the player came to have them. */
    void each(ResourceKind kind, BiConsumer<String, Holding> action) {
        of(kind).forEach(action);
    }

    /** Makes the holding exist, at zero. */
    Holding open(ResourceKind kind, String key, Instant now) {
        return of(kind).computeIfAbsent(key, any -> new Holding(now));
    }

    /** Makes a change; how many there were with this one. */
    long change(ResourceKind kind, String key, long delta, Instant now) {
        open(kind, key, now).change(delta, now);
        return ++changes;
    }

    private Map<String, Holding> of(ResourceKind kind) {
        return kind == ResourceKind.ITEM ? items : balances;
    }
}
