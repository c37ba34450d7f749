package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;

/** What the platform says of the key's rate limit, for whoever has a lot to ask. Thread-safe. */
public final class RateLimit {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Timing timing;
    private int refusals;
    private long until;

    RateLimit(Timing timing) {
        this.timing = timing;
    }

    /** Whether it is a refusal for the number of requests, and not for something that the player has used up. */
    public static boolean isReasonOf(KratyException failure) {
        return failure instanceof KratyApiException api
                && api.status() == TOO_MANY_REQUESTS
                && RetryPolicy.canHelp(failure);
    }

    /** Refused, to be asked again after {@code delay}. Who is refused before that was under way too: it counts as one. */
    synchronized void refused(Duration delay) {
        long now = timing.nanoTime();
        long again = now + Durations.nanos(delay);
        if (refusals == 0 || now - until >= 0) {
            refusals++;
            until = again;
        } else if (again - until > 0) {
            until = again;
        }
    }

    /** How often it was too much. */
    public synchronized int refusals() {
        return refusals;
    }

    /** How long until those who were refused ask again; zero for nobody. */
    public synchronized Duration left() {
        long left = refusals == 0 ? 0 : until - timing.nanoTime();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }
}
