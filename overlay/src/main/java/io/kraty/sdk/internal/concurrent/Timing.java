package io.kraty.sdk.internal.concurrent;

import java.time.Duration;
import java.time.Instant;

/** Time and chance, in one place, so that tests can own them. */
public interface Timing {
    /** A clock that only goes forward, in nanoseconds from an arbitrary start. */
    long nanoTime();

    /** The wall clock. */
    Instant now();

    /** Waits, or leaves at once when the thread is interrupted. */
    void sleep(Duration duration) throws InterruptedException;

    /** Uniform in [0, 1). */
    double random();

    /** The real ones. */
    static Timing system() {
        return SystemTiming.INSTANCE;
    }
}
