package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.DeafServer;
import io.kraty.sdk.wire.TlsServer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Over HTTP/2 a peer that does not read holds not only who writes to it, but all calls on the connection, and OkHttp cannot end
 * them: it would have to write. Each of these hangs, and is ended by the bound, if the connection is not closed from below.
 */
@Timeout(120)
class StuckWriterTest {
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Map<String, Object> LARGE = Map.of("x", "y".repeat(20_000_000));

    private static KratyClientOptions.Builder options(DeafServer server) {
        return TestOptions.signedIn(server.url(), FakeTiming.flowing())
                .httpClient(TlsServer.client().build())
                .timeout(FOR_EVER)
                .retry(KratyRetryConfig.none());
    }

    /** Somebody writes and does not get on. */
    private static Background<Object> stuck(Kraty kraty, Class<? extends RuntimeException> end) throws Exception {
        kraty.wallet().list();
        Background<Object> writing =
                Background.of(() -> assertThrows(end, () -> kraty.players().mergeMetadata(LARGE)));
        int[] inARow = {0};
        Await.until("it writes and does not get on", () -> {
            boolean writes = Arrays.stream(writing.thread().getStackTrace())
                    .anyMatch(frame -> frame.getClassName().endsWith("Http2Writer"));
            inARow[0] = writes ? inARow[0] + 1 : 0;
            return inARow[0] == 100;
        });
        return writing;
    }

    @Test
    void interrupt_endsTheCall_andTheNextOneHasANewConnection() throws Exception {
        try (DeafServer server = new DeafServer(MockPlatform.WALLET);
                Kraty kraty = Kraty.create(options(server).build())) {
            Background<Object> writing = stuck(kraty, KratyNetworkException.class);

            writing.thread().interrupt();

            writing.result();
            assertEquals(0, kraty.wallet().list().size());
            assertEquals(2, server.connections());
        }
    }

    @Test
    void close_endsTheCall() throws Exception {
        try (DeafServer server = new DeafServer(MockPlatform.WALLET)) {
            Kraty kraty = Kraty.create(options(server).build());
            Background<Object> writing = stuck(kraty, IllegalStateException.class);

            kraty.close();

            writing.result();
        }
    }

    @Test
    void timeLimit_endsOtherCallsOnTheConnection() throws Exception {
        try (DeafServer server = new DeafServer(MockPlatform.WALLET);
                Kraty kraty = Kraty.create(options(server).build())) {
            Background<Object> writing = stuck(kraty, KratyNetworkException.class);

            assertThrows(
                    KratyNetworkException.class,
                    () -> kraty.with(RequestOptions.none().timeout(Duration.ofMillis(200)))
                            .wallet()
                            .list());

            writing.result(); // went with the connection
            assertEquals(0, kraty.wallet().list().size());
            assertTrue(server.connections() >= 2);
        }
    }
}
