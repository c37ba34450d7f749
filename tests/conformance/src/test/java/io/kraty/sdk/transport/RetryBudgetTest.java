package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.request.RequestOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all calls of one client may repeat together. */
class RetryBudgetTest {
    private static final int FULL = 6;
    private static final ResponseDefinitionBuilder BROKEN = MockPlatform.error(503, "internal_error");
    private static final ResponseDefinitionBuilder FINE = MockPlatform.json(200, MockPlatform.WALLET);

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    private final Kraty kraty = platform.client();

    /** How many requests a call of {@code kraty} makes, whatever becomes of it, if each is answered so. */
    private static int requests(Kraty kraty, ResponseDefinitionBuilder answer) {
        platform.answers(answer);
        int before = platform.sent().size();
        try {
            kraty.wallet().list();
        } catch (KratyException e) {
            assertEquals(platform.sent().size() - before, attempts(e));
        }
        return platform.sent().size() - before;
    }

    private static int attempts(KratyException e) {
        return e instanceof KratyApiException api ? api.attempts() : ((KratyNetworkException) e).attempts();
    }

    private void spend() {
        assertEquals(
                List.of(4, 4, 1), List.of(requests(kraty, BROKEN), requests(kraty, BROKEN), requests(kraty, BROKEN)));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503})
    void everythingFails_thereAreAtMostOnePointTwoRequestsPerCall(int status) {
        int calls = 40;
        for (int call = 0; call < calls; call++) {
            requests(kraty, MockPlatform.error(status, "some_code").withHeader("Retry-After", "1"));
        }

        assertEquals(calls + FULL, platform.sent().size());
        assertTrue(platform.sent().size() <= 1.2 * calls);
    }

    @Test
    void everySecondRequestFails_thereAreLessThanOneAndAHalfRequestsPerCall() {
        int calls = 60;
        for (int call = 0; call < calls; call++) {
            try {
                boolean isOdd = platform.sent().size() % 2 == 1;
                platform.answers(isOdd ? FINE : BROKEN, isOdd ? BROKEN : FINE);
                kraty.wallet().list();
            } catch (KratyApiException e) {
                assertTrue(e.retryBudgetSpent());
            }
        }

        assertTrue(
                platform.sent().size() <= 1.5 * calls + FULL,
                "" + platform.sent().size());
        assertTrue(platform.sent().size() >= 1.05 * calls, "" + platform.sent().size());
    }

    @Test
    void loneFailureAmongSuccesses_getsAllAttempts_howeverOften() {
        for (int day = 0; day < 5; day++) {
            assertEquals(4, requests(kraty, BROKEN));
            for (int call = 0; call < 15; call++) {
                assertEquals(1, requests(kraty, FINE));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 20})
    void loneFailure_getsAllAttemptsThatAreSet(int attempts) {
        Kraty other = platform.client(platform.signedIn()
                .retry(KratyRetryConfig.builder().attempts(attempts).build()));

        assertEquals(attempts, requests(other, BROKEN));
    }

    @Test
    void spent_failsAtOnceAndSaysSo() {
        spend();
        int sleeps = platform.timing().sleeps().size();
        platform.answers(MockPlatform.error(503, "no_leaderboard").withHeader("Retry-After", "3"));

        KratyApiException e =
                assertThrows(KratyApiException.class, () -> kraty.wallet().debit("gold", 5));

        assertTrue(e.retryBudgetSpent());
        assertTrue(e.getMessage().contains("not repeated: the retry budget is spent"), e.getMessage());
        assertEquals(503, e.status());
        assertEquals("no_leaderboard", e.rawCode());
        assertEquals("because", e.message());
        assertEquals(Duration.ofSeconds(3), e.retryAfter());
        assertEquals(Outcome.UNKNOWN, e.outcome());
        assertEquals(1, e.attempts());
        assertEquals(22, String.valueOf(e.idempotencyKey()).length());
        assertEquals(sleeps, platform.timing().sleeps().size());
    }

    @Test
    void allAttemptsUsed_isAnotherReason() {
        platform.answers(BROKEN);

        assertFalse(assertThrows(KratyApiException.class, () -> kraty.wallet().list())
                .retryBudgetSpent());
    }

    @Test
    void refusal_isAnotherReason_howeverLittleIsLeft() {
        spend();
        platform.answers(MockPlatform.error(404, "not_found"));

        assertFalse(assertThrows(KratyApiException.class, () -> kraty.wallet().list())
                .retryBudgetSpent());
    }

    @Test
    void secondSuccess_bringsOneRetry() {
        spend();
        requests(kraty, FINE);
        assertEquals(1, requests(kraty, BROKEN));

        requests(kraty, FINE);

        assertEquals(2, requests(kraty, BROKEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 422})
    void refusal_isAnAnswerOfAWorkingService(int status) {
        spend();
        for (int call = 0; call < 2; call++) {
            requests(kraty, MockPlatform.error(status, "some_code"));
        }

        assertEquals(2, requests(kraty, BROKEN));
    }

    @Test
    void refusalThatRepeatingCannotCure_isAnAnswerOfAWorkingService_whateverTheStatus() {
        spend();
        for (int call = 0; call < 2; call++) {
            requests(kraty, MockPlatform.error(429, "max_attempts_reached"));
        }

        assertEquals(2, requests(kraty, BROKEN));
    }

    @Test
    void pageOfSomebodyInBetween_bringsNothing() {
        spend();
        for (int call = 0; call < 30; call++) {
            requests(kraty, MockPlatform.json(403, "<html>Sign in to the hotel's network</html>"));
        }

        assertEquals(1, requests(kraty, BROKEN));
    }

    @Test
    void successes_bringNoMoreThanItHolds() {
        for (int call = 0; call < 100; call++) {
            requests(kraty, FINE);
        }

        spend();
    }

    @Test
    void views_shareIt() {
        spend();
        KratyView view = kraty.with(RequestOptions.none().header("traceparent", "x"));
        platform.answers(BROKEN);

        assertTrue(assertThrows(KratyApiException.class, () -> view.wallet().list())
                .retryBudgetSpent());
        assertTrue(assertThrows(
                        KratyApiException.class,
                        () -> kraty.as("bob").leaderboards().read("weekly"))
                .retryBudgetSpent());
    }

    @Test
    void anotherKraty_hasItsOwn() {
        spend();

        assertEquals(4, requests(platform.client(), BROKEN));
    }

    @Test
    void resume_bringsOneRetry_forAConnectionThatDiedMeanwhile() {
        spend();
        for (int i = 0; i < 3; i++) {
            kraty.pause();
            kraty.resume();
        }

        assertEquals(2, requests(kraty, BROKEN));
        assertEquals(1, requests(kraty, BROKEN));
    }

    @Test
    void withoutBudget_eachCallMakesAllItsAttempts() {
        Kraty stubborn = platform.client(platform.signedIn()
                .retry(KratyRetryConfig.builder().withoutBudget().build()));

        for (int call = 0; call < 30; call++) {
            assertEquals(4, requests(stubborn, BROKEN));
        }
    }

    @Test
    void ownBudget_isHeeded() {
        Kraty frugal = platform.client(
                platform.signedIn().retry(KratyRetryConfig.builder().budget(1).build()));

        assertEquals(2, requests(frugal, BROKEN));
        assertEquals(1, requests(frugal, BROKEN));
    }

    @Test
    void telemetry_isToldHowManyAreLeft() {
        List<RequestInfo> seen = new CopyOnWriteArrayList<>();
        Kraty watched = platform.client(platform.signedIn().onRequest(seen::add));
        for (int call = 0; call < 3; call++) {
            requests(watched, BROKEN);
        }
        Kraty without = platform.client(platform.signedIn()
                .onRequest(seen::add)
                .retry(KratyRetryConfig.builder().withoutBudget().build()));
        requests(without, FINE);

        assertEquals(
                Arrays.asList(6, 5, 4, 3, 3, 2, 1, 0, 0, null),
                seen.stream().map(RequestInfo::retriesLeft).toList());
    }

    /** Fails as often as it is told to before anything is sent, as a device does. */
    private static Kraty failing(AtomicInteger times, Supplier<IOException> how) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (times.getAndDecrement() > 0) {
                        throw how.get();
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        return platform.client(platform.signedIn().httpClient(http));
    }

    @Test
    void tunnel_costsNothing_soThatTheFirstCallsAfterItAreRepeated() {
        List<Supplier<IOException>> ways = List.of(
                () -> new UnknownHostException("api.kraty.io"),
                () -> new NoRouteToHostException("No route to host"),
                () -> new ConnectException("Network is unreachable: connect"),
                () -> new IOException("failed to connect", new ConnectException("connect failed: ENETUNREACH")));
        for (Supplier<IOException> way : ways) {
            AtomicInteger tunnel = new AtomicInteger(120);
            Kraty travelling = failing(tunnel, way);
            for (int call = 0; call < 30; call++) {
                KratyNetworkException e = assertThrows(
                        KratyNetworkException.class, () -> travelling.wallet().list());
                assertFalse(e.retryBudgetSpent());
                assertEquals(4, e.attempts(), "a lookup may succeed at the next try");
            }

            assertEquals(4, requests(travelling, BROKEN));
        }
    }

    @Test
    void connectionThatIsRefused_isNotTheDevicesTrouble() {
        Kraty refused = failing(new AtomicInteger(1_000), () -> new ConnectException("Connection refused"));
        int attempts = 0;
        for (int call = 0; call < 30; call++) {
            attempts += assertThrows(
                            KratyNetworkException.class, () -> refused.wallet().list())
                    .attempts();
        }

        assertEquals(30 + FULL, attempts);
        assertTrue(assertInstanceOf(
                        KratyNetworkException.class,
                        assertThrows(
                                KratyException.class, () -> refused.wallet().list()))
                .retryBudgetSpent());
    }

    @Test
    void retryThatTheTimeDoesNotGrant_takesNothing() {
        Kraty slow = platform.client(platform.signedIn()
                .totalTimeout(Duration.ofSeconds(100))
                .retry(KratyRetryConfig.builder()
                        .initialDelay(Duration.ofSeconds(40))
                        .maxDelay(Duration.ofSeconds(80))
                        .budget(7)
                        .build()));
        for (int call = 0; call < 5; call++) { // 40 s fit into 100, another 80 do not
            platform.answers(BROKEN);
            assertFalse(
                    assertThrows(KratyApiException.class, () -> slow.wallet().list())
                            .retryBudgetSpent());
        }

        assertEquals(List.of(2, 2, 1), List.of(requests(slow, BROKEN), requests(slow, BROKEN), requests(slow, BROKEN)));
    }
}
