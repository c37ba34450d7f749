package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Every call that is under way, from before its first attempt until its answer is read: the one place where closing and
 * interrupting end them.
 *
 * <p>A thread that connects, shakes hands or reads does not hear that it is interrupted, and OkHttp forgets a call once its
 * headers are there. So one thread looks at the callers' flags many times a second while any of them has an exchange. That costs a caller
 * an entry in a set, where handing each call to another thread would cost two switches of threads.
 */
public final class InFlight implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(20);

    /** How many looks a call has to return when it was ended, before its connection is taken for stuck. */
    static final int MOST_LOOKS = 20;

    // Empty but for the time of a call, so that no thread of a server keeps anything of a plugin's.
    private static final ThreadLocal<Underway> CURRENT = new ThreadLocal<>();

    private final Set<Underway> underway = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final ScheduledExecutorService timer = Threads.timer("watch");
    private volatile boolean closed;

    /**
     * A call begins on this thread; {@link #end} must follow.
     *
     * @throws IllegalStateException if it is too late
     */
    public Underway begin() {
        Underway begun = new Underway(Thread.currentThread(), CURRENT.get(), this::look);
        CURRENT.set(begun);
        underway.add(begun);
        if (closed) {
            end(begun);
            throw HttpClients.tooLate(null);
        }
        return begun;
    }

    /** The call is over. */
    public void end(Underway begun) {
        underway.remove(begun);
        Underway outer = begun.outer();
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    /** What this thread is doing, for whichever instance; null for nothing of ours. */
    static @Nullable Underway current() {
        return CURRENT.get();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it throws nothing, and is not waited for
    private void look() {
        if (looking.compareAndSet(false, true)) {
            try {
                timer.schedule(this::lookAround, LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                looking.set(false); // closed, which ends the calls in another way
            }
        }
    }

    private void lookAround() {
        underway.forEach(Underway::look);
        looking.set(false);
        // After the flag is down, so that an exchange that begins now is seen by one of both.
        if (underway.stream().anyMatch(Underway::isExchanging)) {
            look();
        }
    }

    /** Ends everything that is under way, and lets nothing begin. Touches the network, and waits a moment for who is stuck. */
    @Override
    public void close() {
        closed = true; // before looking for them, so that no call is missed by both
        timer.shutdownNow();
        underway.forEach(Underway::cancel);
        try {
            for (int looks = 0; looks < MOST_LOOKS && !underway.isEmpty(); looks++) {
                Timing.system().sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        underway.forEach(Underway::abort); // what is stuck
    }
}
