package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.DebitResult;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.Background;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an exception says about a write is what the platform did. */
@Timeout(90)
class OutcomeTest {
    private final KratySandbox sandbox = KratySandbox.start();
    private final Kraty kraty = open(KratyRetryConfig.builder().attempts(2).build());

    private Kraty open(KratyRetryConfig retry) {
        return Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .retry(retry)
                .maxAnswerBytes(100_000)
                .build());
    }

    @BeforeEach
    void pay() {
        sandbox.credit(kraty.ensureIdentity().externalPlayerId(), "gold", 100);
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private KratyException failure() {
        return assertThrows(KratyException.class, () -> kraty.wallet().debit("gold", 5));
    }

    private long debits() {
        return sandbox.ledger().stream()
                .filter(entry -> entry.reason().equals("debit"))
                .count();
    }

    private void trouble(Effect... effects) {
        sandbox.addTrouble(Trouble.on("debitWallet").script(effects).build());
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of(List.of(Effect.error(400, "validation_failed")), Outcome.REFUSED),
                Arguments.of(
                        List.of(Effect.error(429, "rate_limited"), Effect.error(429, "rate_limited")), Outcome.REFUSED),
                Arguments.of(List.of(Effect.status(503), Effect.status(503)), Outcome.UNKNOWN),
                Arguments.of(List.of(Effect.resetBefore(), Effect.resetBefore()), Outcome.UNKNOWN),
                Arguments.of(List.of(Effect.resetAfter(), Effect.resetAfter()), Outcome.UNKNOWN),
                // The doubt about the first attempt stays, whatever the second one hears.
                Arguments.of(List.of(Effect.resetAfter(), Effect.error(401, "player_secret_invalid")), Outcome.UNKNOWN),
                Arguments.of(List.of(Effect.error(429, "rate_limited"), Effect.resetAfter()), Outcome.UNKNOWN),
                Arguments.of(List.of(Effect.invalidJson()), Outcome.UNKNOWN),
                Arguments.of(List.of(Effect.bare(403)), Outcome.UNKNOWN),
                Arguments.of(List.of(Effect.answer(200, Map.of(), "x".repeat(200_000))), Outcome.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void writeThatFailed_saysWhetherItMayHaveHappened_andGoesOnWithItsKey(List<Effect> effects, Outcome outcome) {
        trouble(effects.toArray(Effect[]::new));

        KratyException failure = failure();

        assertEquals(outcome, failure.outcome(), failure.toString());
        String key = Objects.requireNonNull(failure.idempotencyKey());
        if (outcome == Outcome.REFUSED) {
            assertEquals(0, debits());
        }
        sandbox.clearTrouble();
        DebitResult done =
                kraty.with(RequestOptions.none().idempotencyKey(key)).wallet().debit("gold", 5);
        assertEquals(95, done.balance());
        assertEquals(1, debits(), "once, however often it was sent");
    }

    @Test
    void anotherLaunch_goesOnWithTheKey() {
        trouble(Effect.resetAfter(), Effect.resetAfter());
        KratyException failure = failure();
        sandbox.clearTrouble();
        String secret = kraty.ensureIdentity().secret();
        String player = kraty.ensureIdentity().externalPlayerId();
        kraty.close();

        try (Kraty next = open(KratyRetryConfig.none())) {
            next.signIn(player, secret);
            next.with(RequestOptions.none().idempotencyKey(Objects.requireNonNull(failure.idempotencyKey())))
                    .wallet()
                    .debit("gold", 5);
        }
        assertEquals(1, debits());
    }

    /** The platform forgets a key after a day: then repeating is what makes it happen twice. */
    @Test
    void deviceThatSleepsForADayInTheMiddle_doesNotRepeat() throws Exception {
        trouble(Effect.resetAfter(), Effect.pass());
        FakeTiming timing = FakeTiming.stepped();
        PlayerCredentials player = kraty.ensureIdentity();
        try (Kraty sleepy = Kraty.create(PlayTestOptions.on(sandbox, timing).build())) {
            sleepy.signIn(player);
            Background<KratyException> call = Background.of(() ->
                    assertThrows(KratyException.class, () -> sleepy.wallet().debit("gold", 5)));
            timing.awaitSleep();
            timing.now(timing.now().plus(Duration.ofHours(25)));
            sandbox.clock().advance(Duration.ofHours(25));
            timing.wake();

            assertEquals(Outcome.UNKNOWN, call.result().outcome());
        }
        assertEquals(1, debits());
    }

    @Test
    void noConnection_nothingWasSent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (Kraty nowhere = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .baseUrl("http://127.0.0.1:" + free)
                .build())) {
            nowhere.signIn("ann", "a-secret");
            KratyException failure =
                    assertThrows(KratyException.class, () -> nowhere.wallet().debit("gold", 5));
            assertEquals(Outcome.NOT_SENT, failure.outcome());
            assertNotNull(failure.idempotencyKey());
        }
    }

    @Test
    void interruptedBefore_nothingWasSent() {
        Thread.currentThread().interrupt();
        KratyException failure = failure();
        assertTrue(Thread.interrupted());
        assertEquals(Outcome.NOT_SENT, failure.outcome());
    }

    @Test
    void interruptedMeanwhile_isUnknown() throws InterruptedException {
        trouble(Effect.stall(0.5));
        Thread caller = Thread.currentThread();
        Thread interrupting = new Thread(() -> {
            while (sandbox.requests().stream().noneMatch(request -> "debitWallet".equals(request.operation()))) {
                Thread.onSpinWait();
            }
            caller.interrupt();
        });
        interrupting.start();
        KratyException failure = failure();
        assertTrue(Thread.interrupted());
        interrupting.join();
        assertEquals(Outcome.UNKNOWN, failure.outcome());
    }

    /** The key of the registration would be of no use for the write, and the registration goes on by itself. */
    @Test
    void playerWhoCannotBeRegistered_nothingWasSent() {
        kraty.logout();
        sandbox.addTrouble(
                Trouble.on("registerPlayer").effect(Effect.resetAfter()).build());
        KratyException failure = failure();
        assertEquals(Outcome.NOT_SENT, failure.outcome());
        assertNull(failure.idempotencyKey());
    }

    @Test
    void registrationByHand_isAWriteOfItsOwn() {
        sandbox.addTrouble(
                Trouble.on("registerPlayer").effect(Effect.resetAfter()).build());
        KratyException failure =
                assertThrows(KratyException.class, () -> kraty.players().register("bob"));
        assertEquals(Outcome.UNKNOWN, failure.outcome());
        assertNotNull(failure.idempotencyKey());
    }

    @Test
    void read_hasNoKey() {
        sandbox.addTrouble(Trouble.on("*").effect(Effect.resetBefore()).build());
        KratyException failure =
                assertThrows(KratyException.class, () -> kraty.wallet().list());
        assertEquals(Outcome.UNKNOWN, failure.outcome());
        assertNull(failure.idempotencyKey());
    }
}
