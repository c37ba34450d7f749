package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.time.Duration;

/**
 * How long to wait after something failed again and again. Immutable: each failure leads to another one.
 *
 * @param failures how many there were in a row
 */
record BackOff(int failures) {
    static final BackOff NONE = new BackOff(0);

    private static final int MOST_DOUBLINGS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    /**
     * It failed once more.
     *
     * @param health how long it had worked until then; after a minute everything before is forgotten
     */
    BackOff failed(Duration health) {
        return new BackOff(health.compareTo(HEALTHY) >= 0 ? 1 : failures + 1);
    }

    /**
     * One second, doubled up to 20, and up to half longer or shorter, so that a whole audience does not come back at once; or
     * what the platform asked for, if that is longer.
     */
    Duration delay(KratyException why, double random) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration base = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        Duration delay = Duration.ofNanos((long) (base.toNanos() * (0.5 + random)));
        Duration asked = RetryPolicy.asked(why, base, random);
        return asked != null && asked.compareTo(delay) > 0 ? asked : delay;
    }
}
