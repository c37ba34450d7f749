package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.StuckSockets;
import io.kraty.sdk.wire.Warnings;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class InventoryCloseTest extends InventoryStreamTest {
    @Test
    void closeWhileThePlayerIsBeingResolved_isNotHeard() throws Exception {
        InventoryStream stream = kraty.inventory().live(heard);
        Exchange registration = server.next();
        stream.close();
        streamThreadsEnd();
        registration.error(403, "player_banned");

        assertTrue(heard.isEmpty(), "neither an error nor the end");
    }

    @Test
    void closeBeforeTheAnswer_dropsTheConnection() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        InventoryStream stream = kraty.inventory().live(heard);
        Exchange unanswered = server.next();
        stream.close();

        assertTrue(unanswered.awaitDisconnect());
        streamThreadsEnd();
        assertTrue(heard.isEmpty());
    }

    @Test
    void closeOfALiveStream_dropsTheConnectionAndSaysNothingMore() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        InventoryStream stream = kraty.inventory().live(heard);
        Exchange exchange = server.next().events().chunk(READY);
        heard.next();
        stream.close();

        assertTrue(exchange.awaitDisconnect());
        streamThreadsEnd();
        assertTrue(heard.isEmpty());
    }

    @Test
    void closingKraty_endsStreamsQuietlyAlsoThoseWithoutAPlayer() throws Exception {
        try (Warnings warnings = Warnings.of("io.kraty.sdk")) {
            InventoryStream resolving = kraty.inventory().live();
            server.next();
            kraty.inventory().live(heard);
            kraty.close();
            streamThreadsEnd();

            assertFalse(resolving.isOpen());
            assertTrue(heard.isEmpty());
            assertEquals(0, server.requests("/stream").size());
            assertTrue(warnings.texts().isEmpty(), warnings.texts().toString());
        }
    }

    @Test
    void closeWhileConnecting_isQuietToo() throws Exception {
        Queue<Throwable> escaped = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> escaped.add(failure));
        try (StuckSockets sockets = new StuckSockets();
                Warnings warnings = Warnings.of("io.kraty.sdk");
                Kraty unheard = Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                        .httpClient(new OkHttpClient.Builder()
                                .socketFactory(sockets)
                                .build())
                        .build())) {
            unheard.signIn("ann", "ps_of_ann");
            InventoryStream stream = unheard.inventory().live(heard);
            sockets.awaitConnecting();
            stream.close();
            streamThreadsEnd();

            assertTrue(heard.isEmpty());
            assertTrue(warnings.texts().isEmpty(), warnings.texts().toString());
            assertTrue(escaped.isEmpty(), escaped.toString());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
