package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.time.Duration;

/**
 * How long to wait after something failed again and again. Immutable: each failure leads to another one.
 *
 * @param failures how many there were in a row
 */
public record BackOff(int failures) {
    /** Nothing failed yet. */
    public static final BackOff NONE = new BackOff(0);

    private static final int MOST_DOUBLINGS = 3;
    private static final double LEAST = 0.1;
    private static final double SPREAD = 1.8;
    private static final Duration FIRST = Duration.ofMillis(2500);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    /**
     * It failed once more.
     *
     * @param health how long it had worked until then; after a minute everything before is forgotten
     */
    public BackOff failed(Duration health) {
        return new BackOff(health.compareTo(HEALTHY) >= 0 ? 1 : failures + 1);
    }

    /**
     * Two and a half seconds, doubled up to 20, and anything from a tenth of it to nearly twice as long: the streams of a whole
     * audience break in one moment, when a server is replaced, and what comes back within a second of it is more than any service
     * can bear. Or what the platform asked for, if that is longer.
     */
    public Duration delay(KratyException why, double random) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration base = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        Duration delay = Duration.ofNanos((long) (base.toNanos() * (LEAST + SPREAD * random)));
        Duration asked = RetryPolicy.asked(why, base, random);
        return asked != null && asked.compareTo(delay) > 0 ? asked : delay;
    }
}
