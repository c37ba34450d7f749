package io.kraty.sdk.internal.concurrent;

import io.kraty.api.runtime.Checks;
import java.time.Duration;

/** Durations without an end in practice ("for ever") as numbers that clocks and sockets take. */
public final class Durations {
    private static final Duration MOST_NANOS = Duration.ofNanos(Long.MAX_VALUE);
    private static final Duration MOST_SOCKET = Duration.ofMillis(Integer.MAX_VALUE);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private Durations() {}

    /**
     * The same duration, if it is one to wait for.
     *
     * @throws IllegalArgumentException naming it if it is under 1 ms
     */
    public static Duration positive(String name, Duration value) {
        if (Checks.present(name, value).compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(name + ": must be at least 1 ms, was " + value);
        }
        return value;
    }

    /** In nanoseconds; 292 years if it is longer. */
    public static long nanos(Duration duration) {
        return duration.compareTo(MOST_NANOS) < 0 ? duration.toNanos() : Long.MAX_VALUE;
    }

    /** As long as a socket can wait, which is 24 days. */
    public static Duration socket(Duration duration) {
        return duration.compareTo(MOST_SOCKET) < 0 ? duration : MOST_SOCKET;
    }
}
