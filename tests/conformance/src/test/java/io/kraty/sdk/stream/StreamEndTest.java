package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardReady;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.wire.OurThreads;
import org.junit.jupiter.api.Test;

class StreamEndTest extends StreamTest {
    @Test
    void endAfterClosed_isNoError() throws Exception {
        open().chunk(READY + CLOSED).endChunks();

        heard.next(LeaderboardReady.class);
        heard.next(LeaderboardClosed.class);
        assertEquals(Heard.END, heard.next());
    }

    @Test
    void endAfterFinalized_isNoError() throws Exception {
        open().chunk("event: finalized\ndata: {\"leaderboardId\":\"b\",\"eventId\":\"e\",\"reason\":\"window_closed\","
                        + "\"standings\":[],\"occurredAt\":\"2026-01-01T00:00:00Z\"}\n\n")
                .endChunks();

        heard.next(LeaderboardFinalized.class);
        assertEquals(Heard.END, heard.next());
    }

    @Test
    void endWithoutClosed_isALoss() throws Exception {
        open().chunk(READY).endChunks();

        heard.next(LeaderboardReady.class);
        heard.next(KratyNetworkException.class);
        assertEquals(Heard.END, heard.next());
    }

    @Test
    void connectionThatBreaks_isALoss() throws Exception {
        open().chunk(READY).drop();

        heard.next(LeaderboardReady.class);
        heard.next(KratyNetworkException.class);
        assertEquals(Heard.END, heard.next());
    }

    @Test
    void afterAnEnd_nothingReconnects() throws Exception {
        open().chunk(READY).drop();
        while (!heard.next().equals(Heard.END)) {
            // What comes before the end is not the topic here.
        }
        assertEquals(1, server.requests().size());
    }

    @Test
    void withoutAListener_theEndIsSeenOnceEverythingWasFetched() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            server.next().events().chunk(READY + CLOSED).endChunks();

            await(stream);
            assertTrue(stream.isOpen());
            await(stream);
            assertNull(stream.poll(PATIENCE));
            assertFalse(stream.isOpen());
            assertNull(stream.poll());
            assertNull(stream.poll(PATIENCE));
        }
    }

    @Test
    void withoutAListener_anInterruptBySomebodyIsALossAndTheEnd() throws Exception {
        OurThreads threads = OurThreads.fromNow();
        LeaderboardStream stream = kraty.leaderboards().live(BOARD);
        server.next().events().chunk(READY);
        await(stream);
        threads.interrupt("stream-");

        assertThrows(KratyNetworkException.class, () -> stream.poll(PATIENCE));
        assertNull(stream.poll(PATIENCE));
        assertFalse(stream.isOpen());
    }

    @Test
    void withoutAListener_theLossIsThrownOnce() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            server.next().events().chunk(READY).drop();

            await(stream);
            assertThrows(KratyNetworkException.class, () -> stream.poll(PATIENCE));
            assertNull(stream.poll(PATIENCE));
            assertFalse(stream.isOpen());
        }
    }
}
