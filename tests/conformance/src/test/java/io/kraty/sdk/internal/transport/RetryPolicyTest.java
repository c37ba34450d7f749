package io.kraty.sdk.internal.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.request.KratyRetryConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision itself, without a network: whether to try again, and when. */
class RetryPolicyTest {
    private final KratyException lost = new KratyNetworkException("lost", 1, null);
    private static final double NO_JITTER = 0.5;

    private final RetryPolicy policy = new RetryPolicy(KratyRetryConfig.builder()
            .attempts(8)
            .initialDelay(Duration.ofMillis(100))
            .maxDelay(Duration.ofSeconds(5))
            .jitter(0.25)
            .maxRetryAfter(Duration.ofSeconds(30))
            .build());

    private static KratyApiException refused(int status, String code) {
        return KratyApiException.builder(status, code).build();
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 200", "3, 400", "6, 3200", "7, 5000"})
    void delay_doublesUpToTheLongest(int attempts, long millis) {
        assertEquals(Duration.ofMillis(millis), policy.delay(attempts, lost, NO_JITTER));
    }

    @ParameterizedTest
    @CsvSource({"0, 75", "0.5, 100", "1, 125"})
    void delay_isSpreadAroundIt(double random, long millis) {
        assertEquals(Duration.ofMillis(millis), policy.delay(1, lost, random));
    }

    @Test
    void spread_staysUnderTheLongest() {
        assertEquals(Duration.ofSeconds(5), policy.delay(7, lost, 1));
    }

    @Test
    void lastAttempt_isTheLast() {
        assertNull(policy.delay(8, lost, NO_JITTER));
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "30, 30000"})
    void wishOfTheServer_isMet_whateverTheAttempt(long seconds, long millis) {
        KratyApiException busy = KratyApiException.builder(429, "rate_limited")
                .retryAfter(Duration.ofSeconds(seconds))
                .build();

        assertEquals(Duration.ofMillis(millis), policy.delay(5, busy, 0));
        assertEquals(Duration.ofMillis(millis + millis / 8), policy.delay(5, busy, 0.5));
    }

    @Test
    void wishBeyondWhatIsGranted_endsIt() {
        KratyApiException busy = KratyApiException.builder(503, "internal_error")
                .retryAfter(Duration.ofMillis(30_001))
                .build();

        assertNull(policy.delay(1, busy, NO_JITTER));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2000", "1, 20, 11000", "100, 2, 110000"}) // by a fifth, or by the own wait if that is more
    void wishOfTheServer_inTheBackground_isMetAndSpread(long asked, long own, long millis) {
        KratyApiException busy = KratyApiException.builder(503, "internal_error")
                .retryAfter(Duration.ofSeconds(asked))
                .build();

        assertEquals(Duration.ofSeconds(asked), RetryPolicy.asked(busy, Duration.ofSeconds(own), 0));
        assertEquals(Duration.ofMillis(millis), RetryPolicy.asked(busy, Duration.ofSeconds(own), 0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
    void statusThatMayPass_isTriedAgain(int status) {
        assertEquals(Duration.ofMillis(100), policy.delay(1, refused(status, "internal_error"), NO_JITTER));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 401, 403, 404, 409, 422})
    void statusThatDoesNotPass_isNot(int status) {
        assertNull(policy.delay(1, refused(status, "internal_error"), NO_JITTER));
    }

    @Test
    void codeThatRepeatingCannotHelp_isNot_whateverTheStatus() {
        assertNull(policy.delay(1, refused(429, "max_attempts_reached"), NO_JITTER));
    }

    @Test
    void failuresOfAnotherKind_areNot() {
        for (KratyException failure : List.of(
                new KratyAnswerTooLargeException("too much", 1, null),
                new KratySecretStoreException("locked", new IllegalStateException()),
                new KratyTimeoutException("over"))) {
            assertNull(policy.delay(1, failure, NO_JITTER), failure.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, internal_error, true", // somebody in between answered
        "302, internal_error, true",
        "503, internal_error, true",
        "401, session_invalid, false",
        "404, not_found, false",
        "429, max_attempts_reached, false",
    })
    void whatGoesOnInTheBackground_endsAtWhatWillNotPass(int status, String code, boolean goesOn) {
        assertEquals(goesOn, RetryPolicy.mayPass(refused(status, code)));
    }
}
