package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What is left of the time for a whole call, by a clock that only goes forward. */
final class Deadline {
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Timing timing;
    private final long start;
    private final @Nullable Duration total;

    private Deadline(Timing timing, @Nullable Duration total) {
        this.timing = timing;
        this.start = timing.nanoTime();
        this.total = total;
    }

    /** Starts now; null means no limit. */
    static Deadline in(@Nullable Duration total, Timing timing) {
        return new Deadline(timing, total);
    }

    /** The time for the next attempt: its own limit, or what is left if that is less. */
    Duration shrink(Duration limit) {
        if (total == null) {
            return limit;
        }
        Duration left = left(total);
        Duration shorter = left.compareTo(limit) < 0 ? left : limit;
        return shorter.compareTo(LEAST) < 0 ? LEAST : shorter;
    }

    /** Whether a wait leaves anything for the attempt after it. */
    boolean allows(Duration wait) {
        return total == null || wait.compareTo(left(total)) < 0;
    }

    /** What is left; without end if there is no limit. */
    Duration left() {
        return total == null ? ChronoUnit.FOREVER.getDuration() : left(total);
    }

    private Duration left(Duration total) {
        return total.minusNanos(timing.nanoTime() - start);
    }
}
