package io.kraty.sdk.internal.time;

import io.kraty.api.model.ServerTime;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.transport.RetryPolicy;
import io.kraty.sdk.internal.transport.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes on counting from what the server's clock showed, by the device's clock that nobody can set. Thread-safe; reading it
 * takes no lock.
 */
public final class ServerClock {
    private static final int SAMPLES = 3;
    private static final int BEYOND_SUCCESS = 300;

    private final Timing timing;
    private volatile @Nullable Anchor anchor;

    /** Starts without an idea of the time. */
    public ServerClock(Timing timing) {
        this.timing = timing;
    }

    /**
     * Asks three times, one after the other, and goes by the answer that was under way for the shortest time. An error ends
     * the asking early if asking again cannot help or is not welcome yet; one answer is enough.
     *
     * @return how long that answer was under way; the clock is off by half of it at most
     * @throws KratyException why the last one failed, if none came, or if the thread was interrupted; the clock stays as it
     *     was
     */
    public Duration sync(Supplier<Timed<ServerTime>> ask) {
        Timed<ServerTime> best = null;
        KratyException failure = null;
        for (int i = 0; i < SAMPLES && (failure == null || mayPass(failure)); i++) {
            try {
                Timed<ServerTime> sample = ask.get();
                best = best == null || roundTrip(sample) < roundTrip(best) ? sample : best;
            } catch (KratyException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                failure = e;
            }
        }
        if (best == null) {
            throw failure == null ? new IllegalStateException("nothing was asked") : failure;
        }
        // What the server showed is as old as the way back, which is taken for half of the whole.
        anchor = new Anchor(
                Instant.ofEpochMilli(best.result().epochMs()).plusNanos(roundTrip(best) / 2), best.receivedNanos());
        return Duration.ofNanos(roundTrip(best));
    }

    /** Whether it knows the time. */
    public boolean isSynced() {
        return anchor != null;
    }

    /** The server's time now. */
    public Instant now() {
        Anchor known = anchor;
        if (known == null) {
            throw new IllegalStateException("the server's time is not known yet: call syncTime() before serverNow()");
        }
        return known.time.plusNanos(timing.nanoTime() - known.nanos);
    }

    private static boolean mayPass(KratyException failure) {
        return failure instanceof KratyApiException api
                ? api.retryAfter() == null && (api.status() < BEYOND_SUCCESS || RetryPolicy.canHelp(api))
                : RetryPolicy.canHelp(failure);
    }

    private static long roundTrip(Timed<?> sample) {
        return sample.receivedNanos() - sample.sentNanos();
    }

    /** What the server's clock showed when the device's monotonic clock showed {@code nanos}. */
    private record Anchor(Instant time, long nanos) {}
}
