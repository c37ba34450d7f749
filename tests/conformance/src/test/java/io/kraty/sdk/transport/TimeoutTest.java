package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.KratyRetryConfig;
import io.kraty.sdk.RequestOptions;
import io.kraty.sdk.TestOptions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each of these hangs, and is ended by the bound, if the limit it is about is not there. */
@Timeout(20)
class TimeoutTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final KratyRetryConfig TWICE =
            KratyRetryConfig.builder().attempts(2).build();

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @Test
    void timeout_withoutAnyAnswer_endsEachAttempt() throws Exception {
        try (ScriptedServer server = new ScriptedServer(silence(), silence());
                Kraty kraty = stalled(server)) {
            KratyNetworkException e = assertThrows(
                    KratyNetworkException.class, () -> kraty.wallet().list());

            assertEquals(2, e.attempts());
            assertEquals(2, server.sent().size());
        }
    }

    @Test
    void timeout_inAStalledBody_endsEachAttempt() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(server.stall(200, "{\"data\":"));
            server.then(server.stall(200, "{\"data\":"));
            try (Kraty kraty = stalled(server)) {
                KratyNetworkException e = assertThrows(
                        KratyNetworkException.class, () -> kraty.wallet().list());

                assertEquals(2, e.attempts());
                assertEquals(2, server.sent().size());
            }
        }
    }

    @Test
    void timeout_inTheStalledBodyOfAnError_endsEachAttempt() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(server.stall(404, "{\"error\":"));
            server.then(server.stall(404, "{\"error\":"));
            try (Kraty kraty = stalled(server)) {
                assertThrows(KratyNetworkException.class, () -> kraty.wallet().list());

                assertEquals(2, server.sent().size());
            }
        }
    }

    @Test
    void timeout_whileTheBodyDrips_endsTheAttempt() {
        // Every byte comes soon enough; all of them together do not.
        ResponseDefinitionBuilder drip =
                MockPlatform.json(200, MockPlatform.DEBITED).withChunkedDribbleDelay(50, 10_000);
        platform.answers(drip, MockPlatform.json(200, MockPlatform.DEBITED));
        Kraty kraty = platform.client(platform.signedIn().timeout(Duration.ofMillis(500)));

        assertEquals(95, kraty.wallet().debit("gold", 5).balance());
    }

    @Test
    void timeout_ofTheCall_winsOverTheClients() throws Exception {
        try (ScriptedServer server = new ScriptedServer(silence());
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                        .timeout(Duration.ofHours(1))
                        .retry(KratyRetryConfig.none())
                        .build())) {
            assertThrows(
                    KratyNetworkException.class,
                    () -> kraty.wallet().list(RequestOptions.none().timeout(SHORT)));
        }
    }

    @Test
    void totalTimeout_shorterThanTheTimeout_shrinksTheAttempt() throws Exception {
        try (ScriptedServer server = new ScriptedServer(silence());
                Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                        .timeout(Duration.ofHours(1))
                        .totalTimeout(Duration.ofMillis(90))
                        .build())) {
            KratyNetworkException e = assertThrows(
                    KratyNetworkException.class, () -> kraty.wallet().list());

            assertEquals(1, e.attempts());
        }
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

    private static ScriptedServer.Step silence() {
        return (request, out) -> Thread.sleep(60_000);
    }

    private static Kraty stalled(ScriptedServer server) {
        return Kraty.create(TestOptions.signedIn(server.url(), platform.timing())
                .timeout(SHORT)
                .retry(TWICE)
                .build());
    }
}
