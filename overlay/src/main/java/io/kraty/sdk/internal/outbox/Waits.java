package io.kraty.sdk.internal.outbox;

import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For how long nothing is sent after failures that may pass: one second, doubled up to five minutes, and of that anything from a
 * tenth to all, so that a whole audience does not come back in step; or what the platform asked for, up to an hour, and by chance longer.
 * A failure that says something about one write holds back its queue, any other holds back all. Thread-safe.
 */
public final class Waits {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    // Who asks for more may be anybody in between, or wrong; and what is too large is not fetched every five minutes.
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 9;
    private static final double LEAST = 0.1;
    private static final int SERVER_ERRORS = 500;
    private static final int UNAVAILABLE = 503;
    // Stands for all queues; none is called that.
    private static final String ALL = "";

    private final Timing timing;
    private final Map<String, Wait> waits = new HashMap<>();

    /** Nothing failed yet. */
    public Waits(Timing timing) {
        this.timing = timing;
    }

    /** It failed in a way that may pass. */
    public synchronized void failed(String queue, KratyException why) {
        boolean isItsOwn = why instanceof KratyApiException api
                && api.status() >= SERVER_ERRORS
                && api.status() != UNAVAILABLE
                && api.retryAfter() == null;
        boolean isHeavy = why instanceof KratyAnswerTooLargeException;
        longer(queue, isHeavy ? why : null); // also if all are held back: then it is not the first to be tried again
        if (!isItsOwn) {
            longer(ALL, isHeavy ? null : why);
        }
    }

    /** Nothing can be sent or noted at all. */
    synchronized void failed(@Nullable KratyException why) {
        longer(ALL, why);
    }

    /** Until anything may be sent; zero if it may be now. */
    Duration left() {
        return left(ALL);
    }

    private void longer(String queue, @Nullable KratyException why) {
        int failures = failures(queue) + 1;
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration usual = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        Duration base = why instanceof KratyAnswerTooLargeException ? AN_HOUR : usual;
        long own = (long) (base.toNanos() * (LEAST + (1 - LEAST) * timing.random()));
        Duration asked = why == null ? null : RetryPolicy.asked(why, base, timing.random());
        boolean isTooMuch = asked != null && asked.compareTo(AN_HOUR) > 0;
        long heeded = asked == null
                ? 0
                : isTooMuch ? (long) (AN_HOUR.toNanos() * (1 + timing.random() / 5)) : asked.toNanos();
        waits.put(queue, new Wait(failures, timing.nanoTime() + Math.max(own, heeded), asked != null && !isTooMuch));
    }

    /** It went well, so there is reason to hope for all. */
    public synchronized void succeeded(String queue) {
        waits.remove(queue);
        waits.remove(ALL);
    }

    /** There is reason to hope: only what the platform asked for is still heeded, unless that is more than an hour. */
    synchronized void hope() {
        waits.values().removeIf(wait -> !wait.asked);
    }

    synchronized int failures(String queue) {
        Wait wait = waits.get(queue);
        return wait == null ? 0 : wait.failures;
    }

    /** Until something of the queue may be sent; zero if it may be now. */
    public synchronized Duration left(String queue) {
        long now = timing.nanoTime();
        return Duration.ofNanos(Math.max(0, Math.max(left(waits.get(queue), now), left(waits.get(ALL), now))));
    }

    private static long left(@Nullable Wait wait, long now) {
        return wait == null ? 0 : wait.notBefore - now;
    }

    /** Forgets queues that are empty. */
    synchronized void keepOnly(Set<String> queues) {
        waits.keySet().removeIf(queue -> !queue.equals(ALL) && !queues.contains(queue));
    }

    private record Wait(int failures, long notBefore, boolean asked) {}
}
