package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.AttemptStatus;
import io.kraty.api.model.LobbyStatus;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.live.LobbyProgress;
import io.kraty.sdk.live.StartWhenReadyOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Warnings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartWhenReadyTest {
    private static final String MATCHED = "quick_brawl";
    private static final String COSTLY = "bounty_hunt";
    private static final int CAPACITY = 6;
    private static final Instant START = Instant.parse("2026-09-01T12:00:00Z");

    // Nobody but the test fills a lobby, or moves its clock.
    private final KratySandbox sandbox = KratySandbox.builder()
            .startAt(START)
            .frozen(true)
            .lobbyFillTime(Duration.ofHours(1))
            .start();
    private final List<LobbyProgress> updates = new ArrayList<>();
    private final List<KratyException> errors = new ArrayList<>();
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private FakeTiming timing = FakeTiming.flowing();
    private Kraty kraty;

    @BeforeEach
    void open() {
        kraty = Kraty.create(options().build());
        kraty.ensureIdentity();
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private KratyClientOptions.Builder options() {
        return PlayTestOptions.on(sandbox, timing).retry(KratyRetryConfig.none());
    }

    private StartAttemptResponse start() {
        return start(kraty, MATCHED);
    }

    private StartAttemptResponse start(KratyView view, String event) {
        StartWhenReadyOptions options = StartWhenReadyOptions.builder()
                .interval(Duration.ofSeconds(1))
                .timeout(Duration.ofMillis(4500))
                .onUpdate(this::note)
                .onError(errors::add)
                .build();
        return view.events().startWhenReady(event, Map.of("level", 7), options);
    }

    private void note(LobbyProgress progress) {
        updates.add(progress);
        if (!meanwhile.isEmpty()) {
            meanwhile.remove().run();
        }
    }

    /** The lobby that was seen last. */
    private String lobby() {
        return updates.get(updates.size() - 1).lobby().id();
    }

    private void fill() {
        sandbox.fillLobby(lobby());
    }

    private void another() {
        try (Kraty player = Kraty.create(options().build())) {
            assertThrows(KratyApiException.class, () -> player.events().start(MATCHED));
        }
    }

    private List<RecordedRequest> starts() {
        String me = kraty.activeExternalPlayerId().orElseThrow();
        return requests("startAttempt").stream()
                .filter(request -> me.equals(request.externalPlayerId()))
                .toList();
    }

    private List<RecordedRequest> requests(String operation) {
        return sandbox.requests().stream()
                .filter(request -> operation.equals(request.operation()))
                .toList();
    }

    private void trouble(String on, int skip, Effect... effects) {
        sandbox.addTrouble(
                Trouble.on(on).skip(skip).times(effects.length).script(effects).build());
    }

    @Test
    void eventWithoutALobby_isStartedAtOnce() {
        assertEquals(
                AttemptStatus.IN_PROGRESS, start(kraty, "coin_rush").attempt().status());

        assertEquals(1, starts().size());
        assertEquals(List.of(), timing.sleeps());
        assertEquals(List.of(), updates);
    }

    @Test
    void formingLobby_isWatchedUntilItIsActive_andThePlayerIsIn() {
        meanwhile.add(this::another);
        meanwhile.add(this::fill);

        StartAttemptResponse start = start();

        assertEquals(AttemptStatus.IN_PROGRESS, start.attempt().status());
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), timing.sleeps());
        assertEquals(
                List.of(1, 2, 2), updates.stream().map(LobbyProgress::humans).toList());
        assertEquals(
                List.of(0, 0, CAPACITY - 2),
                updates.stream().map(LobbyProgress::bots).toList());
        assertEquals(CAPACITY, updates.get(0).capacity());
        assertEquals(LobbyStatus.ACTIVE, updates.get(2).lobby().status());
        assertEquals(updates.get(2).lobby().leaderboardId(), start.leaderboardId());
        assertEquals(
                List.of(202, 201),
                starts().stream().map(RecordedRequest::status).toList());
        assertNotEquals(
                starts().get(0).idempotencyKey(), starts().get(1).idempotencyKey(), "each start is a call of its own");
        assertEquals(List.of(), errors);
    }

    @Test
    void secondLobby_isWaitedForLikeTheFirst() {
        meanwhile.add(this::fill);
        meanwhile.add(() -> sandbox.closeLobby(lobby())); // right after it was active
        meanwhile.add(this::fill);

        StartAttemptResponse start = start();

        assertEquals(updates.get(3).lobby().leaderboardId(), start.leaderboardId());
        assertNotEquals(updates.get(1).lobby().id(), updates.get(3).lobby().id());
        assertEquals(
                List.of(202, 202, 201),
                starts().stream().map(RecordedRequest::status).toList());
        assertEquals(
                3,
                starts().stream()
                        .map(RecordedRequest::idempotencyKey)
                        .distinct()
                        .count());
    }

    @Test
    void closedLobby_endsTheWait() {
        meanwhile.add(() -> sandbox.closeLobby(lobby()));

        KratyLobbyClosedException closed = assertThrows(KratyLobbyClosedException.class, this::start);

        assertEquals(lobby(), closed.lobby().id());
        assertEquals(1, starts().size());
    }

    @Test
    void oneTimeIsForEverything_toTheNanosecond() {
        trouble("startAttempt", 0, Effect.status(503)); // the first start takes an interval of it

        assertThrows(KratyTimeoutException.class, this::start);

        assertEquals(Duration.ofMillis(4500), timing.elapsed());
        assertEquals(Duration.ofMillis(500), timing.sleeps().get(4), "the last pause is what is left");
        assertEquals(4, updates.size(), "nothing begins once time is up");
        assertEquals(2, starts().size());
    }

    @Test
    void lobbyThatIsActiveTooLate_isNotPlayed() {
        for (int i = 0; i < 3; i++) {
            meanwhile.add(() -> {});
        }
        meanwhile.add(this::fill);
        meanwhile.add(() -> timing.advance(Duration.ofMillis(500))); // the reading took that long

        assertThrows(KratyTimeoutException.class, this::start);

        assertEquals(LobbyStatus.ACTIVE, updates.get(4).lobby().status());
        assertEquals(1, starts().size());
    }

    @Test
    void windowThatEndedMeanwhile_isSaid() {
        meanwhile.add(this::fill);
        meanwhile.add(() -> sandbox.closeWindow(MATCHED));

        assertTrue(assertThrows(KratyApiException.class, this::start).isNoActiveWindow());
        assertEquals(2, starts().size());
        assertEquals(List.of(), errors);
    }

    @ParameterizedTest
    @CsvSource({"max_attempts_reached, 429", "max_daily_attempts_reached, 429", "event_disabled, 409"})
    void playerWhoMayNotStart_isSaidAtOnce(String code, int status) {
        meanwhile.add(this::fill);
        trouble("startAttempt", 1, Effect.error(status, code));

        assertTrue(assertThrows(KratyApiException.class, this::start).is(code));
        assertEquals(2, starts().size());
    }

    @Test
    void startWhoseAnswerIsLost_isRepeatedWithItsKey_andPaidOnce() {
        String me = kraty.activeExternalPlayerId().orElseThrow();
        sandbox.credit(me, "gold", 500);
        trouble("startAttempt", 0, Effect.resetAfter(), Effect.status(503));

        start(kraty, COSTLY);

        assertEquals(3, starts().size());
        assertEquals(
                1,
                starts().stream()
                        .map(RecordedRequest::idempotencyKey)
                        .distinct()
                        .count());
        assertEquals(List.of(-100L), paid(me));
        assertInstanceOf(KratyNetworkException.class, errors.get(0));
        assertInstanceOf(KratyApiException.class, errors.get(1));
        assertEquals(2, errors.size());
    }

    @Test
    void startThatIsNotAnsweredInTime_isNoTimeout() {
        String me = kraty.activeExternalPlayerId().orElseThrow();
        sandbox.credit(me, "gold", 500);
        sandbox.addTrouble(
                Trouble.on("startAttempt").effect(Effect.resetAfter()).build());

        assertThrows(KratyNetworkException.class, () -> start(kraty, COSTLY), "whether it was paid for is unknown");

        assertEquals(Duration.ofMillis(4500), timing.elapsed());
        assertEquals(5, starts().size());
        assertEquals(
                1,
                starts().stream()
                        .map(RecordedRequest::idempotencyKey)
                        .distinct()
                        .count());
        assertEquals(List.of(-100L), paid(me));
    }

    /** After 100 ms, the next pause would be 200 ms. */
    @Test
    void attemptsOfAStart_areCutToWhatIsLeft() {
        trouble("startAttempt", 0, Effect.status(503), Effect.status(503), Effect.status(503));
        StartWhenReadyOptions options =
                StartWhenReadyOptions.builder().timeout(Duration.ofMillis(250)).build();

        try (Kraty patient = Kraty.create(PlayTestOptions.on(sandbox, timing).build())) {
            KratyApiException failure = assertThrows(
                    KratyApiException.class, () -> patient.events().startWhenReady(COSTLY, Map.of(), options));

            assertEquals(2, failure.attempts());
            assertEquals(Duration.ofMillis(250), timing.elapsed());
        }
    }

    @Test
    void timeLimitOfAView_isForEachCall() {
        trouble("startAttempt", 0, Effect.status(503), Effect.status(503));

        try (Kraty patient = Kraty.create(PlayTestOptions.on(sandbox, timing).build())) {
            start(patient.with(RequestOptions.none().totalTimeout(Duration.ofMillis(250))), "coin_rush");

            assertEquals(2, ((KratyApiException) errors.get(0)).attempts());
            assertEquals(1, errors.size());
        }
    }

    @Test
    void keyOfAView_goesWithEveryStart_andLeadsToTheSameAttemptLater() {
        KratyView once = kraty.with(RequestOptions.none().idempotencyKey("tonight"));
        meanwhile.add(this::fill);

        StartAttemptResponse first = start(once, MATCHED);
        StartAttemptResponse again = start(once, MATCHED);

        assertEquals(first.attempt().id(), again.attempt().id());
        assertEquals(
                List.of("tonight", "tonight", "tonight"),
                starts().stream().map(RecordedRequest::idempotencyKey).toList());
    }

    @Test
    void troubleWithTheLobby_isReportedAndSurvived() {
        meanwhile.add(this::fill);
        trouble("getLobby", 0, Effect.status(503), Effect.resetBefore());

        start();

        assertEquals(2, errors.size());
        assertEquals(2, updates.size());
    }

    @Test
    void lobbyThatIsUnknown_endsTheWait() {
        trouble("getLobby", 0, Effect.error(404, "not_found"));

        assertTrue(assertThrows(KratyApiException.class, this::start).isNotFound());
        assertEquals(1, requests("getLobby").size());
    }

    @Test
    void platformThatAsksForAPause_getsIt() {
        trouble("startAttempt", 0, Effect.rateLimited(Duration.ofSeconds(3)));

        start(kraty, "coin_rush");

        assertEquals(List.of(Duration.ofMillis(3_500)), timing.sleeps(), "and by chance up to an interval longer");
    }

    @Test
    void timeLeft_isByTheServersClock_ifThatIsKnown() {
        timing.now(Instant.EPOCH);
        meanwhile.add(kraty::syncTime);
        meanwhile.add(this::fill);

        start();

        assertEquals(
                Duration.between(Instant.EPOCH, START.plus(Duration.ofHours(1))),
                updates.get(0).timeLeft());
        assertEquals(
                Duration.ofHours(1).minusSeconds(1), updates.get(1).timeLeft(), "a second passed since it was asked");
    }

    @Test
    void timeLeft_isNeverNegative() {
        meanwhile.add(this::fill);
        meanwhile.add(() -> {});
        timing.now(START.plus(Duration.ofHours(2)));

        start();

        assertEquals(Duration.ZERO, updates.get(0).timeLeft());
    }

    @Test
    void playerWhoBegan_isTheOneWhoStarts() {
        String me = kraty.activeExternalPlayerId().orElseThrow();
        String secret = sandbox.register("bob");
        meanwhile.add(() -> {
            fill();
            kraty.signIn("bob", secret);
        });

        start();

        assertEquals(
                List.of(me, me),
                requests("startAttempt").stream()
                        .map(RecordedRequest::externalPlayerId)
                        .toList());
    }

    @Test
    void viewOfAnother_startsForThem() {
        String secret = sandbox.register("bob");
        meanwhile.add(this::fill);

        start(kraty.with(RequestOptions.as("bob").playerSecret(secret)), MATCHED);

        assertEquals(
                List.of("bob", "bob"),
                requests("startAttempt").stream()
                        .map(RecordedRequest::externalPlayerId)
                        .toList());
    }

    @Test
    void whatAListenerThrows_isLoggedAndChangesNothing() {
        meanwhile.add(() -> {
            fill();
            throw new IllegalStateException("the screen is gone");
        });
        trouble("getLobby", 1, Effect.status(503));

        try (Warnings warnings = Warnings.of("io.kraty.sdk.callback")) {
            assertEquals(AttemptStatus.IN_PROGRESS, start().attempt().status());

            assertEquals(1, warnings.texts().size());
            assertTrue(warnings.texts().get(0).contains("the screen is gone"), warnings.texts()::toString);
        }
    }

    @Test
    void listeners_areCalledWhereTheGameSays() {
        List<Runnable> frame = new CopyOnWriteArrayList<>();
        trouble("getLobby", 1, Effect.status(503));

        try (Kraty drawing = Kraty.create(options().callbackExecutor(frame::add).build())) {
            assertThrows(KratyTimeoutException.class, () -> start(drawing, MATCHED));

            assertEquals(List.of(), updates, "not on this thread");
            assertEquals(List.of(), errors);
            frame.forEach(Runnable::run);
            assertEquals(4, updates.size());
            assertEquals(1, errors.size());
        }
    }

    @Test
    void close_endsTheWait() throws Exception {
        step();
        Background<IllegalStateException> waiting =
                Background.of(() -> assertThrows(IllegalStateException.class, this::start));
        timing.awaitSleep();

        kraty.close();

        assertEquals("this Kraty is closed", waiting.result().getMessage());
        assertEquals(1, requests("startAttempt").size());
    }

    @Test
    void interrupt_endsTheWaitWithTheFlagSet() throws Exception {
        step();
        Background<Boolean> waiting = Background.of(() -> {
            assertThrows(KratyNetworkException.class, this::start);
            return Thread.currentThread().isInterrupted();
        });
        timing.awaitSleep();
        waiting.thread().interrupt();

        assertTrue(waiting.result());
        assertEquals(1, requests("startAttempt").size());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 999_999})
    void timesUnderAMillisecond_areRefusedByName(long nanos) {
        StartWhenReadyOptions.Builder options = StartWhenReadyOptions.builder();

        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> options.interval(Duration.ofNanos(nanos)).build())
                .getMessage()
                .startsWith("interval: "));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> options.interval(Duration.ofSeconds(1))
                                .timeout(Duration.ofNanos(nanos))
                                .build())
                .getMessage()
                .startsWith("timeout: "));
    }

    /** From here on sleeps last until they are ended. */
    private void step() {
        kraty.close();
        timing = FakeTiming.stepped();
        open();
    }

    private List<Long> paid(String player) {
        return sandbox.ledger().stream()
                .filter(entry -> entry.externalPlayerId().equals(player))
                .map(LedgerEntry::delta)
                .filter(delta -> delta < 0)
                .toList();
    }
}
