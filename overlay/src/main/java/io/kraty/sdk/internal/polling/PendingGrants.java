package io.kraty.sdk.internal.polling;

import io.kraty.api.model.Grant;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks for what is pending until it is closed, less and less often while nothing is. */
public final class PendingGrants implements GrantPoller {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.polling");
    private static final ThreadFactory THREADS = Threads.named("grants");

    private final Supplier<List<Grant>> list;
    private final PollPendingGrantsOptions options;
    private final Timing timing;
    private final Thread thread;
    private Consumer<GrantPoller> whenOver = poller -> {};
    private volatile boolean closed;
    private volatile boolean running = true;
    private volatile @Nullable KratyException failure;

    /**
     * Begins when it is started.
     *
     * @param list asks once; blocks until it is answered
     */
    public PendingGrants(Supplier<List<Grant>> list, PollPendingGrantsOptions options, Timing timing) {
        this.list = list;
        this.options = options;
        this.timing = timing;
        this.thread = THREADS.newThread(this::run);
    }

    /** Begins. */
    public void start(Consumer<GrantPoller> whenOver) {
        this.whenOver = whenOver;
        thread.start();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Optional<KratyException> failure() {
        return Optional.ofNullable(failure);
    }

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
            batch = list.get();
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
