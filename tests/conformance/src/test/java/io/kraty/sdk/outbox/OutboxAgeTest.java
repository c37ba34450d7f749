package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult.Done;
import io.kraty.sdk.live.OutboxResult.Expired;
import io.kraty.sdk.live.OutboxResult.Unknown;
import io.kraty.sdk.live.OutboxState;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.wire.Await;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform forgets a key after a day; the outbox forgets nothing, and knows the difference. */
class OutboxAgeTest {
    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    /** Sends what is accepted, loses the answer, and ends the launch. */
    private void leaveInDoubt(Kraty kraty, OutboxEntry accepted) throws Exception {
        tunnel.until(
                "doubt",
                () -> kraty.outbox().pending().stream()
                        .anyMatch(entry -> entry.key().equals(accepted.key()) && entry.firstSentAt() != null));
        tunnel.until(
                "an answer that is lost",
                () -> tunnel.requests(accepted.operation()).stream()
                        .anyMatch(request -> accepted.key().equals(request.idempotencyKey())));
    }

    private Kraty launchAfter(Kraty before, Duration time) throws InterruptedException {
        before.close();
        Tunnel.untilIdle(); // so that nothing of its is answered after all
        tunnel.sandbox.clearTrouble();
        tunnel.timing.advance(time);
        Kraty next = tunnel.launch();
        next.outbox().onResult(heard);
        return next;
    }

    private void loseAnswers() {
        tunnel.sandbox.addTrouble(Trouble.on("*").effect(Effect.resetAfter()).build());
    }

    @Test
    void inDoubtForHours_isRepeated() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        loseAnswers();
        leaveInDoubt(kraty, Writes.debit(kraty, 10));

