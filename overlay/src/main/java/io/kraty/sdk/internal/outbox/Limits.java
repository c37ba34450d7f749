package io.kraty.sdk.internal.outbox;

import java.time.Duration;

/**
 * How much an outbox holds, and for how long.
 *
 * @param entries how many writes and results at most
 * @param age how old a write may get before it is given up, and a result before it is forgotten
 */
public record Limits(int entries, Duration age) {
    /** A thousand, and thirty days. */
    public static final Limits DEFAULT = new Limits(1000, Duration.ofDays(30));
}
