package io.kraty.sandbox.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.MutableClock;
import io.kraty.sandbox.internal.definition.RateLimit;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterTest {
    private final MutableClock clock = new MutableClock();

    @Test
    void requestsBeyondTheLimit_areRefused_untilTheNextWindow() {
        RateLimiter limiter = limiter(2, Duration.ofSeconds(10));
        assertNull(limiter.check());
        clock.advance(Duration.ofSeconds(4));
        assertNull(limiter.check());
        assertEquals(new RateLimiter.Retry(6), limiter.check());
        assertEquals(new RateLimiter.Retry(6), limiter.check(), "what was refused does not count");
        clock.advance(Duration.ofSeconds(6));
        assertNull(limiter.check());
        assertNull(limiter.check());
        assertEquals(new RateLimiter.Retry(10), limiter.check());
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "500, 2", "501, 2", "1499, 2", "1500, 1", "2499, 1"})
    void wait_isRoundedUpToWholeSeconds(int passed, int seconds) {
        RateLimiter limiter = limiter(1, Duration.ofMillis(2500));
        assertNull(limiter.check());
        clock.advance(Duration.ofMillis(passed));
        assertEquals(new RateLimiter.Retry(seconds), limiter.check());
    }

    @Test
    void refusal_isA429WithACodeOfItsOwn() {
        ApiError error = new RateLimiter.Retry(3).error();
        assertEquals(429, error.status());
        assertEquals(ErrorCode.RATE_LIMITED, error.envelope().error().code());
    }

    @Test
    void withoutALimit_everybodyMayGoOn() {
        RateLimiter limiter = new RateLimiter(null, clock);
        for (int i = 0; i < 10_000; i++) {
            assertNull(limiter.check());
        }
    }

    @Test
    void clockThatIsSetBack_beginsANewWindow() {
        RateLimiter limiter = limiter(1, Duration.ofSeconds(10));
        assertNull(limiter.check());
        clock.advance(Duration.ofMinutes(-1));
        assertNull(limiter.check());
        assertEquals(new RateLimiter.Retry(10), limiter.check());
    }

    private RateLimiter limiter(int requests, Duration per) {
        return new RateLimiter(new RateLimit(requests, per), clock);
    }
}
