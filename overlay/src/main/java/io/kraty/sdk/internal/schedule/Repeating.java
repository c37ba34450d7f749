package io.kraty.sdk.internal.schedule;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.callback.Deliveries;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.live.BackgroundTask;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A step that is done again and again, on a worker, until it is closed or fails for good. Between two steps it has no thread.
 */
public abstract class Repeating implements BackgroundTask {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.schedule");

    private final Schedule schedule;
    private final Callbacks callbacks;
    private final Deliveries deliveries;
    private final Interval interval;
    private final Consumer<KratyException> onError;
    private final CompletableFuture<Void> completion = new CompletableFuture<>();

    private final Object lock = new Object();
    private Consumer<BackgroundTask> whenOver = task -> {};
    private Runnable forget = () -> {};
    private @Nullable Thread worker;
    private boolean working;
    private boolean again;
    private volatile boolean over;
    private volatile @Nullable KratyException failure;

    /**
     * Begins when it is started.
     *
     * @param interval the pause between two steps; it grows with every failure
     * @param onError is told of every failure
     */
    protected Repeating(Schedule schedule, Callbacks callbacks, Interval interval, Consumer<KratyException> onError) {
        this.schedule = schedule;
        this.callbacks = callbacks;
        this.deliveries = callbacks.deliveries();
        this.interval = interval;
        this.onError = onError;
    }

    /** Does the step; blocks. Says by {@code interval} how long to wait before the next. */
    protected abstract void step(Interval interval);

    /** Tells a listener, after everything before; nothing once this is over. */
    protected final <T> void tell(Consumer<T> listener, T what) {
        deliveries.add(() -> listener.accept(what));
    }

    /** Begins at once. {@code whenOver} is told of the end, on some thread. */
    public final void start(Consumer<BackgroundTask> whenOver) {
        this.whenOver = whenOver;
        later(Duration.ZERO);
    }

    /** Does the next step now; after the one under way, if there is one. */
    public final void soon() {
        synchronized (lock) {
            again = working;
            if (!working) {
                later(Duration.ZERO);
            }
        }
    }

    private void later(Duration delay) {
        synchronized (lock) {
            forget.run();
            if (!over) {
                forget = schedule.after(delay, this::work);
            }
        }
    }

    private void work() {
        synchronized (lock) {
            if (over || working) {
                return;
            }
            working = true;
            worker = Thread.currentThread();
        }
        Duration next = null;
        try {
            next = next();
        } catch (KratyException e) {
            end(e);
        } catch (Throwable e) { // whatever it is, it ends this, and nobody else hears of it
            if (!over) {
                LOG.log(Level.WARNING, "a task in the background ended", e);
            }
            end(new KratyNetworkException("the task in the background ended: " + e, 1, e));
        }
        synchronized (lock) {
            worker = null;
            working = false;
            Thread.interrupted(); // what was meant for this step is not meant for what the worker does next
            if (next != null) {
                later(again ? Duration.ZERO : next);
            }
            again = false;
        }
    }

    /** Does a step, and says how long to wait before the next. */
    private Duration next() {
        Duration asked = Duration.ZERO;
        try {
            step(interval);
        } catch (KratyException e) {
            // An interrupt that is not ours comes from somebody who wants it to end.
            if (over || Thread.currentThread().isInterrupted() || !RetryPolicy.mayPass(e)) {
                throw e;
            }
            tell(onError, e);
            interval.grow();
            if (e instanceof KratyApiException api && api.retryAfter() != null) {
                asked = api.retryAfter();
            }
        }
        Duration pause = interval.spread(schedule.timing().random());
        return pause.compareTo(asked) > 0 ? pause : asked;
    }

    private void end(@Nullable KratyException why) {
        synchronized (lock) {
            if (over) {
                return;
            }
            over = true;
            failure = why;
            forget.run();
            if (worker != null && worker != Thread.currentThread()) {
                worker.interrupt();
            }
        }
        whenOver.accept(this);
        if (why == null) {
            deliveries.close();
            callbacks.execute(() -> completion.complete(null));
        } else {
            tell(onError, why);
            deliveries.add(() -> completion.completeExceptionally(why));
        }
    }

    @Override
    public final boolean isRunning() {
        return !over;
    }

    @Override
    public final Optional<KratyException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public final CompletableFuture<Void> completion() {
        return completion.copy();
    }

    /** Ends it. Touches no network: a request that is under way is given up by its own thread. */
    @Override
    public final void close() {
        end(null);
    }
}
