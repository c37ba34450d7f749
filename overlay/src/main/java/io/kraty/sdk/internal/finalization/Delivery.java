package io.kraty.sdk.internal.finalization;

import io.kraty.sdk.live.FinalizationListener;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.live.MembershipRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands results to listeners: each once, unless no listener took it. Thread-safe. */
final class Delivery {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.finalization");

    private final Executor callbacks;
    private final Executor work;
    private final Consumer<FinalizationResult> taken;
    private final List<Registered> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger additions = new AtomicInteger();
    // Under way, or taken in this session: the store may be slow to say so, or fail to.
    private final Set<Map.Entry<String, MembershipRef>> claimed = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Starts without listeners.
     *
     * @param callbacks where listeners are called; runs each task once, perhaps much later
     * @param work where to go on from there
     * @param taken is told what a listener took; may use the disk
     */
    Delivery(Executor callbacks, Executor work, Consumer<FinalizationResult> taken) {
        this.callbacks = callbacks;
        this.work = work;
        this.taken = taken;
    }

    Runnable add(FinalizationListener listener) {
        Registered added = new Registered(listener);
        listeners.add(added);
        additions.incrementAndGet();
        return () -> listeners.remove(added);
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    /** Hands on what nobody took yet and is not on its way. Returns that. */
    List<FinalizationResult> give(List<FinalizationResult> results) {
        Thread giver = Thread.currentThread();
        List<FinalizationResult> given = new ArrayList<>();
        for (FinalizationResult result : results) {
            if (claimed.add(Map.entry(result.externalPlayerId(), result.ref()))) {
                given.add(result);
                callbacks.execute(() -> tell(result, giver));
            }
        }
        return given;
    }

    private void tell(FinalizationResult result, Thread giver) {
        int before = additions.get();
        boolean isTaken = false;
        for (Registered each : listeners) {
            isTaken |= !closed && accepts(each.listener, result);
        }
        if (!isTaken) {
            claimed.remove(Map.entry(result.externalPlayerId(), result.ref()));
            if (additions.get() != before) { // somebody who came meanwhile found it claimed
                give(List.of(result));
            }
        } else if (Thread.currentThread() == giver) {
            taken.accept(result);
        } else { // a thread of the game's, which is not to wait for a disk
            try {
                work.execute(() -> taken.accept(result));
            } catch (IllegalStateException e) { // closed by the listener
                taken.accept(result);
            }
        }
    }

    private static boolean accepts(FinalizationListener listener, FinalizationResult result) {
        try {
            listener.onFinalized(result);
            return true;
        } catch (Throwable e) { // also a checked exception, which other languages do not check
            LOG.log(Level.WARNING, "the listener of results threw; the result comes again if no other took it", e);
            return false;
        }
    }

    /** Calls no listener any more. */
    void close() {
        closed = true;
    }

    /** One registration: the same listener may have several. */
    private static final class Registered {
        private final FinalizationListener listener;

        private Registered(FinalizationListener listener) {
            this.listener = listener;
        }
    }
}
