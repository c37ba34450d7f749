package io.kraty.sandbox.internal.http;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.definition.RateLimit;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of the SDK key, and says when it has had enough.
 *
 * <p>[choice] Time is cut into windows of the configured length, by the clock of the sandbox, the first of which begins
 * with the first request. A request that is refused does not count.
 */
final class RateLimiter {
    /**
     * When to come back.
     *
     * @param seconds what {@code Retry-After} says: whole seconds, rounded up, so that whoever waits has waited enough
     */
    record Retry(long seconds) {
        ApiError error() {
            return new ApiError(429, ErrorCode.RATE_LIMITED, "Too many requests. Try again in " + seconds + " s.")
                    .with("Retry-After", Long.toString(seconds));
        }
    }

    private final @Nullable RateLimit limit;
    private final Clock clock;
    private long windowEnd = Long.MIN_VALUE;
    private int used;

    /** A limit of null lets everybody through. */
    RateLimiter(@Nullable RateLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Forgets all requests. */
    synchronized void reset() {
        windowEnd = Long.MIN_VALUE;
    }

    /** Counts a request; null if it may go on. */
    synchronized @Nullable Retry check() {
        if (limit == null) {
            return null;
        }
        long now = clock.millis();
        long length = limit.per().toMillis();
        // A clock that was set back is in no window that was ever counted.
        if (now >= windowEnd || now < windowEnd - length) {
            windowEnd = now + length;
            used = 0;
        }
        if (used >= limit.requests()) {
            Duration wait = Duration.ofMillis(windowEnd - now);
            return new Retry(wait.plusSeconds(1).minusMillis(1).toSeconds());
        }
        used++;
        return null;
    }
}
