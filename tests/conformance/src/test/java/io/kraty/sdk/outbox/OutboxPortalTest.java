package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.DebitResult;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Gate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever answers in the platform's place ends nothing, and stops nothing for long. */
class OutboxPortalTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final String LARGE = "<html>" + "x".repeat(100_000);

    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();
    private final Gate gate = new Gate("/register");

    @AfterEach
    void end() {
        tunnel.close();
    }

    private void answerOnce(String operation, int status, Map<String, String> headers, String body) {
        tunnel.sandbox.addTrouble(Trouble.on(operation)
                .times(1)
                .effect(Effect.answer(status, headers, body))
                .build());
    }

    private void json(List<String> answers) {
        answers.forEach(answer -> answerOnce("debitWallet", 200, Map.of("Content-Type", "application/json"), answer));
    }

    private void largePageOnce(String operation) {
        answerOnce(operation, 200, Map.of("Content-Type", "text/html"), LARGE);
    }

    private KratyClientOptions.Builder smallAnswers() {
        return tunnel.options().maxAnswerBytes(50_000);
    }

    /** Until there was one request, and something waits; says for how long. */
    private Duration waitAfterTheFirst(String operation) throws InterruptedException {
        Await.until("a request", () -> tunnel.requests(operation).size() == 1);
        Tunnel.untilIdle();
        Await.until("a wait", () -> tunnel.timing.untilNext() != null);
        return tunnel.timing.untilNext();
    }

    @Test
    void json_thatIsNotTheOperationsAnswer_isNoResult() throws Exception {
        json(List.of(
                "{\"login\":\"required\"}",
                "{}",
                "{\"error\":\"login\"}",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":{\"login\":\"required\"}}"));
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);

        Writes.debit(kraty, 10);
        tunnel.until("a result", () -> !heard.all().isEmpty());

        assertEquals(990, heard.done().as(Writes.ANY_DEBIT).balance());
        assertEquals(7, tunnel.requests("debitWallet").size());
        assertEquals(List.of(10L), tunnel.spent());
    }

    /** What reads the answer has gone with the launch before; that every answer has data is known all the same. */
    @Test
    void json_withoutData_isNoResultInTheNextLaunchEither() throws Exception {
        Kraty first = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        Writes.debit(first, 10);
        first.close();
        tunnel.sandbox.goOnline();
        json(List.of("{\"login\":\"required\"}", "{}", "{\"error\":\"login\"}", "{\"data\":null}"));

        tunnel.launch().outbox().onResult(heard);
        tunnel.until("a result", () -> !heard.all().isEmpty());

        assertEquals(990, heard.done().as(Writes.ANY_DEBIT).balance());
        assertEquals(5, tunnel.requests("debitWallet").size());
    }

    /** Of what the outbox has methods for, a later launch knows more: what an answer looks like. */
    @Test
    void json_thatIsNoPurchase_isNoResultInTheNextLaunchEither() throws Exception {
        Kraty first = tunnel.launchWithGold();
        first.pause();
        first.outbox().trackPurchase(Writes.purchase("t-1"));
        first.close();
        answerOnce(
                "trackPurchase",
                200,
                Map.of("Content-Type", "application/json"),
                "{\"data\":{\"login\":\"required\"}}");

        tunnel.launch().outbox().onResult(heard);
        tunnel.until("a result", () -> !heard.all().isEmpty());

        assertEquals("t-1", heard.done().purchase().transactionId());
        assertEquals(2, tunnel.requests("trackPurchase").size());
    }

    /** Of an operation that the game describes itself, every object may be the answer when what reads it has gone. */
    @Test
    void json_ofAnOperationWithoutAnEnvelope_isAResultInTheNextLaunch() throws Exception {
        Kraty first = tunnel.launchWithGold();
        first.pause();
        first.outbox()
                .send(player -> ApiRequest.builder(
                                "debitWallet",
                                "POST",
                                "/sdk/v1/players/{player}/wallet/{currency}/debit",
                                DebitResult.Adapter.INSTANCE)
                        .path("player", player)
                        .path("currency", "gold")
                        .credential(Credential.bearer())
                        .credential(Credential.header("X-Player-Secret"))
                        .body(DebitWalletInput.builder().amount(10).build(), DebitWalletInput.Adapter.INSTANCE)
                        .build());
        first.close();
        json(List.of("{\"balance\":5}"));

        tunnel.launch().outbox().onResult(heard);
        tunnel.until("a result", () -> !heard.all().isEmpty());

        assertEquals("{\"balance\":5}", heard.done().answer());
        assertEquals(1, tunnel.requests("debitWallet").size());
    }

    @Test
    void pageThatIsTooLarge_isNoEnd_butNotFetchedOften() throws Exception {
        largePageOnce("debitWallet");
        Kraty kraty = tunnel.launchWithGold(smallAnswers());
        kraty.outbox().onResult(heard);

        Writes.debit(kraty, 10);
        Duration next = waitAfterTheFirst("debitWallet");

        assertTrue(next.compareTo(Duration.ofMinutes(5)) > 0 && next.compareTo(AN_HOUR) <= 0, next.toString());
        tunnel.timing.advance(next);
        Await.until("a result", () -> !heard.all().isEmpty());
        assertEquals(990, heard.done().as(Writes.ANY_DEBIT).balance());
    }

    @Test
    void pageThatIsTooLarge_holdsBackWhatIsItsOwn() throws Exception {
        largePageOnce("debitWallet");
        Kraty kraty = tunnel.launchWithGold(smallAnswers());
        Writes.debit(kraty, 10);
        waitAfterTheFirst("debitWallet");
        kraty.outbox().onResult(heard);

        kraty.outbox().trackPurchase(Writes.purchase("t-1"));
        tunnel.until("the purchase", () -> !heard.all().isEmpty());

        assertEquals("t-1", heard.done().purchase().transactionId());
        Await.until("the debit waits", () -> {
            Duration next = tunnel.timing.untilNext();
            return next != null && next.compareTo(Duration.ofMinutes(5)) > 0;
        });
    }

    @Test
    void pageThatIsTooLarge_insteadOfTheRegistration_isNoEnd() throws Exception {
        largePageOnce("registerPlayer");
        Kraty kraty = tunnel.launch(smallAnswers());
        kraty.outbox().onResult(heard);

        kraty.outbox().trackPurchase(Writes.purchase("t-1"));
        tunnel.timing.advance(waitAfterTheFirst("registerPlayer"));

        Await.until("a result", () -> !heard.all().isEmpty());
        assertEquals("t-1", heard.done().purchase().transactionId());
    }

    @Test
    void resume_registersOnceMoreWhatWasRefused() throws Exception {
        Kraty kraty = launchRefused();
        gate.open();
        Tunnel.untilIdle();

        kraty.pause();
        kraty.resume();

        Await.until("a result", () -> !heard.all().isEmpty());
        assertEquals("t-1", heard.done().purchase().transactionId());
    }

    @Test
    void resumeWhileARegistrationIsOnItsWay_isReasonEnoughForAnotherOne() throws Exception {
        Kraty kraty = launchRefused();

        kraty.pause();
        kraty.resume();
        gate.open();

        tunnel.until("a result", () -> !heard.all().isEmpty());
        assertEquals("t-1", heard.done().purchase().transactionId());
    }

    /** A launch of somebody whose registration, which is on its way, will be refused. */
    private Kraty launchRefused() throws InterruptedException {
        tunnel.sandbox.addTrouble(Trouble.on("registerPlayer")
                .times(1)
                .effect(Effect.error(403, "forbidden"))
                .build());
        Kraty kraty = tunnel.launchWhileRegistering("carol", gate);
        kraty.outbox().onResult(heard);
        return kraty;
    }

    @ParameterizedTest
    @ValueSource(strings = {"31536000", "9223372036854775807", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void retryAfterOfYears_holdsForAnHour(String years) throws Exception {
        answerOnce("debitWallet", 503, Map.of("Retry-After", years), "<html>busy</html>");
        Kraty kraty = tunnel.launchWithGold();

        Writes.debit(kraty, 10);
        Duration next = waitAfterTheFirst("debitWallet");

        assertTrue(next.compareTo(AN_HOUR) >= 0 && next.compareTo(AN_HOUR.plusMinutes(12)) < 0, next.toString());
        tunnel.timing.advance(next);
        Await.until("done", () -> tunnel.debits() == 1);
    }

    @Test
    void retryAfterOfYears_isNotHeededByResume() throws Exception {
        answerOnce("debitWallet", 503, Map.of("Retry-After", "31536000"), "<html>busy</html>");
        Kraty kraty = tunnel.launchWithGold();
        Writes.debit(kraty, 10);
        waitAfterTheFirst("debitWallet");

        kraty.pause();
        kraty.resume();

        Await.until("done", () -> tunnel.debits() == 1);
    }
}
