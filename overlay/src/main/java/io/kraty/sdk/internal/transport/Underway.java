package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.log.Log;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * One logical call that is under way, with all its attempts and pauses: what ends it early. Its own thread works in it; any
 * other may {@link #cancel} it.
 */
public final class Underway {
    private static final int MOST_BESIDE = 256 * 1024;
    private static final Log LOG = Log.of("transport");

    private final Thread thread;
    private final @Nullable Underway outer;
    private final Runnable watch;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile @Nullable Call exchange;
    private volatile @Nullable CountDownLatch held;
    private @Nullable Lane lane;
    private long beside;
    private long sent;
    private long received;
    private final AtomicInteger looksWhileStuck = new AtomicInteger();
    private volatile long latest;
    private volatile boolean mayBeLate;

    /**
     * Begins on {@code thread}.
     *
     * @param outer what that thread was doing already, if this is a call from within a call; null for nothing
     * @param watch sees to it that {@link #look} is called from now on
     */
    Underway(Thread thread, @Nullable Underway outer, Runnable watch) {
        this.thread = thread;
        this.outer = outer;
        this.watch = watch;
    }

    /** Ends it: what it sends or reads, and what it waits for. Touches the network, so it is not for a game's thread. */
    public void cancel() {
        cancelled.countDown();
        CountDownLatch holding = held;
        if (holding != null) {
            holding.countDown();
        }
        end(exchange);
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /**
     * Looks whether it is to end: its thread was interrupted, which one that reads from a socket does not hear, or it takes too
     * long to begin. One that was ended long ago and still does not return is stuck below OkHttp: over HTTP/2 a peer that does
     * not read holds everybody who has to write. Then nothing helps but to close the connection.
     */
    void look() {
        Call current = exchange;
        if (current == null) {
            return;
        }
        if (thread.isInterrupted() || isLate()) {
            end(current);
        }
        if (!current.isCanceled() || !isInside(current)) {
            looksWhileStuck.set(
                    0); // the game's code may take its time, and who comes back from it gets all of the time again
        } else if (looksWhileStuck.incrementAndGet() >= InFlight.MOST_LOOKS) {
            abort(current);
        }
    }

    private static boolean isInside(Call current) {
        Trip trip = current.request().tag(Trip.class);
        return trip != null && trip.isInside();
    }

    /** Ends the exchange from below, if that is where it is stuck. */
    void abort() {
        Call current = exchange;
        if (current != null) {
            abort(current);
        }
    }

    private static void abort(Call current) {
        Trip trip = current.request().tag(Trip.class);
        if (trip != null) {
            trip.abortIfInside();
        }
    }

    /** Ends by itself unless {@link #hasBegun} comes in time. */
    public void mustBeginWithin(Duration limit) {
        latest = Timing.system().nanoTime() + Durations.nanos(limit);
        mayBeLate = true;
    }

    /** The answer is coming. */
    public void hasBegun() {
        mayBeLate = false;
    }

    private boolean isLate() {
        return mayBeLate && Timing.system().nanoTime() - latest >= 0;
    }

    /** An exchange begins; it ends at once if this was cancelled meanwhile. */
    public void begin(Call call) {
        call.addEventListener(LateCancel.INSTANCE);
        beside = 0;
        sent = 0;
        received = 0;
        looksWhileStuck.set(0);
        exchange = call;
        watch.run();
        if (isCancelled()) { // and cancel() may have come too early to see the exchange
            call.cancel();
        }
    }

    /**
     * Something came over the connection, of the answer's content or not.
     *
     * @throws TooLargeException if there was nothing of its content among too much
     */
    void came(int bytes) throws TooLargeException {
        beside += bytes;
        if (beside > MOST_BESIDE) {
            throw new TooLargeException("headers or framing of more than 256 KiB");
        }
    }

    /** What came until here is none of the answer's content. */
    void heard() {
        beside = 0;
    }

    /** Some of the answer's content came. */
    void heard(long bytes) {
        beside = 0;
        received += bytes;
    }

    /** Some of the request's content went out. */
    void wrote(long bytes) {
        sent += bytes;
    }

    /** How much content the exchange has sent so far, or the last one did. For its own thread. */
    long sent() {
        return sent;
    }

    /** How much content the exchange has received so far, or the last one did, as it came. For its own thread. */
    long received() {
        return received;
    }

    /** The exchange is over, its answer read or given up. */
    void over() {
        exchange = null;
    }

    /** Whether something is being sent or read. */
    boolean isExchanging() {
        return exchange != null;
    }

    /**
     * Waits until {@code gate} is open, or this is cancelled.
     *
     * @return whether that was so in time
     */
    public boolean await(Gate gate, Duration most) throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        held = open;
        Runnable forget = gate.tell(new Gate.Passage() {
            @Override
            public void shut() {}

            @Override
            public void open() {
                open.countDown(); // by whoever opens it: workers may all be waiting here
            }
        });
        try {
            return !gate.isShut() || isCancelled() || open.await(Durations.nanos(most), TimeUnit.NANOSECONDS);
        } finally {
            forget.run();
        }
    }

    /** Waits between two attempts; ends early when cancelled. */
    void pause(Duration duration, Timing timing) throws InterruptedException {
        timing.sleep(duration, cancelled);
    }

    /** The connections to go over; null for those that everybody uses. */
    @Nullable
    Lane lane() {
        return lane;
    }

    /** From here on it goes over these connections; null for everybody's. */
    void take(@Nullable Lane other) {
        lane = other;
    }

    @Nullable
    Underway outer() {
        return outer;
    }

    private static void end(@Nullable Call exchange) {
        try {
            if (exchange != null) {
                exchange.cancel();
            }
        } catch (Throwable e) { // from a listener of the game's own client; the others must end all the same
            LOG.get().log(Level.WARNING, "a listener of the HTTP client threw when its call was cancelled", e);
        }
    }
}
