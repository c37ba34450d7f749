package io.kraty.sdk.wire;

import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only while somebody sleeps, and chance that is not one. */
public final class FakeTiming implements Timing {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Duration> begun = new LinkedBlockingQueue<>();
    private final Semaphore permits;
    private volatile double random = 0.5;

    private FakeTiming(int permits) {
        this.permits = new Semaphore(permits);
    }

    /** Sleeps take no time. */
    public static FakeTiming flowing() {
        return new FakeTiming(Integer.MAX_VALUE / 2);
    }

    /** Each sleep lasts until {@link #wake} is called, or the sleeper is stopped. */
    public static FakeTiming stepped() {
        return new FakeTiming(0);
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(nanos.get());
    }

    @Override
    public void sleep(Duration duration, CountDownLatch stop) throws InterruptedException {
        sleeps.add(duration);
        begun.add(duration);
        while (!permits.tryAcquire(2, TimeUnit.MILLISECONDS)) {
            if (stop.getCount() == 0) {
                return;
            }
        }
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public double random() {
        return random;
    }

    public FakeTiming random(double value) {
        random = value;
        return this;
    }

    /** Lets time pass without anybody asleep. */
    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    /** Ends the sleep under way, or the next one. */
    public void wake() {
        permits.release();
    }

    /** Waits until somebody sleeps, and says for how long. */
    public Duration awaitSleep() throws InterruptedException {
        Duration next = begun.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nobody went to sleep");
        }
        return next;
    }

    /** All sleeps so far. */
    public List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }

    /** How far the clock went. */
    public Duration elapsed() {
        return Duration.ofNanos(nanos.get());
    }
}
