package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.live.SubscriptionState;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.OurThreads;
import io.kraty.sdk.wire.RecordedSockets;
import io.kraty.sdk.wire.TlsServer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a game may call once a frame touches no socket on its thread: on Android's main thread that would be an exception,
 * elsewhere a frame that waits. Over TLS, since ending a connection writes to it.
 */
@Timeout(120)
class CallersThreadTest {
    private static final String BOARD = "0b8f6c1e-0000-4000-8000-000000000001";
    private static final String READY = "event: ready\ndata: {\"leaderboardId\":\"b\"}\n\n";
    private static final String TIME = "{\"data\":{\"epochMs\":1767225600000,\"iso\":\"2026-01-01T00:00:00Z\","
            + "\"timezone\":\"UTC\",\"offsetMinutes\":0,\"local\":\"2026-01-01T00:00:00\"}}";

    /** Whatever is asked for, there is none of it. */
    private static final String NOTHING = "{\"data\":{\"leaderboardId\":\"b\",\"mode\":\"global\",\"finalized\":false,"
            + "\"entries\":[],\"items\":[],\"wallet\":[]}}";

    private final RecordedSockets sockets = new RecordedSockets();
    private final OurThreads threads = OurThreads.fromNow();

    @ParameterizedTest
    @EnumSource(names = {"HTTP_2", "HTTP_1_1"})
    void frame_touchesNoSocket(Protocol protocol) throws Exception {
        try (TlsServer server = new TlsServer(protocol)) {
            server.answering(request -> request.getTarget().endsWith("/stream")
                    ? TlsServer.answer("text/event-stream", server.begun(READY))
                    : TlsServer.json(request.getTarget().endsWith("/time") ? TIME : NOTHING));
            OkHttpClient client = TlsServer.client().socketFactory(sockets).build();
            Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                    .httpClient(client)
                    .build());
            LeaderboardStream polled = kraty.leaderboards().live(BOARD);
            Heard heard = new Heard();
            LeaderboardStream listened = kraty.eventLeaderboards().live(BOARD, heard);
            InventoryStream inventory = kraty.inventory().live();
            BoardSubscription subscription = kraty.leaderboards()
                    .subscribe(
                            BOARD,
                            event -> {},
                            BoardOptions.builder().readInterval(Duration.ZERO).build());
            HoldingsWatch watch = kraty.inventory().watch(event -> {});
            Background.of(kraty::syncTime).result();
            Await.until("an event is here", () -> polled.poll() != null);
            heard.await();
            Await.until(
                    "all is current",
                    () -> subscription.state() instanceof SubscriptionState.Live
                            && watch.state() instanceof SubscriptionState.Live);

            for (int frame = 0; frame < 100; frame++) {
                assertEquals(null, polled.poll());
                assertTrue(subscription.board().entries().isEmpty()
                        && watch.holdings().items().isEmpty());
                assertTrue(polled.isOpen() && listened.isOpen() && inventory.isOpen());
                assertTrue(kraty.isTimeSynced());
                assertEquals(TestOptions.PLAYER, kraty.activeExternalPlayerId().orElseThrow());
                assertFalse(kraty.toString().isEmpty()
                        || kraty.serverNow().toString().isEmpty());
                assertTrue(kraty.syntheticIdentity().isEmpty());
            }
            polled.close();
            listened.close();
            inventory.close();
            subscription.close();
            watch.close();
            kraty.close();

            threads.awaitEnd();
            Set<Thread> touched = sockets.threads();
            assertFalse(touched.isEmpty(), "others did");
            assertFalse(touched.contains(Thread.currentThread()), touched::toString);
        }
    }

    /** Also where closing has the most to write: with streams and connections that are open. */
    @ParameterizedTest
    @EnumSource(names = {"HTTP_2", "HTTP_1_1"})
    void closeOfEverythingAtOnce_touchesNoSocket(Protocol protocol) throws Exception {
        try (TlsServer server = new TlsServer(protocol)) {
            server.answering(request -> TlsServer.answer("text/event-stream", server.begun(READY)));
            OkHttpClient client = TlsServer.client().socketFactory(sockets).build();
            Kraty kraty = Kraty.create(TestOptions.signedIn(server.url(), FakeTiming.flowing())
                    .httpClient(client)
                    .build());
            LeaderboardStream stream = kraty.leaderboards().live(BOARD);
            Await.until("an event is here", () -> stream.poll() != null);
            sockets.clear();

            kraty.close();

            Await.until("the connection was touched", () -> !sockets.threads().isEmpty());
            threads.awaitEnd();
            assertFalse(sockets.threads().contains(Thread.currentThread()));
        }
    }

    private static final class Heard implements LeaderboardListener {
        private final BlockingQueue<LeaderboardEvent> events = new LinkedBlockingQueue<>();

        @Override
        public void onEvent(LeaderboardEvent event) {
            events.add(event);
        }

        void await() throws InterruptedException {
            if (events.poll(60, TimeUnit.SECONDS) == null) {
                throw new AssertionError("nothing came");
            }
        }
    }
}
