package io.kraty.sdk.internal.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads with a name: a {@code main} that used the SDK ends by itself, and a thread dump says whose they are. */
public final class Threads {
    private static final int IDLE_SECONDS = 5;
    private static final int MOST = 64;

    private Threads() {}

    /** Makes threads called {@code kraty-<role>-<n>}. */
    public static ThreadFactory named(String role) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "kraty-" + role + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** One thread for what happens later; it ends after a few idle seconds. */
    public static ScheduledExecutorService timer(String role) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named(role));
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /**
     * As many threads as there is work at a time, but 64 at most; each ends after a few idle seconds. Work that comes beyond is
     * done on the thread that brings it, which slows down whoever asks for so much; after the end it is refused.
     */
    public static ExecutorService pool(String role) {
        return new ThreadPoolExecutor(
                0, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named(role), (work, pool) -> {
                    if (pool.isShutdown()) {
                        throw new RejectedExecutionException("closed");
                    }
                    work.run();
                });
    }
}
