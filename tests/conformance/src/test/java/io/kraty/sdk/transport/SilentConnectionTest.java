package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.SilentProxy;
import io.kraty.sdk.wire.Stalled;
import io.kraty.sdk.wire.TlsServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A device that changes its network keeps its connections, but nothing comes over them any more. */
@Timeout(180)
class SilentConnectionTest {
    private static final String BOARD = "0b8f6c1e-0000-4000-8000-000000000001";
    private static final String READY = "event: ready\ndata: {\"leaderboardId\":\"b\"}\n\n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Integer> attempts = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"HTTP_2", "HTTP_1_1"})
    void firstCallAfterTheSilence_getsThroughAtItsSecondAttempt(Protocol protocol) throws Exception {
        Limits.grow(limit -> {
            try (TlsServer server = wallet(protocol);
                    SilentProxy network = new SilentProxy(server.port());
                    Kraty kraty = client(network, PATIENCE)) {
                kraty.wallet().list();
                network.silence();
                if (!secondAttemptGetsThrough(kraty, limit)) {
                    return false;
                }
                kraty.wallet().list();

                assertEquals(List.of(1, 2, 1), attempts);
                assertEquals(2, network.connections(), "the later call goes over the new connection as well");
                return true;
            }
        });
    }

    @Test
    void firstCallAfterTheSilence_doesNotTryTheOtherOldConnections() throws Exception {
        Limits.grow(limit -> {
            CyclicBarrier together = new CyclicBarrier(3);
            try (TlsServer server = new TlsServer(Protocol.HTTP_1_1);
                    SilentProxy network = new SilentProxy(server.port());
                    Kraty kraty = client(network, PATIENCE)) {
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
                if (!secondAttemptGetsThrough(kraty, limit)) {
                    return false;
                }

                assertEquals(4, network.connections());
                return true;
            }
        });
    }

    @Test
    void bodyThatFallsSilent_isReadAgainOverANewConnection() throws Exception {
        Limits.grow(limit -> {
            try (TlsServer server = new TlsServer(Protocol.HTTP_2);
                    SilentProxy network = new SilentProxy(server.port());
                    Kraty kraty = client(network, PATIENCE)) {
                server.answering(request -> network.connections() == 1
                        ? TlsServer.answer("application/json", server.begun("{\"data\":"))
                        : TlsServer.json(MockPlatform.WALLET));

                return secondAttemptGetsThrough(kraty, limit) && server.requests() == 2 && network.connections() == 2;
            }
        });
    }

    /** HTTP/2 carries everything over one connection, and one slow endpoint says nothing about it. */
    @Test
    void slowEndpoint_hurtsNeitherAStreamNorAFastCallBesideIt() throws Exception {
        Limits.grow(limit -> {
            try (TlsServer server = new TlsServer(Protocol.HTTP_2);
                    SilentProxy network = new SilentProxy(server.port());
                    Kraty kraty = client(network, PATIENCE)) {
                AtomicInteger debits = new AtomicInteger();
                AtomicInteger lastConnection = new AtomicInteger();
                Stalled board = server.begun(READY);
                server.answering(request -> {
                    if (request.getTarget().endsWith("/debit")) {
                        debits.incrementAndGet();
                        return server.nothing();
                    }
                    lastConnection.set(request.getConnectionIndex());
                    return answer(request, board);
                });
                LeaderboardStream stream = kraty.leaderboards().live(BOARD);
                assertNotNull(stream.poll(PATIENCE));

                Background<KratyNetworkException> slow = Background.of(() -> assertThrows(
                        KratyNetworkException.class,
                        () -> kraty.with(RequestOptions.none().timeout(limit))
                                .wallet()
                                .debit("gold", 1)));
                while (!slow.isDone()) {
                    kraty.wallet().list();
                }
                slow.result();
                if (debits.get() < KratyRetryConfig.defaults().attempts()) {
                    return false; // some did not get to the server
                }
                int connections = network.connections();
                kraty.wallet().list();
                board.send(READY);

                assertEquals(0, lastConnection.get(), "the healthy connection is still used");
                assertEquals(connections, network.connections());
                assertNotNull(stream.poll(PATIENCE), "the stream goes on");
                return true;
            }
        });
    }

    /** Its thread is in the game's code, not stuck below OkHttp, and the connection is not its own. */
    @Test
    void listenerThatIsSlowWhenItsStreamIsClosed_takesNoConnectionFromOthers() throws Exception {
        try (TlsServer server = new TlsServer(Protocol.HTTP_2);
                SilentProxy network = new SilentProxy(server.port());
                Kraty kraty = client(network, PATIENCE)) {
            Stalled board = server.begun(READY);
            server.answering(request -> answer(request, board));
            LeaderboardStream other = kraty.leaderboards().live(BOARD);
            assertNotNull(other.poll(PATIENCE));
            Stalled second = server.begun(READY);
            server.answering(request -> answer(request, second));
            CountDownLatch inside = new CountDownLatch(1);
            AtomicBoolean leave = new AtomicBoolean();
            LeaderboardStream slow = kraty.leaderboards().live(BOARD, event -> {
                inside.countDown();
                while (!leave.get()) {
                    Thread.onSpinWait(); // whatever happens to its thread
                }
            });
            inside.await();
            slow.close();
            TimeUnit.SECONDS.sleep(1); // many looks at what does not return
            leave.set(true);
            board.send(READY);

            assertNotNull(other.poll(PATIENCE), "the stream beside it goes on");
            assertEquals(1, network.connections());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_2", "HTTP_1_1"})
    void stream_noticesTheSilence_andTheNextOneHasANewConnection(Protocol protocol) throws Exception {
        Limits.grow(idle -> {
            try (TlsServer server = new TlsServer(protocol);
                    SilentProxy network = new SilentProxy(server.port());
                    Kraty kraty = client(network, idle)) {
                server.answering(request -> answer(request, server.begun(READY)));
                try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
                    if (!isReady(stream)) {
                        return false;
                    }
                    network.silence();

                    KratyNetworkException lost = assertThrows(KratyNetworkException.class, () -> stream.poll(PATIENCE));
                    assertTrue(lost.getMessage().contains("was lost"), lost.getMessage());
                }
                try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
                    return isReady(stream) && network.connections() == 2;
                }
            }
        });
    }

    /** Makes a call whose first attempt runs into {@code limit}; false if the second one did, too. */
    private boolean secondAttemptGetsThrough(Kraty kraty, Duration limit) {
        attempts.clear();
        try {
            kraty.with(RequestOptions.none().timeout(limit)).wallet().list();
        } catch (KratyNetworkException e) {
            return false;
        }
        return attempts.equals(List.of(1, 2));
    }

    /** Whether the first event came in time. */
    private static boolean isReady(LeaderboardStream stream) {
        try {
            return stream.poll(PATIENCE) != null;
        } catch (KratyNetworkException e) {
            return false;
        }
    }

    private static MockResponse answer(RecordedRequest request, Stalled board) {
        return request.getTarget().endsWith("/stream")
                ? TlsServer.answer("text/event-stream", board)
                : TlsServer.json(MockPlatform.WALLET);
    }

    private Kraty client(SilentProxy network, Duration streamIdle) {
        return Kraty.create(TestOptions.signedIn(network.url(), FakeTiming.flowing())
                .httpClient(TlsServer.client().build())
                .streamIdleTimeout(streamIdle)
                .onRequest(info -> attempts.add(info.attempt()))
                .build());
    }

    private static TlsServer wallet(Protocol protocol) throws Exception {
        return new TlsServer(protocol).answering(request -> TlsServer.json(MockPlatform.WALLET));
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
