package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.KratyRetryConfig;
import io.kraty.sdk.LeaderboardStream;
import io.kraty.sdk.RequestInfo;
import io.kraty.sdk.RequestOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.SilentProxy;
import io.kraty.sdk.wire.Stalled;
import io.kraty.sdk.wire.TlsServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device that changes its network keeps its connections, but nothing comes over them any more. */
@Timeout(60)
class SilentConnectionTest {
    private static final String BOARD = "0b8f6c1e-0000-4000-8000-000000000001";
    private static final String READY = "event: ready\ndata: {\"leaderboardId\":\"b\"}\n\n";
    // These limits run out: long enough for a busy machine to answer on a connection that is fine.
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<RequestInfo> attempts = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"HTTP_2", "HTTP_1_1"})
    void firstCallAfterTheSilence_getsThroughAtItsSecondAttempt(Protocol protocol) throws Exception {
        try (TlsServer server = wallet(protocol);
                SilentProxy network = new SilentProxy(server.port());
                Kraty kraty = client(network)) {
            kraty.wallet().list();
            network.silence();
            attempts.clear();

            kraty.wallet().list();
            kraty.wallet().list();

            assertEquals(
                    List.of(1, 2, 1),
                    attempts.stream().map(RequestInfo::attempt).toList());
            assertEquals(2, network.connections(), "the later call goes over the new connection as well");
        }
    }

    @Test
    void firstCallAfterTheSilence_doesNotTryTheOtherOldConnections() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        try (TlsServer server = new TlsServer(Protocol.HTTP_1_1);
                SilentProxy network = new SilentProxy(server.port());
                Kraty kraty = client(network)) {
            server.answering(request -> {
                await(together);
                return TlsServer.json(MockPlatform.WALLET);
            });
            List<Background<Integer>> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                callers.add(Background.of(() -> kraty.wallet().list().size()));
            }
            for (Background<Integer> caller : callers) {
                caller.result();
            }
            server.answering(request -> TlsServer.json(MockPlatform.WALLET));
            network.silence();
            attempts.clear();

            kraty.wallet().list();

            assertEquals(
                    List.of(1, 2), attempts.stream().map(RequestInfo::attempt).toList());
            assertEquals(4, network.connections());
        }
    }

    @Test
    void bodyThatFallsSilent_isReadAgainOverANewConnection() throws Exception {
        try (TlsServer server = new TlsServer(Protocol.HTTP_2);
                SilentProxy network = new SilentProxy(server.port());
                Kraty kraty = client(network)) {
            server.answering(request -> network.connections() == 1
                    ? TlsServer.answer("application/json", server.begun("{\"data\":"))
                    : TlsServer.json(MockPlatform.WALLET));

            kraty.wallet().list();

            assertEquals(2, network.connections());
        }
    }

    /** HTTP/2 carries everything over one connection, and one slow endpoint says nothing about it. */
    @Test
    void slowEndpoint_hurtsNeitherAStreamNorAFastCallBesideIt() throws Exception {
        try (TlsServer server = new TlsServer(Protocol.HTTP_2);
                SilentProxy network = new SilentProxy(server.port());
                Kraty kraty = client(network, PATIENCE)) {
            Stalled board = server.begun(READY);
            server.answering(request -> answer(server, request, board));
            LeaderboardStream stream = kraty.leaderboards().live(BOARD);
            assertNotNull(stream.poll(PATIENCE));
            server.next();

            Background<KratyNetworkException> slow = Background.of(() -> assertThrows(
                    KratyNetworkException.class,
                    () -> kraty.wallet().debit("gold", 1, RequestOptions.none().timeout(LIMIT))));
            server.next();
            kraty.wallet().list();
            server.next();
            for (int i = 1; i < KratyRetryConfig.defaults().attempts(); i++) {
                server.next();
                kraty.wallet().list();
                server.next();
            }
            slow.result();
            int connections = network.connections();
            kraty.wallet().list();
            RecordedRequest fast = server.next();
            board.send(READY);

            assertEquals(0, fast.getConnectionIndex(), "the healthy connection is still used");
            assertEquals(connections, network.connections());
            LeaderboardEvent next = stream.poll(PATIENCE);
            assertNotNull(next, "the stream goes on");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_2", "HTTP_1_1"})
    void stream_noticesTheSilence_andTheNextOneHasANewConnection(Protocol protocol) throws Exception {
        try (TlsServer server = new TlsServer(protocol);
                SilentProxy network = new SilentProxy(server.port());
                Kraty kraty = client(network)) {
            Stalled board = server.begun(READY);
            server.answering(request -> answer(server, request, board));
            try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
                assertNotNull(stream.poll(PATIENCE));
                network.silence();

                KratyNetworkException lost = assertThrows(KratyNetworkException.class, () -> stream.poll(PATIENCE));
                assertTrue(lost.getMessage().contains("was lost"), lost.getMessage());
            }
            Stalled again = server.begun(READY);
            server.answering(request -> answer(server, request, again));
            try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
                assertNotNull(stream.poll(PATIENCE));
            }
            assertEquals(2, network.connections());
        }
    }

    private static MockResponse answer(TlsServer server, RecordedRequest request, Stalled board) {
        String target = request.getTarget();
        if (target.endsWith("/stream")) {
            return TlsServer.answer("text/event-stream", board);
        }
        return target.endsWith("/debit") ? server.nothing() : TlsServer.json(MockPlatform.WALLET);
    }

    private Kraty client(SilentProxy network) {
        return client(network, LIMIT);
    }

    private Kraty client(SilentProxy network, Duration streamIdle) {
        return Kraty.create(TestOptions.signedIn(network.url(), new FakeTiming())
                .httpClient(TlsServer.client().build())
                .timeout(LIMIT)
                .streamIdleTimeout(streamIdle)
                .onRequest(attempts::add)
                .build());
    }

    private static TlsServer wallet(Protocol protocol) throws Exception {
        return new TlsServer(protocol).answering(request -> TlsServer.json(MockPlatform.WALLET));
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
