package io.kraty.sdk.internal.board;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How much of each thing a player holds, from reads and from pushes that are newer. Not thread-safe.
 *
 * @param <H> the holding of one thing
 */
final class Amounts<H> {
    private final Function<H, String> keyOf;
    private final ToLongFunction<H> amountOf;
    private final BiFunction<@Nullable H, Change, @Nullable H> changed;
    private final Map<String, H> held = new HashMap<>();
    private final Map<String, Change> pushes = new HashMap<>();
    private boolean isRead;

    /**
     * A change, as it was pushed.
     *
     * @param amount how much there is now
     * @param number which push it was
     */
    record Change(
            String key, long delta, long amount, @Nullable Instant at, long number) {}

    /** None; {@code changed} makes a holding of the one before, if there was one, and a change: null for none left. */
    Amounts(
            Function<H, String> keyOf,
            ToLongFunction<H> amountOf,
            BiFunction<@Nullable H, Change, @Nullable H> changed) {
        this.keyOf = keyOf;
        this.amountOf = amountOf;
        this.changed = changed;
    }

    Map<String, H> held() {
        return held;
    }

    /** Takes over what is held now. Whether it follows from what was held before: otherwise a push was lost, or is late. */
    boolean push(Change change) {
        Change last = pushes.get(change.key());
        if (last != null && isBefore(change, last)) {
            return false; // overtaken by a newer one
        }
        pushes.put(change.key(), change);
        if (!isRead) {
            return true;
        }
        H before = held.get(change.key());
        long had = before == null ? 0 : amountOf.applyAsLong(before);
        enter(change);
        boolean isLater = last == null || isBefore(last, change); // two of one moment may come in the wrong order
        return isLater && (had == change.amount() || had + change.delta() == change.amount());
    }

    private static boolean isBefore(Change one, Change other) {
        return one.at() != null && other.at() != null && one.at().isBefore(other.at());
    }

    /** Everything was read; pushes after the {@code begun}th are newer. */
    void read(List<H> all, long begun) {
        isRead = true;
        held.clear();
        all.forEach(holding -> held.put(keyOf.apply(holding), holding));
        pushes.values().removeIf(push -> push.number() <= begun);
        pushes.values().forEach(this::enter);
    }

    private void enter(Change change) {
        H now = changed.apply(held.get(change.key()), change);
        if (now == null) {
            held.remove(change.key());
        } else {
            held.put(change.key(), now);
        }
    }
}
