package io.kraty.benchmark.outage;

import io.kraty.sdk.internal.concurrent.Timer;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/** The time of a simulation, and its dice. */
final class Clock implements Timing {
    private final SplittableRandom dice;
    private long nanos;

    Clock(long seed) {
        this.dice = new SplittableRandom(seed);
    }

    void set(long time) {
        nanos = time;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public double random() {
        return dice.nextDouble();
    }

    /** A time from one event to the next of those that happen so often on average, and know nothing of each other. */
    long untilNext(Duration average) {
        return (long) (-Math.log1p(-dice.nextDouble()) * average.toNanos());
    }

    @Override
    public void sleep(Duration duration, CountDownLatch stop) {
        throw new UnsupportedOperationException("nobody sleeps in a simulation");
    }

    @Override
    public Timer timer() {
        throw new UnsupportedOperationException("nobody sleeps in a simulation");
    }
}
