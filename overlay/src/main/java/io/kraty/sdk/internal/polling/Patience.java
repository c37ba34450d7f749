package io.kraty.sdk.internal.polling;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The time for a wait of several calls, by a clock that only goes forward: what is left of it, the pauses between the calls, and
 * which failures it survives. Not thread-safe.
 */
public final class Patience {
    private static final Duration LEAST = Duration.ofMillis(1);

    private final Duration total;
    private final Duration grace;
    private final Interval interval;
    private final Consumer<KratyException> onError;
    private final Pause pause;
    private final LongSupplier paused;
    private final Timing timing;
    private final long start;
    private final long pausedBefore;
    private Duration asked = Duration.ZERO;

    /** Waits, and ends early at an interrupt or at the end of the SDK. */
    @FunctionalInterface
    public interface Pause {
        /** Waits. */
        void await(Duration duration) throws InterruptedException;
    }

    /**
     * Starts now.
     *
     * @param interval the pause between two calls
     * @param total the time for all of them
     * @param grace what the last call gets at least, beyond the time if need be; zero if none may begin once time is up
     * @param onError hears of failures that it survives
     * @param pause waits between two calls
     * @param paused for how long the game was in the background in all, in nanoseconds, which does not count
     * @param timing time and chance
     */
    public Patience(
            Duration interval,
            Duration total,
            Duration grace,
            Consumer<KratyException> onError,
            Pause pause,
            LongSupplier paused,
            Timing timing) {
        this.total = total;
        this.grace = grace;
        this.interval = new Interval(interval, 1, interval);
        this.onError = onError;
        this.pause = pause;
        this.paused = paused;
        this.timing = timing;
        this.start = timing.nanoTime();
        this.pausedBefore = paused.getAsLong();
    }

    /** Whether another call may begin. */
    boolean lasts() {
        return !grace.isZero() || isPositive(left());
    }

    /** How long the next call may take with all its attempts. */
    Duration budget() {
        Duration least = grace.isZero() ? LEAST : grace;
        Duration left = left();
        return left.compareTo(least) > 0 ? left : least;
    }

    /** Throws a failure that asking again cannot help, and what an interrupt made of a call; reports another. */
    void survive(KratyException failure) {
        if (!RetryPolicy.canHelp(failure) || Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        onError.accept(failure);
        Duration wish = RetryPolicy.asked(failure, interval.current(), timing.random());
        asked = wish == null ? Duration.ZERO : wish;
    }

    /**
     * Waits for an interval, or for as long as the platform asked with the failure that was survived last; but not beyond the
     * time.
     *
     * @return whether another call may begin
     */
    boolean pause(String what) {
        Duration left = left();
        if (!isPositive(left)) {
            return false;
        }
        Duration wait = interval.spread(timing.random());
        wait = asked.compareTo(wait) > 0 ? asked : wait;
        asked = Duration.ZERO;
        try {
            pause.await(wait.compareTo(left) < 0 ? wait : left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException("interrupted while waiting for " + what, 1, e);
        }
        return lasts();
    }

    KratyTimeoutException timeUp(String what) {
        return new KratyTimeoutException(what + " within " + total);
    }

    private Duration left() {
        long away = paused.getAsLong() - pausedBefore;
        return total.minusNanos(timing.nanoTime() - start - away);
    }

    private static boolean isPositive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }
}