        launchAfter(kraty, Duration.ofHours(22));

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
        assertEquals(1, tunnel.debits());
    }

    @Test
    void inDoubtForADay_isNotRepeatedButUnknown() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        loseAnswers();
        leaveInDoubt(kraty, Writes.debit(kraty, 10));
        int sent = tunnel.requests("debitWallet").size();

        Kraty next = launchAfter(kraty, Duration.ofHours(23).plusMinutes(1));

        tunnel.until("the result", () -> !heard.all().isEmpty());
        Unknown unknown = assertInstanceOf(Unknown.class, heard.only());
        assertTrue(unknown.reason().contains("forgotten its key"), unknown.reason());
        assertEquals(sent, tunnel.requests("debitWallet").size());
        Writes.debit(next, 7);
        tunnel.until("what comes after it", () -> heard.all().size() == 2);
        assertEquals(List.of(10L, 7L), tunnel.spent());
    }

    /** One process notes that it sends, and cannot; meanwhile another one has sent, and hears nothing of it. */
    @Test
    void sentByAnotherProcessMeanwhile_isInDoubtAlthoughThisOneSentNothing() throws Exception {
        CountDownLatch noted = new CountDownLatch(1);
        CountDownLatch unreachable = new CountDownLatch(1);
        OkHttpClient offline = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    noted.countDown();
                    awaitQuietly(unreachable);
                    throw new ConnectException("Network is unreachable");
                })
                .build();
        String secret = tunnel.sandbox.register(Tunnel.PLAYER);
        tunnel.sandbox.credit(Tunnel.PLAYER, "gold", 1000);
        Kraty one = tunnel.launch(tunnel.options().httpClient(offline));
        one.signIn(Tunnel.PLAYER, secret);
        OutboxEntry accepted = Writes.debit(one, 10);
        assertTrue(noted.await(60, TimeUnit.SECONDS));
        loseAnswers();
        Kraty other = tunnel.launch();
        other.outbox().onResult(heard);
        leaveInDoubt(other, accepted);
        other.close();

        unreachable.countDown();
        Await.until("it waits to try again", () -> tunnel.timing.untilNext() != null);
        assertEquals(OutboxState.IN_DOUBT, one.outbox().pending().get(0).state());

        launchAfter(one, Duration.ofDays(2));
        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Unknown.class, heard.only());
        assertEquals(1, tunnel.debits());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void pausedForADayJustBeforeItIsSent_isNotRepeated() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        loseAnswers();
        leaveInDoubt(kraty, Writes.debit(kraty, 10));
        kraty.close();
        tunnel.sandbox.clearTrouble();
        int sent = tunnel.requests("debitWallet").size();
        AtomicReference<Kraty> next = new AtomicReference<>();
        OutboxStore kept = tunnel.store;
        CountDownLatch noted = new CountDownLatch(1);
        tunnel.store = new OutboxStore() {
            @Override
            public String read(String name) {
                return kept.read(name);
            }

            @Override
            public void update(String name, UnaryOperator<String> change) {
                kept.update(name, change);
                if (noted.getCount() > 0 && next.get() != null) { // that it is about to be sent
                    next.get().pause();
                    noted.countDown();
                }
            }
        };
        Kraty second = tunnel.launch();
        next.set(second);
        second.outbox().onResult(heard);
        second.ensureIdentity();
        assertTrue(noted.await(60, TimeUnit.SECONDS), "it is never sent");

        tunnel.sandbox.clock().advance(Duration.ofHours(25));
        tunnel.timing.advance(Duration.ofHours(25));
        second.resume();

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Unknown.class, heard.only());
        assertEquals(sent, tunnel.requests("debitWallet").size());
        assertEquals(1, tunnel.debits());
    }

    @Test
    void clockSetBack_isNoProofOfYouth() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        loseAnswers();
        leaveInDoubt(kraty, Writes.debit(kraty, 10));
        tunnel.timing.now(tunnel.timing.now().minus(Duration.ofDays(2)));

        launchAfter(kraty, Duration.ofHours(1));

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Unknown.class, heard.only());
    }

    @Test
    void neverSent_hasAllTheTime() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        Writes.debit(kraty, 10);
        for (int hour = 0; hour < 60; hour++) {
            tunnel.timing.advance(Duration.ofHours(1));
            Await.until("a wait", () -> tunnel.timing.untilNext() != null);
        }
        tunnel.sandbox.goOnline();

        launchAfter(kraty, Duration.ofDays(20));

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
    }

    @Test
    void whatChangesNothingTwice_isSentOn() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        String attempt = kraty.events().start("coin_rush").attempt().id();
        String second = kraty.events().start("endless_run").attempt().id();
        tunnel.sandbox.grantCurrency(Tunnel.PLAYER, "gold", 5);
        String grant = kraty.grants().listPending().get(0).id();
        loseAnswers();
        leaveInDoubt(kraty, kraty.outbox().trackPurchase(Writes.purchase("t-1")));
        leaveInDoubt(kraty, kraty.outbox().claim(grant));
        leaveInDoubt(kraty, kraty.outbox().progress("coin_rush", attempt, ProgressInput.set(3)));
        leaveInDoubt(kraty, kraty.outbox().repeatable().submitScore(Tunnel.BOARD, 120));
        leaveInDoubt(kraty, kraty.outbox().progress("endless_run", second, ProgressInput.increment(3)));
        leaveInDoubt(kraty, kraty.outbox().submitScore("weekly_score_2", 120));

        launchAfter(kraty, Duration.ofHours(30));

        tunnel.until("the results", () -> heard.all().size() == 6);
        Set<String> done = heard.all().stream()
                .filter(Done.class::isInstance)
                .map(result -> result.entry().operation())
                .collect(Collectors.toSet());
        assertEquals(Set.of("trackPurchase", "claimGrant", "reportProgress", "submitScore"), done);
        assertEquals(2, heard.all().stream().filter(Unknown.class::isInstance).count());
    }

    @Test
    void finishedBefore_isNotTakenForARefusal() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        String attempt = kraty.events().start("coin_rush").attempt().id();
        loseAnswers();
        leaveInDoubt(kraty, kraty.outbox().finish("coin_rush", attempt));
        tunnel.sandbox.clock().advance(Duration.ofHours(25)); // now the platform has forgotten the key

        launchAfter(kraty, Duration.ofHours(25));

        tunnel.until("the result", () -> !heard.all().isEmpty());
        Unknown unknown = assertInstanceOf(Unknown.class, heard.only());
        assertTrue(unknown.reason().contains("attempt_finished"), unknown.reason());
    }

    @Test
    void maxAgeForEver_isOne() throws Exception {
        Kraty kraty = tunnel.launchWithGold(tunnel.options().outboxMaxAge(ChronoUnit.FOREVER.getDuration()));
        kraty.outbox().onResult(heard);

        Writes.debit(kraty, 10);

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
    }

    /** As a damaged file may have it. */
    @ParameterizedTest
    @CsvSource({"created, true", "created, false", "sent, true", "sent, false"})
    void momentThatIsFarOff_isInNobodysWay(String which, boolean isLate) throws Exception {
        Kraty first = tunnel.launchWithGold();
        first.pause();
        OutboxEntry odd = Writes.debit(first, 10);
        OutboxEntry right = first.outbox().trackPurchase(Writes.purchase("t-1"));
        first.close();
        Tunnel.untilIdle();
        tunnel.store.update(Names.of(tunnel.sandbox), text -> {
            String far = "\"" + which + "\":\"" + (isLate ? Instant.MAX : Instant.MIN) + "\"";
            return which.equals("created")
                    ? text.replaceFirst("\"created\":\"[^\"]*\"", far)
                    : text.replaceFirst("\"created\"", far + ",\"created\"");
        });

        Kraty next = tunnel.launch();
        next.outbox().onResult(heard);

        tunnel.until("both", () -> heard.all().size() == 2);
        Map<String, Class<?>> ends = heard.all().stream()
                .collect(Collectors.toMap(result -> result.entry().key(), Object::getClass));
        assertEquals(Done.class, ends.get(right.key()));
        assertEquals(which.equals("sent") ? Unknown.class : Done.class, ends.get(odd.key()));
    }

    private Kraty acceptedOffline() throws InterruptedException {
        Kraty kraty = tunnel.launchWithGold(tunnel.options().outboxMaxAge(Duration.ofDays(2)));
        kraty.outbox().onResult(heard);
        tunnel.sandbox.goOffline();
        Writes.debit(kraty, 10);
        awaitAWait();
        return kraty;
    }

    private void awaitAWait() throws InterruptedException {
        Tunnel.untilIdle();
        Await.until("a wait", () -> tunnel.timing.untilNext() != null);
    }

    @Test
    void tooOldAndNotTaken_isReportedAsExpired() throws Exception {
        acceptedOffline();
        tunnel.timing.advance(Duration.ofDays(2).plusSeconds(1));
        awaitAWait();
        assertEquals(List.of(), heard.all(), "nobody was there who could have taken it");
        tunnel.sandbox.addTrouble(Trouble.on("debitWallet")
                .effect(Effect.rateLimited(Duration.ofSeconds(1)))
                .build());
        tunnel.sandbox.goOnline();

        tunnel.until("the result", () -> !heard.all().isEmpty());

        assertInstanceOf(Expired.class, heard.only());
        assertEquals(1, tunnel.requests("debitWallet").size());
        assertEquals(0, tunnel.debits());
    }

    /** Nobody may say of it that it was not sent. */
    @Test
    void tooOldButSentOnce_isUnknown() throws Exception {
        Kraty kraty = tunnel.launchWithGold(tunnel.options().outboxMaxAge(Duration.ofDays(2)));
        loseAnswers();
        leaveInDoubt(kraty, kraty.outbox().repeatable().submitScore(Tunnel.BOARD, 120));
        kraty.close();
        tunnel.sandbox.clearTrouble();
        tunnel.timing.advance(Duration.ofDays(2).plusSeconds(1));
        tunnel.sandbox.addTrouble(Trouble.on("submitScore")
                .effect(Effect.rateLimited(Duration.ofSeconds(1)))
                .build());

        Kraty next = tunnel.launch(tunnel.options().outboxMaxAge(Duration.ofDays(2)));
        next.outbox().onResult(heard);

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Unknown.class, heard.only());
    }

    @Test
    void tooOldOfSomebodyWhoLeft_isReportedAsExpired() throws Exception {
        Kraty kraty = acceptedOffline();
        kraty.logout();
        tunnel.sandbox.goOnline();
        tunnel.timing.advance(Duration.ofDays(2).plusSeconds(1));

        kraty.signIn("bob", tunnel.sandbox.register("bob"));

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Expired.class, heard.only());
        assertEquals(List.of(), tunnel.requests("debitWallet"));
    }

    @Test
    void acceptedBeforeTheClockWasSet_isSent() throws Exception {
        Instant right = tunnel.timing.now();
        tunnel.timing.now(Instant.parse("1970-01-02T00:00:00Z"));
        acceptedOffline();
        tunnel.timing.now(right);
        tunnel.sandbox.goOnline();

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
    }

    @Test
    void clockAheadForAMoment_endsNothing() throws Exception {
        acceptedOffline();
        Instant right = tunnel.timing.now();
        tunnel.timing.now(right.plus(Duration.ofDays(400)));
        tunnel.timing.advance(Duration.ofMinutes(10)); // a round while the clock is wrong
        awaitAWait();
        tunnel.timing.now(right.plusSeconds(1000));
        tunnel.sandbox.goOnline();

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
    }

    @Test
    void clockAheadBeforeTheFirstPlayer_endsNothing() throws Exception {
        tunnel.sandbox.goOffline();
        Kraty kraty = tunnel.launch();
        kraty.outbox().onResult(heard);
        kraty.outbox().trackPurchase(Writes.purchase("t-1"));
        awaitAWait();
        tunnel.timing.advance(Duration.ofDays(400));
        awaitAWait();
        tunnel.sandbox.goOnline();

        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
    }
}
