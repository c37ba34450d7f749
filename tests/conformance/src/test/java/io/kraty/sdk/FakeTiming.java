package io.kraty.sdk;

import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Time and chance that a test owns: sleeping takes none, and is written down. */
public final class FakeTiming implements Timing {
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private volatile Instant now = Instant.parse("2026-09-01T12:00:00Z");
    private volatile double random = 0.5;

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration, CountDownLatch stop) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(duration);
        advance(duration);
    }

    @Override
    public double random() {
        return random;
    }

    /** Every sleep so far, in order. */
    public List<Duration> sleeps() {
        return sleeps;
    }

    /** Moves the clock that only goes forward. */
    public void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    /** Sets the wall clock. */
    public void now(Instant instant) {
        now = instant;
    }

    /** What chance says from now on; 0.5, which means no jitter, unless set. */
    public void random(double value) {
        random = value;
    }
}
