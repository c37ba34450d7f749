package io.kraty.sdk;

import io.kraty.api.model.Grant;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches for grants until it is closed, on a thread of its own. It survives what may pass (no network, an overloaded
 * platform) and stops by itself at what will not: a refused key or secret, a closed {@link Kraty}. Thread-safe; its methods never
 * block.
 */
public final class GrantPoller implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.polling");
    private static final ThreadFactory THREADS = Threads.named("grants");

    private final GrantsClient grants;
    private final PollPendingGrantsOptions options;
    private final Timing timing;
    private final Consumer<GrantPoller> whenOver;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean running = true;
    private volatile @Nullable KratyException failure;

    GrantPoller(GrantsClient grants, PollPendingGrantsOptions options, Timing timing, Consumer<GrantPoller> whenOver) {
        this.grants = grants;
        this.options = options;
        this.timing = timing;
        this.whenOver = whenOver;
        this.thread = THREADS.newThread(this::run);
    }

    GrantPoller start() {
        thread.start();
        return this;
    }

    /** Whether it still watches. */
    public boolean isRunning() {
        return running;
    }

    /** Why it stopped by itself; empty if it did not. */
    public Optional<KratyException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Stops watching, also in the middle of a pause. Idempotent. */
    @Override
    public void close() {
        closed = true;
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
    }

    private void run() {
        Interval interval = new Interval(options.start(), options.grow(), options.max());
        try {
            while (!closed) {
                ask(interval);
                if (!closed) {
                    timing.sleep(interval.spread(timing.random()));
                }
            }
        } catch (Throwable e) { // whatever it is, it ends this, and nobody else hears of it
            if (!closed) {
                LOG.log(Level.WARNING, "a grant poller ended", e);
                KratyNetworkException ended = new KratyNetworkException("watching for grants ended: " + e, 1, e);
                failure = ended;
                tell(options.onError(), ended);
            }
        } finally {
            running = false;
            whenOver.accept(this);
        }
    }

    private void ask(Interval interval) {
        List<Grant> batch;
        try {
            batch = grants.listPending();
        } catch (KratyException e) {
            if (closed) {
                return;
            }
            boolean interrupted = Thread.currentThread().isInterrupted(); // by somebody else, who wants it to end
            tell(options.onError(), e);
            interval.grow();
            if (interrupted || !RetryPolicy.canHelp(e)) {
                failure = e;
                closed = true;
            }
            return;
        }
        if (closed) {
            return; // while the answer was on its way
        }
        if (batch.isEmpty()) {
            interval.grow();
        } else {
            interval.reset();
        }
        tell(options.onBatch(), batch);
    }

    private <T> void tell(Consumer<T> listener, T what) {
        try {
            listener.accept(what);
            if (!closed) {
                Thread.interrupted(); // what a listener leaves behind is not meant for this
            }
        } catch (Throwable e) { // also a checked exception, which other languages do not check
            LOG.log(Level.WARNING, "a grant listener threw; the poller goes on", e);
        }
    }
}
