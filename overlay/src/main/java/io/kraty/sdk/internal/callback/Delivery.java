package io.kraty.sdk.internal.callback;

import io.kraty.sdk.internal.log.Log;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Hands results to listeners: to each once, unless no listener took it. A result is taken as soon as one of them
 * has returned; none of them waits for another. Thread-safe.
 *
 * @param <R> what there is to tell
 */
public final class Delivery<R> {
    // More than any store has waiting at a time.
    private static final int MOST_TAKEN = 10_000;

    private final Log log;
    private final Callbacks callbacks;
    private final Executor beside;
    private final Function<R, Object> key;
    private final Consumer<R> note;
    private final @Nullable Claims<R> claims;
    private final List<Registered<R>> listeners = new CopyOnWriteArrayList<>();

    private final Object lock = new Object();
    private final Map<Object, Handing<R>> underWay = new HashMap<>();
    // In this session: the store may be slow to say so, or fail to.
    private final Set<Object> taken = Collections.newSetFromMap(new Latest());

    /**
     * Starts without listeners.
     *
     * @param log hears of listeners that throw
     * @param callbacks where listeners are called
     * @param beside threads of their own, also after the end
     * @param key tells results apart
     * @param note is told what a listener took; may use the disk
     * @param claims are asked before a listener is called; null if nobody else may tell it
     */
    public Delivery(
            Log log,
            Callbacks callbacks,
            Executor beside,
            Function<R, Object> key,
            Consumer<R> note,
            @Nullable Claims<R> claims) {
        this.log = log;
        this.callbacks = callbacks;
        this.beside = beside;
        this.key = key;
        this.note = note;
        this.claims = claims;
    }

    /** What has to hold at the moment in which a listener is called. */
    public interface Claims<R> {
        /** Whether the result is still to be told by this session. Never blocks. */
        boolean hold(R result);

        /** They did not: the listener was not called, and may be offered the result again. Never blocks. */
        void lapsed(R result);
    }

    /** Adds a listener. Returns its removal. */
    public Runnable add(Consumer<R> listener) {
        Registered<R> added = new Registered<>(listener, callbacks.deliveries());
        listeners.add(added);
        return () -> listeners.remove(added);
    }

    /** Whether there is a listener. */
    public boolean isHeard() {
        return !listeners.isEmpty();
    }

    /** Hands on what nobody took yet, to those who do not have it. Returns what was not on its way before. */
    public List<R> give(List<R> results) {
        Set<Registered<R>> toTell = new LinkedHashSet<>();
        List<R> given = offer(results, toTell);
        start(List.copyOf(toTell));
        return given;
    }

    /**
     * The same in two steps: each listener will hear these after everything that was handed on before, once what is returned has
     * run, which waits for listeners.
     */
    public Runnable handOn(List<R> results) {
        Set<Registered<R>> toTell = new LinkedHashSet<>();
        offer(results, toTell);
        return () -> start(List.copyOf(toTell));
    }

    private List<R> offer(List<R> results, Set<Registered<R>> toTell) {
        List<R> given = new ArrayList<>();
        synchronized (lock) {
            for (R result : results) {
                if (offer(new Handing<>(result, key.apply(result)), toTell)) {
                    given.add(result);
                }
            }
        }
        return given;
    }

    private boolean offer(Handing<R> fresh, Set<Registered<R>> toTell) {
        if (taken.contains(fresh.key)) {
            return false;
        }
        Handing<R> handing = underWay.getOrDefault(fresh.key, fresh);
        for (Registered<R> each : listeners) {
            if (handing.offered.add(each)) {
                handing.open++;
                underWay.put(handing.key, handing);
                each.deliveries.put(() -> tell(handing, each));
                toTell.add(each);
            }
        }
        return handing == fresh;
    }

    /** Waits for each, so that whoever checks has told all who are not busy already; only one is told on this thread. */
    private void start(List<Registered<R>> toTell) {
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

    private void tell(Handing<R> handing, Registered<R> to) {
        boolean wanted = listeners.contains(to);
        boolean lapsed = wanted && claims != null && !isTaken(handing.key) && !claims.hold(handing.result);
        boolean accepted = wanted && !lapsed && accepts(to.listener, handing.result);
        boolean first;
        synchronized (lock) {
            first = accepted && taken.add(handing.key);
            if (lapsed) {
                handing.offered.remove(to);
            }
            handing.open--;
            if (first || handing.open == 0) {
                underWay.remove(handing.key, handing);
            }
        }
        if (lapsed && claims != null) {
            claims.lapsed(handing.result);
        }
        if (first && callbacks.areElsewhere()) { // a thread of the game's, which is not to wait for a disk
            beside.execute(() -> note.accept(handing.result));
        } else if (first) {
            note.accept(handing.result);
        }
    }

    private boolean isTaken(Object result) {
        synchronized (lock) {
            return taken.contains(result);
        }
    }

    private boolean accepts(Consumer<R> listener, R result) {
        try {
            listener.accept(result);
            return true;
        } catch (Throwable e) { // also a checked exception, which other languages do not check
            log.get()
                    .log(Level.WARNING, "the listener of results threw; the result comes again if no other took it", e);
            return false;
        }
    }

    /** One registration: the same listener may have several. */
    private static final class Registered<R> {
        private final Consumer<R> listener;
        private final Deliveries deliveries;

        private Registered(Consumer<R> listener, Deliveries deliveries) {
            this.listener = listener;
            this.deliveries = deliveries;
        }
    }

    /** A result that nobody took yet, who has it, and how many of those have not returned. Guarded by the lock. */
    private static final class Handing<R> {
        private final R result;
        private final Object key;
        private final Set<Registered<R>> offered = new HashSet<>();
        private int open;

        private Handing(R result, Object key) {
            this.result = result;
            this.key = key;
        }
    }

    /** The latest, so that what goes on for weeks does not grow. */
    private static final class Latest extends LinkedHashMap<Object, Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Boolean> eldest) {
            return size() > MOST_TAKEN;
        }
    }
}
