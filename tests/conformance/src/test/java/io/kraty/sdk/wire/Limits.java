package io.kraty.sdk.wire;

import java.time.Duration;

/**
 * Limits of the client that have to end something, and are real time: as short as this machine allows today. One that ends
 * the way to the server rather than what the test is about shows nothing, and a longer one is tried.
 */
public final class Limits {
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Limits() {}

    /** One try under a limit. */
    @FunctionalInterface
    public interface Try {
        /** Whether the limit was long enough to get to what it is to end. */
        boolean reaches(Duration limit) throws Exception;
    }

    /** Tries one limit after the other, each three times as long as the last, until one gets there. */
    public static void grow(Try attempt) throws Exception {
        for (Duration limit = SHORTEST; !attempt.reaches(limit); limit = limit.multipliedBy(3)) {
            if (limit.compareTo(LONGEST) > 0) {
                throw new AssertionError("not even a limit of " + limit + " was long enough");
            }
        }
    }
}
