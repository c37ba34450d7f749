package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamCloseTest extends StreamTest {
    @Test
    void closeBeforeTheAnswer_endsAtOnceAndDropsTheConnection() throws Exception {
        LeaderboardStream stream = kraty.leaderboards().live(BOARD);
        Background<LeaderboardEvent> reader = Background.of(() -> stream.poll(PATIENCE));
        Exchange unanswered = server.next();
        Await.blocked(reader.thread());
        stream.close();

        assertNull(reader.result());
        assertFalse(stream.isOpen());
        assertTrue(unanswered.awaitDisconnect());
    }

    @Test
    void closeOfALiveStream_dropsTheConnectionAndSaysNothingMore() throws Exception {
        LeaderboardStream stream = kraty.leaderboards().live(BOARD, heard);
        Exchange exchange = server.next().events().chunk(READY);
        heard.next();
        stream.close();
        stream.close();

        assertTrue(exchange.awaitDisconnect());
        assertFalse(stream.isOpen());
        assertTrue(heard.isEmpty(), "neither an error nor the end");
    }

    @Test
    void closeFromWithinTheListener_isTheLastThingItHears() throws Exception {
        CompletableFuture<LeaderboardStream> self = new CompletableFuture<>();
        Heard closing = new Heard() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                super.onEvent(event);
                self.join().close();
            }
        };
        self.complete(kraty.leaderboards().live(BOARD, closing));
        Exchange exchange = server.next().events().chunk(READY + score(1) + score(2));

        closing.next();
        assertTrue(exchange.awaitDisconnect());
        assertTrue(closing.isEmpty());
    }

    @Test
    void closeWhileTheListenerIsBusy_isFollowedByNothing() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Heard slow = new Heard() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                super.onEvent(event);
                busy.countDown();
                boolean done = false;
                while (!done) {
                    try {
                        done = closed.await(60, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        done = false; // the close; this listener is stubborn
                    }
                }
            }
        };
        LeaderboardStream stream = kraty.leaderboards().live(BOARD, slow);
        Exchange exchange = server.next().events().chunk(READY + score(1) + CLOSED);
        assertTrue(busy.await(60, TimeUnit.SECONDS));
        stream.close();
        closed.countDown();

        slow.next();
        assertTrue(exchange.awaitDisconnect());
        assertTrue(slow.isEmpty());
    }

    @Test
    void eventsThatWait_areForgottenByClose() throws Exception {
        LeaderboardStream stream = kraty.leaderboards().live(BOARD);
        server.next().events().chunk(READY + score(1) + score(2));
        await(stream);
        stream.close();

        assertNull(stream.poll());
        assertNull(stream.poll(PATIENCE));
        assertFalse(stream.iterator().hasNext());
    }

    @Test
    void closingKraty_endsOpenStreams() throws Exception {
        LeaderboardStream stream = kraty.leaderboards().live(BOARD);
        kraty.leaderboards().live(BOARD, heard);
        Exchange one = server.next().events().chunk(READY);
        Exchange two = server.next().events().chunk(READY);
        await(stream);
        heard.next();
        kraty.close();

        assertTrue(one.awaitDisconnect());
        assertTrue(two.awaitDisconnect());
        assertFalse(stream.isOpen());
        assertEquals(2, server.requests().size());
    }
}
