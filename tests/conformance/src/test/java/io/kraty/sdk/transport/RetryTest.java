package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.ErrorCode;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 501, 502, 503, 504, 505, 507, 511, 599})
    void call_answeredWithAPassingStatus_isRepeatedUntilItSucceeds(int status) {
        platform.answers(
                MockPlatform.error(status, "some_code"),
                MockPlatform.json(status, "not JSON"),
                MockPlatform.json(200, MockPlatform.DEBITED));

        assertEquals(95, platform.client().wallet().debit("gold", 5).balance());

        assertEquals(3, platform.sent().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 415, 422, 423, 424, 426, 428, 451})
    void call_answeredWithALastingStatus_isNotRepeated(int status) {
        platform.answers(MockPlatform.error(status, "some_code"), MockPlatform.json(200, MockPlatform.DEBITED));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().debit("gold", 5));

        assertEquals(status, e.status());
        assertEquals(1, e.attempts());
        assertEquals(1, platform.sent().size());
        assertEquals(List.of(), platform.timing().sleeps());
    }

    static Stream<String> neverRetry() {
        return ((List<?>) ((java.util.Map<?, ?>)
                                ((List<?>) Contract.at("components", "schemas", "ErrorCode", "x-enum-sets")).get(0))
                        .get("values"))
                .stream().map(String.class::cast);
    }

    @ParameterizedTest
    @MethodSource("neverRetry")
    void call_refusedWithACodeThatRepeatingCannotCure_isNotRepeatedWhateverTheStatus(String code) {
        for (int status : new int[] {429, 500, 503}) {
            platform.answers(MockPlatform.error(status, code), MockPlatform.json(200, MockPlatform.DEBITED));
            int before = platform.sent().size();

            KratyApiException e = assertThrows(
                    KratyApiException.class, () -> platform.client().wallet().debit("gold", 5));

            assertEquals(code, e.rawCode());
            assertEquals(before + 1, platform.sent().size());
        }
    }

    @Test
    void neverRetry_inTheDesign_isInTheDescription() {
        assertTrue(neverRetry()
                .toList()
                .containsAll(List.of(
                        "max_attempts_reached",
                        "max_daily_attempts_reached",
                        "invalid_unlock_condition",
                        "invalid_entry_requirement",
                        "anti_cheat_rejected")));
        assertEquals(neverRetry().count(), ErrorCode.NEVER_RETRY.size());
    }

    @Test
    void call_thatNeverSucceeds_makesFourAttemptsAndThrowsTheLastFailure() {
        platform.answers(
                MockPlatform.error(500, "internal_error"),
                MockPlatform.error(500, "internal_error"),
                MockPlatform.error(500, "internal_error"),
                MockPlatform.error(503, "no_leaderboard"),
                MockPlatform.json(200, MockPlatform.DEBITED));

        KratyApiException e = assertThrows(
                KratyApiException.class, () -> platform.client().wallet().debit("gold", 5));

        assertEquals(4, e.attempts());
        assertEquals(503, e.status());
        assertEquals(4, platform.sent().size());
        assertEquals(3, platform.timing().sleeps().size());
    }

    @Test
    void call_withOneAttempt_isNotRepeated() {
        platform.answers(MockPlatform.error(500, "internal_error"), MockPlatform.json(200, MockPlatform.DEBITED));
        Kraty kraty = platform.client(platform.signedIn().retry(KratyRetryConfig.none()));

        assertEquals(
                1,
                assertThrows(KratyApiException.class, () -> kraty.wallet().debit("gold", 5))
                        .attempts());

        assertEquals(1, platform.sent().size());
    }

    @Test
    void call_withAsManyAttemptsAsAllowed_makesThem() {
        platform.answers(MockPlatform.error(500, "internal_error"));
        Kraty kraty = platform.client(platform.signedIn()
                .retry(KratyRetryConfig.builder().attempts(20).build()));

        assertEquals(
                20,
                assertThrows(KratyApiException.class, () -> kraty.wallet().list())
                        .attempts());

        assertEquals(20, platform.sent().size());
    }

    @Test
    void retries_overTheLifeOfOneClient_doNotRunOut() {
        Kraty kraty = platform.client();
        for (int day = 0; day < 15; day++) {
            platform.answers(
                    MockPlatform.error(500, "internal_error"),
                    MockPlatform.error(500, "internal_error"),
                    MockPlatform.json(200, MockPlatform.WALLET));
            for (int call = 0; call < 10; call++) { // among others that succeed: the budget is not the subject
                kraty.wallet().list();
            }
        }

        assertEquals(180, platform.sent().size());
        assertEquals(30, platform.timing().sleeps().size());
    }

    @Test
    void call_interruptedWhileWaitingToRepeat_throwsAtOnceAndKeepsTheFlag() {
        platform.answers(MockPlatform.error(500, "internal_error"));
        Kraty kraty = platform.client(
                platform.signedIn().onRequest(info -> Thread.currentThread().interrupt()));

        assertThrows(
                io.kraty.sdk.error.KratyException.class, () -> kraty.wallet().list());

        assertTrue(Thread.interrupted());
        assertEquals(1, platform.sent().size());
    }

    @Test
    void totalTimeout_thatNoFurtherWaitFits_endsTheCall() {
        platform.answers(MockPlatform.error(500, "internal_error"));
        Kraty kraty = platform.client(platform.signedIn().totalTimeout(Duration.ofMillis(250)));

        KratyApiException e =
                assertThrows(KratyApiException.class, () -> kraty.wallet().list());

        // 100 ms fit into 250, another 200 do not.
        assertEquals(2, e.attempts());
        assertEquals(List.of(Duration.ofMillis(100)), platform.timing().sleeps());
    }

    @Test
    void totalTimeout_ofTheCall_winsOverTheClients() {
        platform.answers(MockPlatform.error(500, "internal_error"));
        Kraty kraty = platform.client(platform.signedIn().totalTimeout(Duration.ofMillis(250)));

        KratyApiException e = assertThrows(
                KratyApiException.class,
                () -> kraty.with(io.kraty.sdk.request.RequestOptions.none().totalTimeout(Duration.ofMillis(350)))
                        .wallet()
                        .list());

        assertEquals(3, e.attempts());
    }

    @Test
    void call_toNobody_isRepeatedAndThenANetworkFailure() throws Exception {
        int port;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Kraty kraty = platform.client(platform.signedIn().baseUrl("http://localhost:" + port));

        assertEquals(
                4,
                assertThrows(KratyNetworkException.class, () -> kraty.wallet().list())
                        .attempts());

        assertEquals(3, platform.timing().sleeps().size());
    }
}
