package io.kraty.sdk.internal.callback;

import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.log.Log;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Where a game's listeners are called: on the executor it named, else on the thread that has something to tell, or beside one
 * that is not to wait. Whatever they or the executor throw is logged and harms nobody.
 */
public final class Callbacks implements Executor {
    private static final Log LOG = Log.of("callback");

    private final @Nullable Executor executor;
    private final Gate gate;
    private final Executor workers;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final ExecutorService beside = Threads.unlimited("listener");
    private final Set<Deliveries> behind = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Calls through {@code executor}.
     *
     * @param executor null for the thread that has something to tell
     * @param gate holds everything back while the game is paused
     * @param workers takes what is not to be done on the thread that has something to tell, also after the end
     */
    public Callbacks(@Nullable Executor executor, Gate gate, Executor workers) {
        this.executor = executor;
        this.gate = gate;
        this.workers = workers;
    }

    /** Whether there is an executor, so that a callback comes later and on another thread. */
    public boolean areElsewhere() {
        return executor != null;
    }

    /** Where the steps go that a game takes after something has ended. */
    public Executor steps() {
        return executor == null ? workers : this;
    }

    /** Things to tell one listener, one after the other, on whatever thread tells them. */
    public Deliveries deliveries() {
        return new Deliveries(this, gate, this, false);
    }

    /** The same for a thread of ours that goes on afterwards: an interrupt that a listener leaves behind is not for it. */
    public Deliveries deliveriesHere() {
        return new Deliveries(this, gate, this, !areElsewhere());
    }

    /** The same for a thread that goes on meanwhile, however slow the listener is: it is called on one of its own. */
    public Deliveries deliveriesBeside() {
        return new Deliveries(this, gate, areElsewhere() ? this : this::beside, !areElsewhere());
    }

    private void beside(Runnable callback) {
        try {
            beside.execute(callback);
        } catch (RejectedExecutionException | OutOfMemoryError e) { // it is over, or there is no thread to be had
            callback.run();
        }
    }

    /**
     * Calls {@code callback} once, if the executor takes it; at once and here, if it refuses or throws. Nobody knows whether
     * one that throws has taken the work nevertheless, so what comes second does nothing.
     */
    @Override
    public void execute(Runnable callback) {
        if (executor == null) {
            safely(callback);
            return;
        }
        AtomicBoolean begun = new AtomicBoolean();
        Runnable once = () -> {
            if (begun.compareAndSet(false, true)) {
                safely(callback);
            }
        };
        try {
            executor.execute(once);
        } catch (Throwable e) {
            if (warned.compareAndSet(false, true)) {
                LOG.get()
                        .log(
                                Level.WARNING,
                                "the callbackExecutor refused; the SDK's own threads call the listeners",
                                e);
            }
            once.run();
        }
    }

    /** Tells no listener anything more that has not begun by now, and lets go who waits for one. Futures still complete. */
    public void close() {
        closed = true;
        behind.forEach(Deliveries::close);
        beside.shutdown();
    }

    boolean isClosed() {
        return closed;
    }

    /** Who waits for a listener that is far behind. */
    Set<Deliveries> behind() {
        return behind;
    }

    /** Calls {@code callback} here, and logs whatever it throws. */
    static void safely(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable e) { // also a checked exception, which other languages do not check
            LOG.get().log(Level.WARNING, "a listener threw; the SDK goes on", e);
        }
    }
}
