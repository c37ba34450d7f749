package io.kraty.sdk.internal.concurrent;

import java.time.Duration;

/** Does things later, one after the other, on one thread of its own, so they must not take long. */
public interface Timer extends AutoCloseable {
    /**
     * Does {@code task} when {@code delay} is over.
     *
     * @return forgets it, if it is not under way yet
     */
    Runnable after(Duration delay, Runnable task);

    /** Forgets everything, and ends its thread. Later tasks are never done. */
    @Override
    void close();
}
