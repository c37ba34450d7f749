package io.kraty.sdk.internal.concurrent;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Time and chance, in one place, so that tests can own them. */
public interface Timing {
    /** A clock that only goes forward, in nanoseconds from an arbitrary start. */
    long nanoTime();

    /** The wall clock. */
    Instant now();

    /** Waits until {@code duration} is over or {@code stop} is given; leaves at once when the thread is interrupted. */
    void sleep(Duration duration, CountDownLatch stop) throws InterruptedException;

    /** Waits, or leaves at once when the thread is interrupted. */
    default void sleep(Duration duration) throws InterruptedException {
        sleep(duration, new CountDownLatch(1));
    }

    /** A timer of its own, which the caller closes. */
    Timer timer();

    /** Uniform in [0, 1). */
    double random();

    /** The real ones. */
    static Timing system() {
        return SystemTiming.INSTANCE;
    }
}
