package io.kraty.sdk.internal.concurrent;

import java.time.Duration;

/** An interval that grows while nothing happens. Not thread-safe. */
public final class Interval {
    private static final double SPREAD = 0.1;

    private final Duration start;
    private final double grow;
    private final Duration max;
    private Duration current;

    /** Starts at {@code start}, grows by the factor {@code grow} up to {@code max}. */
    public Interval(Duration start, double grow, Duration max) {
        this.start = start;
        this.grow = grow;
        this.max = max;
        this.current = start;
    }

    /** Nothing happened. */
    public void grow() {
        double grown = Math.min(Durations.nanos(current) * grow, (double) Durations.nanos(max));
        current = Duration.ofNanos((long) grown);
    }

    /** Something happened. */
    public void reset() {
        current = start;
    }

    /** The interval. */
    public Duration current() {
        return current;
    }

    /** The interval, up to a tenth longer or shorter. */
    public Duration spread(double random) {
        return Duration.ofNanos((long) (Durations.nanos(current) * (1 + (2 * random - 1) * SPREAD)));
    }
}
