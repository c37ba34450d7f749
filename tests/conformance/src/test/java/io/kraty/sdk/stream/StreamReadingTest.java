package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardReady;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.Warnings;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamReadingTest extends StreamTest {
    private static final int MANY = 2000;

    @Test
    void poll_answersNullWhileNothingIsThere() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            assertNull(stream.poll(), "not even connected");
            server.next().events();
            assertNull(stream.poll());
            assertTrue(stream.isOpen());
        }
    }

    @Test
    void pollWithPatience_givesUpWithoutEndingTheStream() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            Exchange exchange = server.next().events();
            assertNull(stream.poll(Duration.ofMillis(1)));
            assertTrue(stream.isOpen());
            exchange.chunk(READY);
            assertInstanceOf(LeaderboardReady.class, await(stream));
        }
    }

    @Test
    void eventsBeforeTheFirstPoll_areKept() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            server.next().events().chunk(READY + score(1) + CLOSED).endChunks();
            // A second stream that has seen the end shows that the first one had the time to.
            Heard other = new Heard();
            kraty.leaderboards().live(BOARD, other);
            server.next().events().chunk(CLOSED).endChunks();
            other.next();

            assertInstanceOf(LeaderboardReady.class, await(stream));
            assertInstanceOf(LeaderboardScoreUpdate.class, await(stream));
            assertInstanceOf(LeaderboardClosed.class, await(stream));
        }
    }

    @Test
    void iterator_endsWithTheStream() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            server.next().events().chunk(READY + score(1) + CLOSED).endChunks();
            int count = 0;
            Iterator<LeaderboardEvent> events = stream.iterator();
            while (events.hasNext()) {
                assertTrue(events.hasNext(), "asking twice loses nothing");
                events.next();
                count++;
            }
            assertEquals(3, count);
            assertThrows(NoSuchElementException.class, events::next);
        }
    }

    @Test
    void iterator_throwsAnErrorAndGoesOn() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            server.next().events().chunk("event: ready\ndata: {\n\n" + CLOSED).endChunks();
            Iterator<LeaderboardEvent> events = stream.iterator();

            assertThrows(KratyApiException.class, events::hasNext);
            assertInstanceOf(LeaderboardClosed.class, events.next());
            assertFalse(events.hasNext());
        }
    }

    @Test
    void slowReader_losesNothing() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            Exchange exchange = server.next().events();
            Background<Void> writer = Background.of(() -> {
                for (int i = 0; i < MANY; i++) {
                    exchange.chunk(score(i));
                }
                exchange.chunk(CLOSED).endChunks();
                return null;
            });
            writer.result(); // everything is sent, or waits in the network, before the first is read
            for (int i = 0; i < MANY; i++) {
                assertEquals(i, ((LeaderboardScoreUpdate) await(stream)).rank());
            }
            assertInstanceOf(LeaderboardClosed.class, await(stream));
            assertNull(stream.poll(PATIENCE));
        }
    }

    @Test
    void closingAStreamWhoseReaderIsFarBehind_dropsTheConnection() throws Exception {
        LeaderboardStream stream = kraty.leaderboards().live(BOARD);
        Exchange exchange = server.next().events();
        for (int i = 0; i < MANY; i++) {
            exchange.chunk(score(i));
        }
        await(stream);
        stream.close();
        assertTrue(exchange.awaitDisconnect());
        assertNull(stream.poll());
    }

    @Test
    void listenerThatThrows_hearsTheRest() throws Exception {
        Heard throwing = new Heard() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                super.onEvent(event);
                throw new IllegalStateException("a bug in the game");
            }
        };
        try (Warnings warnings = Warnings.of("io.kraty.sdk.callback")) {
            kraty.leaderboards().live(BOARD, throwing);
            server.next().events().chunk(READY + CLOSED).endChunks();

            throwing.next(LeaderboardReady.class);
            throwing.next(LeaderboardClosed.class);
            assertEquals(Heard.END, throwing.next());
            assertEquals(2, warnings.texts().size());
        }
    }

    /** It may be saving the game. */
    @Test
    void listenerInTheMiddleOfSomething_isNotInterruptedByTheEndOfItsStream() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Boolean> undisturbed = new CompletableFuture<>();
        LeaderboardStream stream = kraty.leaderboards().live(BOARD, event -> {
            inside.countDown();
            try {
                closed.await();
                TimeUnit.MILLISECONDS.sleep(100); // the connection is given up on another thread
                undisturbed.complete(true);
            } catch (InterruptedException e) {
                undisturbed.complete(false);
            }
        });
        server.next().events().chunk(READY);
        inside.await();
        stream.close();
        closed.countDown();

        assertTrue(undisturbed.get(60, TimeUnit.SECONDS));
    }

    @Test
    void interruptedReader_leavesWithTheFlagSet() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD)) {
            Background<Boolean> reader = Background.of(() -> {
                assertThrows(KratyNetworkException.class, () -> stream.poll(PATIENCE));
                return Thread.currentThread().isInterrupted();
            });
            Await.blocked(reader.thread());
            reader.thread().interrupt();
            assertTrue(reader.result());
            assertTrue(stream.isOpen());
        }
    }

    @Test
    void streamWithAListener_cannotBePolledToo() throws Exception {
        try (LeaderboardStream stream = kraty.leaderboards().live(BOARD, heard)) {
            assertThrows(IllegalStateException.class, stream::poll);
        }
    }

    @Test
    void listenerThatLeavesItsThreadInterrupted_hearsTheRest() throws Exception {
        Queue<Boolean> interrupted = new ConcurrentLinkedQueue<>();
        Heard restless = new Heard() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                interrupted.add(Thread.currentThread().isInterrupted());
                Thread.currentThread().interrupt();
                super.onEvent(event);
            }
        };
        kraty.leaderboards().live(BOARD, restless);
        Exchange exchange = server.next().events().chunk(READY);
        restless.next(LeaderboardReady.class);
        TimeUnit.MILLISECONDS.sleep(50); // whoever looks at interrupted threads has had time to
        exchange.chunk(score(1) + CLOSED).endChunks();

        restless.next(LeaderboardScoreUpdate.class);
        restless.next(LeaderboardClosed.class);
        assertEquals(Heard.END, restless.next());
        assertEquals(
                List.of(false, false, false), List.copyOf(interrupted), "an interrupt is not for who is told next");
    }
}
