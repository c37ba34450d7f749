package io.kraty.sdk.internal.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Daemon threads with a name: a {@code main} that used the SDK ends by itself, and a thread dump says whose they are. */
public final class Threads {
    private static final int IDLE_SECONDS = 5;
    private static final int MOST = 64;
    private static final int MOST_WAITING = 256;
    // From here on no lock holds a virtual thread on its carrier. Before, a call that waits for a socket within one
    // would.
    private static final int FREE_OF_PINNING = 24;

    private Threads() {}

    /** Makes threads called {@code kraty-<role>-<n>}. */
    public static ThreadFactory named(String role) {
        return new Named(role, new AtomicInteger());
    }

    // Not a lambda: a process that has none until it has made a client starts sooner.
    private record Named(String role, AtomicInteger number) implements ThreadFactory {
        @Override
        public Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "kraty-" + role + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
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

    /** As many threads as there is work at a time, without a limit; each ends after a few idle seconds. */
    public static ExecutorService unlimited(String role) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named(role));
    }

    /**
     * For work that mostly waits, and for as much of it as there is: virtual threads where they are free of pinning (from JDK
     * 24), else platform threads, 256 at most, beyond which work waits for its turn; each ends after a few idle seconds.
     */
    public static ExecutorService waiting(String role) {
        ExecutorService virtual = virtual(role);
        if (virtual != null) {
            return virtual;
        }
        Queue queue = new Queue();
        return new ThreadPoolExecutor(
                0, MOST_WAITING, IDLE_SECONDS, TimeUnit.SECONDS, queue, named(role), (work, pool) -> {
                    if (pool.isShutdown()) {
                        throw new RejectedExecutionException("closed");
                    }
                    queue.keep(work);
                });
    }

    /** Takes work only for a thread that is idle; so a pool makes another thread only if none is, and work waits only if it may not. */
    private static final class Queue extends LinkedTransferQueue<Runnable> {
        private static final long serialVersionUID = 1;

        @Override
        public boolean offer(Runnable work) {
            return tryTransfer(work);
        }

        /** Takes it for whichever thread is idle next. */
        void keep(Runnable work) {
            super.offer(work);
        }
    }

    /** By name, since the bytecode is for JDK 17; null where there is none. */
    private static @Nullable ExecutorService virtual(String role) {
        try {
            if (Double.parseDouble(System.getProperty("java.specification.version", "0")) < FREE_OF_PINNING) {
                return null;
            }
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            builder = type.getMethod("name", String.class, long.class).invoke(builder, "kraty-" + role + "-", 1L);
            return (ExecutorService) Executors.class
                    .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                    .invoke(null, type.getMethod("factory").invoke(builder));
        } catch (ReflectiveOperationException | NumberFormatException e) {
            return null;
        }
    }
}
