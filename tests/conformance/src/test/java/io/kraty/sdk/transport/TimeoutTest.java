package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Limits;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each of these hangs, and is ended by the bound, if the limit it is about is not there. */
@Timeout(90)
class TimeoutTest {
    private static final KratyRetryConfig TWICE =
            KratyRetryConfig.builder().attempts(2).build();

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @Test
    void timeout_withoutAnyAnswer_endsEachAttempt() throws Exception {
        endsEachAttempt(ScriptedServer::silence);
    }

    @Test
    void timeout_inAStalledBody_endsEachAttempt() throws Exception {
        endsEachAttempt(server -> server.stall(200, "{\"data\":"));
    }

    @Test
    void timeout_inTheStalledBodyOfAnError_endsEachAttempt() throws Exception {
        endsEachAttempt(server -> server.stall(404, "{\"error\":"));
    }

    @Test
    void timeout_whileTheHeadersDrip_endsEachAttempt() throws Exception {
        endsEachAttempt(ScriptedServer::dripHeaders);
    }

    @Test
    void timeout_amongHintsWithoutEnd_endsEachAttempt() throws Exception {
        endsEachAttempt(ScriptedServer::hints);
    }

    @Test
    void timeout_whileTheBodyDrips_endsTheAttempt() throws Exception {
        Limits.grow(limit -> {
            try (ScriptedServer server = new ScriptedServer()) {
                // Every byte comes soon enough; all of them together never do.
                server.then(server.drip(200, "{\"data\":", ' '));
                server.then(ScriptedServer.json(200, MockPlatform.DEBITED));
                try (Kraty kraty =
                        Kraty.create(options(server).timeout(limit).retry(TWICE).build())) {
                    assertEquals(95, kraty.wallet().debit("gold", 5).balance());
                    return true;
                } catch (KratyNetworkException e) {
                    return false; // the answer that was whole came too late as well
                }
            }
        });
    }

    @Test
    void timeout_ofTheCall_winsOverTheClients() throws Exception {
        endsTheOnlyAttempt(
                options -> options.timeout(Duration.ofHours(1)).retry(KratyRetryConfig.none()),
                limit -> RequestOptions.none().timeout(limit));
    }

    @Test
    void totalTimeout_shorterThanTheTimeout_shrinksTheAttempt() throws Exception {
        endsTheOnlyAttempt(
                // A repetition would not be worth its pause: the clock that counts here stands still.
                options -> options.timeout(Duration.ofHours(1))
                        .retry(KratyRetryConfig.builder()
                                .initialDelay(Duration.ofHours(1))
                                .maxDelay(Duration.ofHours(1))
                                .build()),
                limit -> RequestOptions.none().totalTimeout(limit));
    }

    @Test
    void timeouts_withoutEnd_areAllowed() {
        Duration forever = ChronoUnit.FOREVER.getDuration();
        platform.answers(MockPlatform.error(500, "internal_error"), MockPlatform.json(200, MockPlatform.DEBITED));
        Kraty kraty = platform.client(platform.signedIn()
                .timeout(forever)
                .totalTimeout(forever)
                .streamIdleTimeout(forever)
                .retry(KratyRetryConfig.builder()
                        .maxDelay(forever)
                        .maxRetryAfter(forever)
                        .build()));

        assertEquals(95, kraty.wallet().debit("gold", 5).balance());

        platform.answers(MockPlatform.error(404, "not_found"));
        assertEquals("not_found", Operation.EVENT_BOARD_STREAM.refused(kraty).rawCode());
    }

    /** The limit of a client, against a server that never comes to the end of an answer. */
    private static void endsEachAttempt(Function<ScriptedServer, ScriptedServer.Step> endless) throws Exception {
        Limits.grow(limit -> {
            try (ScriptedServer server = new ScriptedServer()) {
                server.then(endless.apply(server));
                server.then(endless.apply(server));
                try (Kraty kraty =
                        Kraty.create(options(server).timeout(limit).retry(TWICE).build())) {
                    KratyNetworkException e = assertThrows(
                            KratyNetworkException.class, () -> kraty.wallet().list());

                    assertEquals(2, e.attempts());
                    return server.sent().size() == 2;
                }
            }
        });
    }

    /** The limit of a call, against a server that says nothing. */
    private static void endsTheOnlyAttempt(
            UnaryOperator<KratyClientOptions.Builder> patient, Function<Duration, RequestOptions> limited)
            throws Exception {
        Limits.grow(limit -> {
            try (ScriptedServer server = new ScriptedServer()) {
                server.then(server.silence());
                try (Kraty kraty = Kraty.create(patient.apply(options(server)).build())) {
                    KratyNetworkException e = assertThrows(
                            KratyNetworkException.class,
                            () -> kraty.with(limited.apply(limit)).wallet().list());

                    assertEquals(1, e.attempts());
                    return server.sent().size() == 1;
                }
            }
        });
    }

    private static KratyClientOptions.Builder options(ScriptedServer server) {
        return TestOptions.signedIn(server.url(), platform.timing());
    }
}
