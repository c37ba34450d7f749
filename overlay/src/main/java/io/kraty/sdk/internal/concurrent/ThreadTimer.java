package io.kraty.sdk.internal.concurrent;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Real time, on a thread that ends after a few idle seconds. */
final class ThreadTimer implements Timer {
    private final ScheduledExecutorService thread = Threads.timer("timer");

    @Override
    public Runnable after(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> later = thread.schedule(task, Durations.nanos(delay), TimeUnit.NANOSECONDS);
            return () -> later.cancel(false);
        } catch (RejectedExecutionException e) { // closed
            return () -> {};
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
