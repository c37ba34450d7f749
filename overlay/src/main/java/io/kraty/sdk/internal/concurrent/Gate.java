package io.kraty.sdk.internal.concurrent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Shut while the game is in the background: what must not happen then waits here. Thread-safe; no method blocks. */
public final class Gate {
    private final Executor workers;
    private final Timing timing;
    private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private volatile boolean shut;
    private long shutSince;
    private long shutBefore;

    /** Is told when the gate shuts and opens. Must not take long. */
    public interface Passage {
        /** It is shut from now on. */
        void shut();

        /** It is open again. */
        void open();
    }

    /**
     * Begins open.
     *
     * @param workers does what waited, once the gate is open
     * @param timing tells for how long it is shut
     */
    public Gate(Executor workers, Timing timing) {
        this.workers = workers;
        this.timing = timing;
    }

    /** Whether it is shut. */
    public boolean isShut() {
        return shut;
    }

    /** For how long it was shut in all, in nanoseconds: time that a player's patience is not made of. */
    public long shutNanos() {
        synchronized (waiting) {
            return shut ? shutBefore + timing.nanoTime() - shutSince : shutBefore;
        }
    }

    /** Does {@code task}: here and now if it is open, else on a worker once it is. */
    public void whenOpen(Runnable task) {
        synchronized (waiting) {
            if (shut) {
                waiting.add(task);
                return;
            }
        }
        task.run();
    }

    /** Does not do {@code task} if it still waits. */
    public void forget(Runnable task) {
        synchronized (waiting) {
            waiting.remove(task);
        }
    }

    /** Tells {@code passage} from now on. Returns what ends that. */
    public Runnable tell(Passage passage) {
        passages.add(passage);
        return () -> passages.remove(passage);
    }

    /** Shuts it. Whether it was open. */
    public boolean shut() {
        synchronized (waiting) {
            if (shut) {
                return false;
            }
            shutSince = timing.nanoTime();
            shut = true;
        }
        passages.forEach(Passage::shut);
        return true;
    }

    /** Opens it. Whether it was shut. */
    public boolean open() {
        List<Runnable> released;
        synchronized (waiting) {
            if (!shut) {
                return false;
            }
            shut = false;
            shutBefore += timing.nanoTime() - shutSince;
            released = List.copyOf(waiting);
            waiting.clear();
        }
        passages.forEach(Passage::open);
        released.forEach(workers::execute);
        return true;
    }
}
