package io.kraty.sdk.internal.async;

import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.callback.Promise;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Work and the future of its result. Whoever completes the future first, from outside or by cancelling it, ends the work: its
 * thread is interrupted, which every blocking call of the SDK answers.
 */
final class AsyncWork<T extends @Nullable Object> extends Promise<T> implements Runnable {
    private final Callable<? extends T> work;
    private final Callbacks callbacks;

    private final Object lock = new Object();
    private @Nullable Thread thread;
    private boolean begun;
    private boolean ended;

    AsyncWork(Callable<? extends T> work, Callbacks callbacks, Executor steps) {
        super(steps);
        this.work = work;
        this.callbacks = callbacks;
    }

    @Override
    public void run() {
        synchronized (lock) {
            if (ended || begun) {
                return;
            }
            begun = true;
            thread = Thread.currentThread();
        }
        boolean wasInterrupted = Thread.currentThread().isInterrupted();
        Runnable finish = outcome();
        synchronized (lock) {
            thread = null;
            if (ended || !wasInterrupted) {
                Thread.interrupted(); // the one that ended this, or that it left, is not for what the thread does next
            }
            if (ended) {
                return;
            }
        }
        callbacks.execute(finish);
    }

    /** Does the work. Returns what tells the future. */
    private Runnable outcome() {
        try {
            T result = work.call();
            return () -> complete(result);
        } catch (Throwable e) { // whatever it is, the future has to tell
            return () -> completeExceptionally(e);
        }
    }

    /** Completes it with {@code failure}, where callbacks go. */
    void fail(Throwable failure) {
        callbacks.execute(() -> completeExceptionally(failure));
    }

    // Before the game's own steps are told, which may take their time.
    @Override
    public boolean complete(T value) {
        stop();
        return super.complete(value);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        stop();
        return super.completeExceptionally(failure);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        stop();
        return super.cancel(mayInterruptIfRunning);
    }

    /** Ends the work; nothing happens if it is over. */
    void stop() {
        synchronized (lock) {
            ended = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
