package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TlsServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * After {@link Kraty#close()} nothing is sent any more, whatever was under way. Single answers that come late, or never,
 * are given by hand; what a next launch makes of it is tested on the sandbox.
 */
@Timeout(90)
class ClosedInFlightTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);

    /** Also on a client of the game's. Else each of these hangs until its bound. */
    @ParameterizedTest
    @EnumSource
    void call_heldAnywhereWhenClosed_isReleased(Stage stage) throws Exception {
        try (TlsServer server = stage.server();
                Stage.Held held = stage.hold(server)) {
            Kraty kraty = Kraty.create(TestOptions.signedIn(held.url(), FakeTiming.flowing())
                    .httpClient(held.client())
                    .timeout(FOR_EVER)
                    .build());
            Background<IllegalStateException> caller = Background.of(() -> assertThrows(
                    IllegalStateException.class, () -> kraty.wallet().list()));
            held.await();

            kraty.close();

            IllegalStateException e = caller.result();
            assertEquals("this Kraty is closed", e.getMessage());
            assertInstanceOf(KratyNetworkException.class, e.getCause());
            assertFalse(caller.thread().isInterrupted());
            assertEquals(stage.isSent() ? 1 : 0, server.requests());
        }
    }

    @Test
    void call_inFlightWhenClosed_isNotSentAgain() throws Exception {
        try (TinyServer server = TinyServer.manual()) {
            Kraty kraty = Kraty.create(
                    TestOptions.signedIn(server.url(), FakeTiming.flowing()).build());
            Background<Object> caller = refused(() -> kraty.wallet().debit("gold", 5));
            Exchange held = server.next();

            kraty.close();

            IllegalStateException e = (IllegalStateException) caller.result();
            assertEquals("this Kraty is closed", e.getMessage());
            assertInstanceOf(KratyNetworkException.class, e.getCause(), "what became of the write is unknown");
            assertEquals(1, server.requests().size());
            held.drop();
        }
    }

    @Test
    void call_thatWaitsToRepeatWhenClosed_isNotSentAgain() throws Exception {
        FakeTiming timing = FakeTiming.stepped();
        try (TinyServer server = TinyServer.answering(exchange -> exchange.error(503, "internal_error"))) {
            Kraty kraty =
                    Kraty.create(TestOptions.signedIn(server.url(), timing).build());
            Background<Object> caller = refused(() -> kraty.wallet().list());
            timing.awaitSleep();

            kraty.close(); // which nobody has to wait for, however long the pause

            assertInstanceOf(KratyApiException.class, ((IllegalStateException) caller.result()).getCause());
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void call_onItsWayThroughTheGamesInterceptorWhenClosed_doesNotLeave() throws Exception {
        KratyClientOptions.Builder options = TestOptions.signedIn("http://127.0.0.1:1", FakeTiming.flowing());
        try (TinyServer server = TinyServer.answering(exchange -> exchange.json(200, MockPlatform.WALLET))) {
            Kraty[] kraty = new Kraty[1];
            OkHttpClient games = new OkHttpClient.Builder()
                    .addInterceptor(chain -> {
                        kraty[0].close();
                        return chain.proceed(chain.request());
                    })
                    .build();
            kraty[0] =
                    Kraty.create(options.baseUrl(server.url()).httpClient(games).build());

            assertThrows(IllegalStateException.class, () -> kraty[0].wallet().list());

            assertEquals(0, server.requests().size());
        }
    }

    @Test
    void registration_inFlightWhenClosed_isNotSentAgainAndResumedByTheNextLaunch() throws Exception {
        try (KratySandbox sandbox = KratySandbox.start()) {
            sandbox.addTrouble(Trouble.on("registerPlayer")
                    .times(1)
                    .effect(Effect.stall(0))
                    .build());
            KratyClientOptions options = PlayTestOptions.on(sandbox, FakeTiming.flowing())
                    .secretStore(new InMemorySecretStore())
                    .build();
            Kraty kraty = Kraty.create(options);
            Background<Object> caller = refused(() -> kraty.wallet().list());
            Await.until("the registration is there", () -> sandbox.requests().size() == 1);

            kraty.close();

            assertInstanceOf(IllegalStateException.class, caller.result());
            try (Kraty next = Kraty.create(options)) {
                PlayerCredentials resumed = next.ensureIdentity();

                assertEquals(List.of(resumed.externalPlayerId()), sandbox.players());
                assertEquals(sandbox.secretOf(resumed.externalPlayerId()).orElseThrow(), resumed.secret());
            }
            assertEquals(2, sandbox.requests().size());
            assertTrue(sandbox.requests().get(1).replayed(), "the second one is the same, down to its body");
        }
    }

    private static Background<Object> refused(Callable<?> call) {
        return Background.of(() -> assertThrows(IllegalStateException.class, call::call));
    }
}
