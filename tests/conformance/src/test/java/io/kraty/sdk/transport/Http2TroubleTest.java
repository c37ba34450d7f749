package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.wire.TlsServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proxy that resets a stream of HTTP/2, or says goodbye to the whole connection. */
@Timeout(90)
class Http2TroubleTest {
    private static final String BOARD = "0b8f6c1e-0000-4000-8000-000000000001";

    private final List<RequestInfo> told = new CopyOnWriteArrayList<>();

    /** What happens in the middle of an answer. */
    enum Trouble {
        RESET_WITHOUT_AN_ERROR(new SocketEffect.CloseStream(0)),
        RESET(new SocketEffect.CloseStream(2)),
        REFUSED(new SocketEffect.CloseStream(7)),
        CANCELLED(new SocketEffect.CloseStream(8)),
        TOO_MANY(new SocketEffect.CloseStream(11)),
        HANG_UP(new SocketEffect.CloseSocket());

        @SuppressWarnings("ImmutableEnumChecker") // it is, but does not say so
        private final SocketEffect effect;

        Trouble(SocketEffect effect) {
            this.effect = effect;
        }

        /** A server that makes this trouble as often, and then answers. */
        TlsServer server(int times, String contentType) throws IOException {
            AtomicInteger left = new AtomicInteger(times);
            TlsServer server = new TlsServer(Protocol.HTTP_2);
            return server.answering(request -> left.getAndDecrement() <= 0
                    ? TlsServer.json(MockPlatform.DEBITED)
                    : new MockResponse.Builder()
                            .setHeader("Content-Type", contentType)
                            .body(" ".repeat(200_000))
                            .onResponseBody(effect)
                            .build());
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void call_isRepeatedWithTheSameKey(Trouble trouble) throws Exception {
        try (TlsServer server = trouble.server(2, "application/json");
                Kraty kraty = client(server)) {
            assertEquals(95, kraty.wallet().debit("gold", 5).balance());

            assertEquals(
                    List.of(1, 2, 3), told.stream().map(RequestInfo::attempt).toList());
            assertEquals(
                    1, told.stream().map(RequestInfo::idempotencyKey).distinct().count());
            assertEquals(
                    List.of("network", "network", "ok"),
                    told.stream().map(RequestInfo::outcomeCode).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void callThatNeverGetsThrough_endsInATypedError(Trouble trouble) throws Exception {
        try (TlsServer server = trouble.server(4, "application/json");
                Kraty kraty = client(server)) {
            KratyNetworkException e = assertThrows(
                    KratyNetworkException.class, () -> kraty.wallet().debit("gold", 5));

            assertEquals(4, e.attempts());
            assertEquals(Outcome.UNKNOWN, e.outcome());
            assertNotNull(e.getCause());
            assertEquals(4, told.size());
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void stream_endsWithATypedError(Trouble trouble) throws Exception {
        try (TlsServer server = trouble.server(1, "text/event-stream");
                Kraty kraty = client(server);
                LeaderboardStream live = kraty.leaderboards().live(BOARD)) {
            assertThrows(KratyNetworkException.class, () -> live.poll(Duration.ofMinutes(1)));
            assertNull(live.poll(Duration.ofMinutes(1)));
            assertFalse(live.isOpen());
        }
    }

    /** A proxy that is about to restart says goodbye to each connection after one answer. */
    @Test
    void connection_thatTheServerSaysGoodbyeTo_isLeft() throws Exception {
        try (TlsServer server = new TlsServer(Protocol.HTTP_2)
                        .answering(request -> new MockResponse.Builder()
                                .setHeader("Content-Type", "application/json")
                                .body(MockPlatform.DEBITED)
                                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                                .build());
                Kraty kraty = client(server)) {
            for (int i = 0; i < 5; i++) {
                assertEquals(95, kraty.wallet().debit("gold", 5).balance());
            }
            assertEquals(5, told.stream().filter(RequestInfo::ok).count());
        }
    }

    private Kraty client(TlsServer server) {
        return Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                .httpClient(TlsServer.client().build())
                .onRequest(told::add)
                .build());
    }
}
