package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Limits;
import io.kraty.sdk.wire.OurThreads;
import io.kraty.sdk.wire.TinyServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * To make sense of a large answer takes long, so that can be ended like the way to it. An HTTP client of the game's says when the
 * answer is here, on the calling thread.
 */
@Timeout(120)
class LargeAnswerTest {
    private static final String ODD = "{\"data\":{\"wallet\":[" + "7,".repeat(3_000_000) + "7]}}";

    private static KratyClientOptions.Builder options(TinyServer server) {
        return TestOptions.signedIn(server.url(), FakeTiming.flowing()).retry(KratyRetryConfig.none());
    }

    /** The same, on a client that does something between the two. */
    private static KratyClientOptions.Builder options(TinyServer server, Runnable onceItIsHere) {
        return options(server)
                .httpClient(new OkHttpClient.Builder()
                        .eventListener(new EventListener() {
                            @Override
                            public void responseBodyEnd(Call call, long bytes) {
                                onceItIsHere.run();
                            }
                        })
                        .build());
    }

    private static TinyServer server(String body) throws Exception {
        return TinyServer.answering(exchange -> exchange.json(200, body));
    }

    @Test
    void interrupt_endsTheReading() throws Exception {
        try (TinyServer server = server(ODD);
                Kraty kraty = Kraty.create(
                        options(server, () -> Thread.currentThread().interrupt())
                                .timeout(Duration.ofHours(1))
                                .build())) {
            Background<Boolean> caller = Background.of(() -> {
                KratyNetworkException e = assertThrows(
                        KratyNetworkException.class, () -> kraty.wallet().list());
                assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
                return Thread.currentThread().isInterrupted();
            });

            assertTrue(caller.result());
        }
    }

    /** It is here whole, and may be that of a write. */
    @Test
    void interrupt_takesNoOrdinaryAnswerFromTheGame() throws Exception {
        try (TinyServer server = server(MockPlatform.WALLET);
                Kraty kraty = Kraty.create(
                        options(server, () -> Thread.currentThread().interrupt())
                                .build())) {
            Background<Boolean> caller = Background.of(() -> {
                assertEquals(0, kraty.wallet().list().size());
                return Thread.currentThread().isInterrupted();
            });

            assertTrue(caller.result());
        }
    }

    @Test
    void close_endsTheReading() throws Exception {
        CompletableFuture<Kraty> self = new CompletableFuture<>();
        try (TinyServer server = server(ODD);
                Kraty kraty = Kraty.create(options(server, () -> closeToTheEnd(self.join()))
                        .timeout(Duration.ofHours(1))
                        .build())) {
            self.complete(kraty);

            IllegalStateException e = assertThrows(
                    IllegalStateException.class, () -> kraty.wallet().list());

            assertEquals("this Kraty is closed", e.getMessage());
            assertInstanceOf(KratyNetworkException.class, e.getCause());
        }
    }

    @Test
    void timeLimit_endsTheReading() throws Exception {
        try (TinyServer server = server(ODD)) {
            Limits.grow(limit -> {
                AtomicBoolean answered = new AtomicBoolean();
                try (Kraty kraty = Kraty.create(
                        options(server, () -> answered.set(true)).timeout(limit).build())) {
                    KratyNetworkException e = assertThrows(
                            KratyNetworkException.class, () -> kraty.wallet().list());
                    assertEquals(answered.get(), e.getMessage().contains("was answered, but"), e.getMessage());
                }
                return answered.get();
            });
        }
    }

    private static void closeToTheEnd(Kraty kraty) {
        OurThreads threads = OurThreads.fromNow();
        kraty.close();
        try {
            threads.awaitEnd("clos");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
