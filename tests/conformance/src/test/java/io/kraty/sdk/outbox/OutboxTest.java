package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.PlayersApi;
import io.kraty.api.WalletApi;
import io.kraty.api.model.DebitResult;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.Grant;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult.Done;
import io.kraty.sdk.live.OutboxResult.Refused;
import io.kraty.sdk.live.OutboxState;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is accepted is sent for as long as it takes, happens once, and is reported. */
class OutboxTest {
    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    @Test
    void write_isDoneAndReported() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);

        OutboxEntry accepted = Writes.debit(kraty, 10);

        assertEquals("debitWallet", accepted.operation());
        assertEquals(Tunnel.PLAYER, accepted.externalPlayerId());
        assertEquals(OutboxState.WAITING, accepted.state());
        tunnel.until("a result", () -> !heard.all().isEmpty());
        Done done = heard.done();
        assertEquals(accepted.key(), done.entry().key());
        assertTrue(done.answer().contains("990"), done.answer());
        assertEquals(990, done.as(Writes.ANY_DEBIT).balance());
        assertEquals(List.of(10L), tunnel.spent());
        tunnel.until("nothing left", () -> tunnel.store.read(name()) == null);
        assertEquals(List.of(), kraty.outbox().pending());
    }

    /** Labels of a metric must not tell who plays. */
    @Test
    void telemetry_isToldTheTemplateOfThePath() throws Exception {
        List<RequestInfo> seen = new CopyOnWriteArrayList<>();
        Kraty kraty = tunnel.launchWithGold(tunnel.options().onRequest(seen::add));
        kraty.outbox().onResult(heard);
        kraty.wallet().debit("gold", 1);
        Writes.debit(kraty, 10);
        tunnel.until("a result", () -> !heard.all().isEmpty());

        List<String> templates = seen.stream()
                .filter(info -> info.operation().equals("debitWallet"))
                .map(RequestInfo::pathTemplate)
                .toList();
        assertEquals(2, templates.size());
        assertEquals(templates.get(0), templates.get(1));
    }

    @Test
    void eachMethod_sendsItsOperationAndReadsItsAnswer() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        String attempt = kraty.events().start("coin_rush").attempt().id();
        tunnel.sandbox.grantCurrency(Tunnel.PLAYER, "gold", 5);
        tunnel.sandbox.grantCrate(Tunnel.PLAYER, "silver_crate");
        List<Grant> grants = kraty.grants().listPending();
        String crate = grants.stream()
                .filter(grant -> grant.kind().value().equals("crate"))
                .findFirst()
                .orElseThrow()
                .id();
        String reward = grants.stream()
                .filter(grant -> grant.kind().value().equals("reward"))
                .findFirst()
                .orElseThrow()
                .id();

        kraty.outbox().progress("coin_rush", attempt, ProgressInput.increment(3));
        kraty.outbox().finish("coin_rush", attempt);
        kraty.outbox().submitScore(Tunnel.BOARD, 120);
        kraty.outbox().claim(reward);
        kraty.outbox().open(crate);
        kraty.outbox().trackPurchase(Writes.purchase("t-1"));
        tunnel.until("all results", () -> heard.all().size() == 6);

        Map<String, Done> done = new HashMap<>();
        heard.all().forEach(result -> done.put(result.entry().operation(), assertInstanceOf(Done.class, result)));
        assertEquals(3.0, done.get("reportProgress").progress().attempt().score(), 0.0);
        assertEquals(attempt, done.get("finishAttempt").finished().attempt().id());
        assertEquals(120.0, done.get("submitScore").score().score(), 0.0);
        assertEquals(reward, done.get("claimGrant").claimed().id());
        assertEquals(crate, done.get("openCrate").opened().crate().id());
        assertEquals("t-1", done.get("trackPurchase").purchase().transactionId());
        assertThrows(IllegalStateException.class, () -> done.get("claimGrant").opened());
    }

    @Test
    void progress_saysWhenItHappened() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        Instant own = Instant.parse("2026-01-01T00:00:00Z");
        tunnel.sandbox.goOffline();

        kraty.outbox().progress("e", "a", ProgressInput.increment(3));
        kraty.outbox().progress("e", "a", ProgressInput.increment(3).occurredAt(own));
        kraty.outbox().trackPurchase(Writes.purchase("t-1"));

        String kept = tunnel.store.read(name());
        assertTrue(kept.contains("\\\"occurredAt\\\":\\\"" + tunnel.timing.now()), kept);
        assertTrue(kept.contains("\\\"occurredAt\\\":\\\"" + own), kept);
        assertTrue(kept.contains("\\\"purchasedAt\\\":\\\"" + tunnel.timing.now()), kept);
        assertFalse(kept.contains(tunnel.sandbox.secretOf(Tunnel.PLAYER).orElseThrow()), "a secret is kept");
        assertFalse(kept.contains(tunnel.sandbox.apiKey()), "the key is kept");
    }

    @Test
    void lostAnswers_countOnce() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        tunnel.sandbox.addTrouble(
                Trouble.on("debitWallet").times(3).effect(Effect.resetAfter()).build());

        OutboxEntry accepted = Writes.debit(kraty, 10);
        tunnel.until(
                "doubt",
                () -> !tunnel.requests("debitWallet").isEmpty()
                        && kraty.outbox().pending().get(0).state() == OutboxState.IN_DOUBT);
        tunnel.until("a result", () -> !heard.all().isEmpty());

        assertEquals(List.of(10L), tunnel.spent());
        assertEquals(accepted.key(), heard.done().entry().key());
        assertEquals(4, tunnel.requests("debitWallet").size());
        assertEquals(
                1,
                tunnel.requests("debitWallet").stream()
                        .map(RecordedRequest::idempotencyKey)
                        .distinct()
                        .count());
    }

    @Test
    void anyTrouble_countsOnceAndInOrder() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        tunnel.sandbox.addTrouble(
                Trouble.on("debitWallet")
                        .probability(0.3)
                        .effect(Effect.resetAfter())
                        .build(),
                Trouble.on("debitWallet")
                        .probability(0.3)
                        .effect(Effect.status(503))
                        .build(),
                Trouble.on("debitWallet")
                        .probability(0.3)
                        .effect(Effect.resetBefore())
                        .build(),
                Trouble.on("debitWallet")
                        .probability(0.3)
                        .effect(Effect.cut(0.5))
                        .build(),
                Trouble.on("debitWallet")
                        .probability(0.3)
                        .effect(Effect.answer(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>"))
                        .build());

        List<String> accepted = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        for (int amount = 1; amount <= 20; amount++) {
            accepted.add(Writes.debit(kraty, amount).key());
            amounts.add((long) amount);
        }
        tunnel.until("all results", () -> heard.all().size() == 20);

        assertEquals(amounts, tunnel.spent());
        assertEquals(accepted, heard.keys());
    }

    @Test
    void otherLanes_overtakeWhatIsStuck() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        String attempt = kraty.events().start("coin_rush").attempt().id();
        tunnel.sandbox.addTrouble(
                Trouble.on("reportProgress").effect(Effect.status(500)).build());

        kraty.outbox().progress("coin_rush", attempt, ProgressInput.increment(1));
        kraty.outbox().finish("coin_rush", attempt);
        Writes.debit(kraty, 10);
        tunnel.until("the debit", () -> heard.all().size() == 1);

        assertEquals("debitWallet", heard.done().entry().operation());
        assertEquals(List.of(), tunnel.requests("finishAttempt"));
        tunnel.sandbox.clearTrouble();
        tunnel.until("the others", () -> heard.all().size() == 3);
        assertEquals(
                List.of("debitWallet", "reportProgress", "finishAttempt"),
                heard.all().stream().map(result -> result.entry().operation()).toList());
    }

    @Test
    void refusal_isReportedAndNotRepeated() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);

        Writes.debit(kraty, 5000);
        Writes.debit(kraty, 10);
        tunnel.until("both results", () -> heard.all().size() == 2);

        Refused refused = assertInstanceOf(Refused.class, heard.all().get(0));
        assertTrue(refused.error().isConflict(), refused.error().toString());
        assertEquals(refused.entry().key(), refused.error().idempotencyKey());
        assertInstanceOf(Done.class, heard.all().get(1));
        assertEquals(2, tunnel.requests("debitWallet").size());
    }

    @Test
    void retryAfter_isHeeded() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.addTrouble(Trouble.on("debitWallet")
                .times(1)
                .effect(Effect.rateLimited(Duration.ofMinutes(3)))
                .build());

        Writes.debit(kraty, 10);
        tunnel.until("the first try", () -> tunnel.timing.untilNext() != null);
        Duration next = tunnel.timing.untilNext();
        assertTrue(
                next.compareTo(Duration.ofMinutes(3)) >= 0 && next.compareTo(Duration.ofSeconds(200)) < 0, "" + next);
        kraty.pause();
        kraty.resume();
        tunnel.timing.advance(Duration.ofMinutes(2));
        assertEquals(1, tunnel.requests("debitWallet").size());
        tunnel.timing.advance(Duration.ofSeconds(80));
        tunnel.until("done", () -> tunnel.debits() == 1);
    }

    @Test
    void offline_isTriedLessAndLessAndAtOnceAfterResume() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        Writes.debit(kraty, 10);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Await.until("a wait", () -> tunnel.timing.untilNext() != null);
            Duration next = tunnel.timing.untilNext();
            waits.add(next);
            tunnel.timing.advance(next);
        }
        assertTrue(waits.get(0).compareTo(Duration.ofSeconds(1)) <= 0, waits.toString());
        assertTrue(waits.get(11).compareTo(Duration.ofMinutes(2)) > 0, waits.toString());
        assertTrue(waits.stream().allMatch(wait -> wait.compareTo(Duration.ofMinutes(5)) <= 0), waits.toString());
        Await.until("a wait", () -> tunnel.timing.untilNext() != null);
        assertNull(kraty.outbox().pending().get(0).firstSentAt(), "nothing has left the device");
        tunnel.sandbox.goOnline();
        kraty.pause();
        kraty.resume();
        Await.until("done", () -> tunnel.debits() == 1);
    }

    @Test
    void paused_sendsNothing() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        kraty.pause();
        Writes.debit(kraty, 10);
        tunnel.timing.advance(Duration.ofMinutes(10));
        assertEquals(List.of(), tunnel.requests("debitWallet"));

        kraty.resume();
        Await.until("a result", () -> !heard.all().isEmpty());
    }

    @Test
    void keyOfAView_isTheWritesOwnAndAcceptsItOnce() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        RequestOptions quest = RequestOptions.none().idempotencyKey("quest-7");

        assertEquals("quest-7", Writes.debit(kraty.with(quest), 10).key());
        assertEquals("quest-7", Writes.debit(kraty.with(quest), 10).key());
        assertEquals(1, kraty.outbox().pending().size());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> kraty.with(quest).outbox().claim("g"));
        assertTrue(refused.getMessage().startsWith("idempotencyKey: "), refused.getMessage());
    }

    @Test
    void tag_comesBack() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);

        assertEquals(
                "quest 7", kraty.outbox().tagged("quest 7").claim("unknown").tag());
        tunnel.until("a result", () -> !heard.all().isEmpty());
        assertEquals("quest 7", heard.only().entry().tag());
        assertThrows(IllegalArgumentException.class, () -> kraty.outbox().tagged(""));
        assertThrows(IllegalArgumentException.class, () -> kraty.outbox().tagged("quest \ud800"));
    }

    private static ApiRequest<DebitResult> ownWrite(String method, String path) {
        return ApiRequest.builder("ownWrite", method, path, DebitResult.Adapter.INSTANCE)
                .credential(Credential.header("X-Player-Secret"))
                .body(DebitWalletInput.builder().amount(1).build(), DebitWalletInput.Adapter.INSTANCE)
                .build();
    }

    @Test
    void writeOfTheGamesOwn_isAccepted() {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        kraty.outbox().send(player -> ownWrite("PUT", "/" + player));
        assertEquals("ownWrite", kraty.outbox().pending().get(0).operation());
    }

    @Test
    void whatCannotBeKept_isRefusedAtOnce() {
        Kraty kraty = tunnel.launch();

        for (Executable bad : List.<Executable>of(
                () -> kraty.outbox().claim(".."),
                () -> kraty.outbox().progress("", "a", ProgressInput.set(1)),
                () -> kraty.outbox().submitScore("b", Double.NaN),
                () -> kraty.outbox().send(player -> PlayersApi.registerPlayer(player, null)),
                () -> kraty.outbox().send(player -> WalletApi.listWallet(player)),
                () -> kraty.outbox().send(player -> ownWrite("DELETE", "/" + player)),
                () -> kraty.outbox().send(player -> ownWrite("GET", "/" + player)),
                () -> kraty.outbox().send(player -> ownWrite("post", "/" + player)),
                () -> kraty.outbox().send(player -> ownWrite("POST", player)))) {
            assertThrows(IllegalArgumentException.class, bad);
        }
        assertNull(tunnel.store.read(name()));
        assertEquals(List.of(), tunnel.sandbox.requests());
    }

    private String name() {
        return Names.of(tunnel.sandbox);
    }
}
