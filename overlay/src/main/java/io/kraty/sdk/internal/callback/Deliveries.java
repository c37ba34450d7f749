package io.kraty.sdk.internal.callback;

import io.kraty.sdk.internal.concurrent.Gate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What one listener is told: everything, in order, one at a time. When the listener is far behind, whoever has more to tell
 * waits. Thread-safe.
 */
public final class Deliveries {
    private static final int MOST_WAITING = 1024;
    // Who waits for room goes on when there is plenty, and not at each thing that is told.
    private static final int ROOM = MOST_WAITING / 2;
    // Then a game's executor gets a chance to do something else, such as drawing a frame.
    private static final int AT_A_TIME = 64;

    private final Callbacks callbacks;
    private final Gate gate;
    private final Executor where;
    private final boolean isOurs;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean draining;
    private volatile boolean closed;
    private @Nullable Thread teller;

    /**
     * Starts with nothing to tell.
     *
     * @param where calls the listener; runs each task once
     * @param isOurs whether that is on a thread of ours, which an interrupt that the listener leaves behind is not for
     */
    Deliveries(Callbacks callbacks, Gate gate, Executor where, boolean isOurs) {
        this.callbacks = callbacks;
        this.gate = gate;
        this.where = where;
        this.isOurs = isOurs;
    }

    /** Tells it after everything before it. Does nothing after the end. */
    public void add(Runnable delivery) {
        gather(delivery);
        start();
    }

    /**
     * The same for somebody who has more at hand: the listener is woken for all of it by {@link #start}, which must follow, and
     * not for each.
     */
    public void gather(Runnable delivery) {
        if (isFull()) {
            start();
            awaitRoom();
        }
        put(delivery);
    }

    /** The same for somebody who holds a lock: waits for nobody and calls nobody. {@link #start} must follow. */
    public void put(Runnable delivery) {
        synchronized (waiting) {
            if (!closed) {
                waiting.add(delivery);
            }
        }
    }

    /** Tells it after everything before it, and waits for nobody, however far behind the listener is. */
    public void tell(Runnable delivery) {
        put(delivery);
        start();
    }

    /** Sees to it that what waits is told. */
    public void start() {
        synchronized (waiting) {
            if (draining || waiting.isEmpty()) {
                return;
            }
            draining = true;
        }
        post();
    }

    /** Whether the listener is far behind, so that {@link #awaitRoom} would wait. */
    public boolean isFull() {
        synchronized (waiting) {
            return waiting.size() >= MOST_WAITING;
        }
    }

    /** Waits, if the listener is far behind, until it has caught up half of the way. An interrupt loses nothing: it is kept for whoever looks next. */
    public void awaitRoom() {
        boolean interrupted = false;
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                return;
            }
            callbacks.behind().add(this);
            closed |= callbacks.isClosed(); // meanwhile, so that its end may have missed this
            while (waiting.size() > ROOM && !closed && teller != Thread.currentThread()) {
                try {
                    waiting.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            callbacks.behind().remove(this);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void post() {
        gate.whenOpen(() -> where.execute(this::drain));
    }

    private void drain() {
        Deque<Runnable> batch = new ArrayDeque<>(AT_A_TIME);
        int told = 0;
        while (!gate.isShut() && (told < AT_A_TIME || !callbacks.areElsewhere())) {
            if (!take(batch)) {
                return;
            }
            for (; !batch.isEmpty() && !gate.isShut() && !isOver(); told++) {
                Callbacks.safely(batch.remove());
                if (isOurs) {
                    Thread.interrupted();
                }
            }
        }
        synchronized (waiting) {
            teller = null;
            while (!batch.isEmpty()) {
                waiting.addFirst(batch.removeLast());
            }
        }
        post();
    }

    private boolean isOver() {
        return closed || callbacks.isClosed();
    }

    /** Some of what waits, at once, so that the lock is not taken for each; false if nothing does, and this is over. */
    private boolean take(Deque<Runnable> batch) {
        synchronized (waiting) {
            if (isOver()) {
                batch.clear();
                waiting.clear();
            }
            while (batch.size() < AT_A_TIME && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            draining = !batch.isEmpty();
            teller = draining ? Thread.currentThread() : null;
            if (callbacks.behind().contains(this)) {
                waiting.notifyAll();
            }
            return draining;
        }
    }

    /** Tells nothing that has not begun by now. Waits for nobody. */
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
            waiting.notifyAll();
        }
    }
}
