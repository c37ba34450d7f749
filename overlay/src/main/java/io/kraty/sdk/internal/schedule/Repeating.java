package io.kraty.sdk.internal.schedule;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.callback.Completion;
import io.kraty.sdk.internal.callback.Deliveries;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.live.BackgroundTask;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * A step that is done again and again, on a worker, until it is closed or fails for good. Between two steps it has no thread.
 */
public abstract class Repeating implements Task, BackgroundTask {
    private static final Log LOG = Log.of("schedule");

    private final Schedule schedule;
    private final Callbacks callbacks;
    private final Deliveries deliveries;
    private final Interval interval;
    private final Consumer<KratyException> onError;
    private final Completion completion;
    private final AtomicBoolean finished = new AtomicBoolean();

    private final Object lock = new Object();
    private Runnable whenOver = () -> {};
    private Runnable forget = () -> {};
    private @Nullable Thread worker;
    private boolean working;
    private boolean again;
    private long notBefore;
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
        this.deliveries = callbacks.deliveriesHere();
        this.interval = interval;
        this.onError = onError;
        this.notBefore = schedule.timing().nanoTime();
        this.completion = new Completion(callbacks.steps());
    }

    /** Does the step; blocks. Says by {@code interval} how long to wait before the next. */
    protected abstract void step(Interval interval);

    /** Tells a listener, after everything before; nothing once this is over. */
    protected final <T> void tell(Consumer<T> listener, T what) {
        boolean isStep = takeBack(null); // an interrupt that ends the step is not for a listener on its thread
        deliveries.add(() -> listener.accept(what));
        if (isStep) {
            takeBack(Thread.currentThread());
        }
    }

    /** Who is to be interrupted when this ends; false if it is not the calling thread's to say. */
    private boolean takeBack(@Nullable Thread interruptible) {
        synchronized (lock) {
            if (worker != (interruptible == null ? Thread.currentThread() : null) || !working) {
                return false;
            }
            worker = interruptible;
            return true;
        }
    }

    @Override
    public final void start(Runnable whenOver) {
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
                Duration asked = Duration.ofNanos(notBefore - schedule.timing().nanoTime());
                forget = schedule.after(delay.compareTo(asked) > 0 ? delay : asked, this::work, () -> over);
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
            if (schedule.isOver()) {
                end(null); // as this will be told to, in a moment
            } else if (!over) {
                LOG.get().log(Level.WARNING, "a task in the background ended", e);
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
        try {
            step(interval);
        } catch (KratyException e) {
            // An interrupt that is not ours comes from somebody who wants it to end.
            if (over || Thread.currentThread().isInterrupted() || !RetryPolicy.mayPass(e)) {
                throw e;
            }
            tell(onError, e);
            interval.grow();
            Duration asked =
                    RetryPolicy.asked(e, interval.current(), schedule.timing().random());
            if (asked != null) {
                synchronized (lock) {
                    notBefore = schedule.timing().nanoTime() + Durations.nanos(asked);
                }
            }
        }
        return interval.spread(schedule.timing().random());
    }

    private void end(@Nullable KratyException why) {
        synchronized (lock) {
            if (over) {
                return;
            }
            failure = why;
            over = true;
            forget.run();
            if (worker != null && worker != Thread.currentThread()) {
                worker.interrupt();
            }
        }
        if (why != null) {
            tell(onError, why);
            deliveries.add(this::finish);
        }
    }

    private void finish() {
        if (finished.compareAndSet(false, true)) {
            whenOver.run();
            callbacks.execute(() -> completion.finish(failure));
        }
    }

    @Override
    public final Runnable stop() {
        end(null);
        deliveries.close();
        return this::finish;
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
    public final CompletableFuture<@Nullable Void> completion() {
        return completion;
    }

    /** Ends it. Touches no network: a request that is under way is given up by its own thread. */
    @Override
    public final void close() {
        stop().run();
    }
}
