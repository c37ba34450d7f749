package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.SilentProxy;
import io.kraty.sdk.wire.TlsServer;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client of the SDK's own leaves no connection behind, also where HTTP/2 carried a stream and a call when it was closed. */
@Timeout(120)
class ClosedConnectionsTest {
    private static final String BOARD = "0b8f6c1e-0000-4000-8000-000000000001";
    private static final String READY = "event: ready\ndata: {\"leaderboardId\":\"b\"}\n\n";

    @Test
    void close_withAStreamAndACallUnderWay_endsTheConnection(@TempDir Path directory) throws Exception {
        try (TlsServer server = new TlsServer(Protocol.HTTP_2);
                SilentProxy network = new SilentProxy(server.port())) {
            server.answering(request -> request.getTarget().endsWith("/stream")
                    ? TlsServer.answer("text/event-stream", server.begun(READY))
                    : server.nothing());
            Kraty kraty = TlsServer.trustedByTheJvm(directory, () -> {
                Kraty made = Kraty.create(TestOptions.signedIn(network.url(), FakeTiming.flowing())
                        .build());
                LeaderboardStream stream = made.leaderboards().live(BOARD);
                assertNotNull(stream.poll(Duration.ofSeconds(60)));
                return made;
            });
            Background<IllegalStateException> caller = Background.of(() -> assertThrows(
                    IllegalStateException.class, () -> kraty.wallet().list()));
            server.next();
            server.next();
            assertEquals(1, network.open());

            kraty.close();

            caller.result();
            Await.until("the connection is closed", () -> network.open() == 0);
        }
    }
}
