package io.kraty.sdk.internal.schedule;

import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.concurrent.Timer;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * What one SDK instance does later: one timer for everything, and workers for what then takes its time. While the game is
 * paused nothing is done; what became due meanwhile is done when it resumes.
 */
public final class Schedule implements AutoCloseable {
    private final Timing timing;
    private final Timer timer;
    private final Executor workers;
    private final Gate gate;
    private final BooleanSupplier isOver;
    // Who works on something that can be ended by an interrupt, and whether it was.
    private final Map<Thread, BooleanSupplier> working = new ConcurrentHashMap<>();

    /** Waits by {@code timing}, works on {@code workers}, heeds {@code gate}, and knows when everything {@code isOver}. */
    public Schedule(Timing timing, Executor workers, Gate gate, BooleanSupplier isOver) {
        this.timing = timing;
        this.timer = timing.timer();
        this.workers = workers;
        this.gate = gate;
        this.isOver = isOver;
    }

    /** Time and chance. */
    public Timing timing() {
        return timing;
    }

    /** Shut while the game is paused. */
    public Gate gate() {
        return gate;
    }

    /** Whether nothing is to be done any more. */
    public boolean isOver() {
        return isOver.getAsBoolean();
    }

    /** Does {@code task} on a worker when {@code delay} is over. Returns what forgets it, if it has not begun. */
    public Runnable after(Duration delay, Runnable task) {
        AtomicBoolean forgotten = new AtomicBoolean();
        Runnable unlessForgotten = () -> {
            if (!forgotten.get()) {
                task.run();
            }
        };
        Runnable due = () -> workers.execute(unlessForgotten);
        Runnable cancel = () -> {};
        if (delay.isZero()) {
            gate.whenOpen(due);
        } else {
            cancel = timer.after(delay, () -> gate.whenOpen(due));
        }
        Runnable cancelTimer = cancel;
        return () -> {
            forgotten.set(true);
            cancelTimer.run();
            gate.forget(due);
        };
    }

    /** The same for something that is ended by an interrupt of its thread, after which {@code isOver}. */
    public Runnable after(Duration delay, Runnable task, BooleanSupplier isOver) {
        return after(delay, () -> {
            working.put(Thread.currentThread(), isOver);
            try {
                task.run();
            } finally {
                working.remove(Thread.currentThread());
            }
        });
    }

    /** Calls the game from within work: an interrupt that it leaves there does not end the work, but one of ours does. */
    public void undisturbed(Runnable game) {
        boolean before = Thread.currentThread().isInterrupted();
        try {
            game.run();
        } finally {
            BooleanSupplier isOver = working.get(Thread.currentThread());
            if (!before && isOver != null && Thread.interrupted() && isOver.getAsBoolean()) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does nothing any more. */
    @Override
    public void close() {
        timer.close();
    }
}
