package io.kraty.sdk.internal.finalization;

import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.callback.Deliveries;
import io.kraty.sdk.live.FinalizationListener;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.live.MembershipRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hands results to listeners: to each once, unless no listener took it. A result is taken as soon as one of them
 * has returned; none of them waits for another. Thread-safe.
 */
final class Delivery {
    private static final Logger LOG = Logger.getLogger("io.kraty.sdk.finalization");

    private final Callbacks callbacks;
    private final Executor beside;
    private final Consumer<FinalizationResult> note;
    private final List<Registered> listeners = new CopyOnWriteArrayList<>();

    private final Object lock = new Object();
    private final Map<Map.Entry<String, MembershipRef>, Handing> underWay = new HashMap<>();
    // In this session: the store may be slow to say so, or fail to.
    private final Set<Map.Entry<String, MembershipRef>> taken = new HashSet<>();

    /**
     * Starts without listeners.
     *
     * @param callbacks where listeners are called
     * @param beside threads of their own, also after the end
     * @param note is told what a listener took; may use the disk
     */
    Delivery(Callbacks callbacks, Executor beside, Consumer<FinalizationResult> note) {
        this.callbacks = callbacks;
        this.beside = beside;
        this.note = note;
    }

    Runnable add(FinalizationListener listener) {
        Registered added = new Registered(listener, callbacks.deliveries());
        listeners.add(added);
        return () -> listeners.remove(added);
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    /** Hands on what nobody took yet, to those who do not have it. Returns what was not on its way before. */
    List<FinalizationResult> give(List<FinalizationResult> results) {
        Set<Registered> toTell = new LinkedHashSet<>();
        List<FinalizationResult> given = new ArrayList<>();
        synchronized (lock) {
            for (FinalizationResult result : results) {
                if (offer(new Handing(result), toTell)) {
                    given.add(result);
                }
            }
        }
        start(List.copyOf(toTell));
        return given;
    }

    private boolean offer(Handing fresh, Set<Registered> toTell) {
        if (taken.contains(fresh.key())) {
            return false;
        }
        Handing handing = underWay.getOrDefault(fresh.key(), fresh);
        for (Registered each : listeners) {
            if (handing.offered.add(each)) {
                handing.open++;
                underWay.put(handing.key(), handing);
                each.deliveries.put(() -> tell(handing, each));
                toTell.add(each);
            }
        }
        return handing == fresh;
    }

    /** Waits for each, so that whoever checks has told all who are not busy already; only one is told on this thread. */
    private void start(List<Registered> toTell) {
        int last = toTell.size() - 1;
        CountDownLatch others = new CountDownLatch(Math.max(0, last));
        for (int i = 0; i < last; i++) {
            Deliveries deliveries = toTell.get(i).deliveries;
            beside.execute(() -> {
                deliveries.start();
                others.countDown();
            });
        }
        try {
            if (last >= 0) {
                toTell.get(last).deliveries.start();
            }
            others.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Handing handing, Registered to) {
        boolean accepted = listeners.contains(to) && accepts(to.listener, handing.result);
        boolean first;
        synchronized (lock) {
            first = accepted && taken.add(handing.key());
            handing.open--;
            if (first || handing.open == 0) {
                underWay.remove(handing.key(), handing);
            }
        }
        if (first && callbacks.areElsewhere()) { // a thread of the game's, which is not to wait for a disk
            beside.execute(() -> note.accept(handing.result));
        } else if (first) {
            note.accept(handing.result);
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

    /** One registration: the same listener may have several. */
    private static final class Registered {
        private final FinalizationListener listener;
        private final Deliveries deliveries;

        private Registered(FinalizationListener listener, Deliveries deliveries) {
            this.listener = listener;
            this.deliveries = deliveries;
        }
    }

    /** A result that nobody took yet, who has it, and how many of those have not returned. Guarded by the lock. */
    private static final class Handing {
        private final FinalizationResult result;
        private final Set<Registered> offered = new HashSet<>();
        private int open;

        private Handing(FinalizationResult result) {
            this.result = result;
        }

        private Map.Entry<String, MembershipRef> key() {
            return Map.entry(result.externalPlayerId(), result.ref());
        }
    }
}
