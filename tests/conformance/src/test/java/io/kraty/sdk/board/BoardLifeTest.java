package io.kraty.sdk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.SubscriptionState.Connecting;
import io.kraty.sdk.live.SubscriptionState.Degraded;
import io.kraty.sdk.live.SubscriptionState.Ended;
import io.kraty.sdk.live.SubscriptionState.Live;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Warnings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Subscriptions of games that pause, end, are slow, or throw. */
class BoardLifeTest extends RaceTest {
    @Test
    void pause_endsTheStreamAndTheReads_andResumeCatchesUpAtOnce() throws Exception {
        run("ana", 10);
        BoardSubscription subscription = live(BoardOptions.defaults());
        Await.until("all is told", () -> heard.all.contains(subscription.state()));
        int told = heard.all.size();
        long reads = requests(READ);
        kraty.pause();
        Await.until("the connection is given up", () -> sandbox.openStreams() == 0);
        assertInstanceOf(Connecting.class, subscription.state());

        run("ana", 20);
        timing.advance(Duration.ofMinutes(10));
        assertEquals(told, heard.all.size());
        assertEquals(reads, requests(READ));
        kraty.resume();
        awaitLive(subscription);

        assertEquals(20, subscription.board().entries().get(0).score());
        Await.until(
                "it is told",
                () -> heard.all.indexOf(subscription.state()) < heard.all.lastIndexOf(subscription.state()));
        assertInstanceOf(Connecting.class, heard.all.get(told));
    }

    @Test
    void pause_whileItWaitsToReconnect_reconnectsAtOnceAfterwards() throws Exception {
        BoardSubscription subscription = live(WITHOUT_READS);
        sandbox.dropStreams();
        await(subscription, Degraded.class);
        kraty.pause();
        timing.advance(Duration.ofMinutes(10));
        assertEquals(0, sandbox.openStreams());
        kraty.resume();

        awaitLive(subscription);
        assertEquals(2, requests(STREAM));
    }

    @Test
    void subscription_thatBeginsDuringAPause_waits() throws Exception {
        kraty.pause();
        BoardSubscription subscription = subscribe(BoardOptions.defaults());
        assertEquals(0, requests(STREAM) + requests(READ));
        kraty.resume();
        awaitLive(subscription);
    }

    @Test
    void close_endsEverything_alsoInTheMiddleOfARead() throws Exception {
        BoardSubscription subscription = live(BoardOptions.defaults());
        HeldAnswers.Hold held = answers.hold();
        passToNext();
        held.await();

        subscription.close();
        subscription.close();

        int told = heard.all.size();
        assertNull(assertInstanceOf(Ended.class, subscription.state()).reason());
        Await.until("the connection is given up", () -> sandbox.openStreams() == 0);
        held.awaitInterrupt();
        held.release();
        run("ana", 50);
        timing.advance(Duration.ofMinutes(10));
        assertNull(timing.untilNext());
        assertEquals(told, heard.all.size());
        assertEquals(1, requests(STREAM));
    }

    @Test
    void close_onTheThreadOfTheGame_isFollowedByNothingAtAll() throws Exception {
        BlockingQueue<Runnable> frames = new LinkedBlockingQueue<>();
        kraty.close();
        kraty = Kraty.create(options().callbackExecutor(frames::add).build());
        BoardSubscription subscription = subscribe(WITHOUT_READS);
        awaitLive(subscription);
        run("ana", 10);
        Await.until("it is shown", () -> subscription.board().entries().get(0).score() == 10);
        Await.until("something waits for the next frame", () -> !frames.isEmpty());

        subscription.close();
        for (Runnable next = frames.poll(); next != null; next = frames.poll()) {
            next.run();
        }

        assertEquals(List.of(), heard.all);
    }

    @Test
    void kratyThatIsClosed_closesItsSubscriptions() throws Exception {
        BoardSubscription subscription = live(BoardOptions.defaults());
        kraty.close();

        assertInstanceOf(Ended.class, subscription.state());
        Await.until("the connection is given up", () -> sandbox.openStreams() == 0);
        assertNull(timing.untilNext());
        assertTrue(!heard.all.contains(HeardBoard.END));
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Nor what is shown. */
    @Test
    void slowListener_losesNothing_andDelaysNobodyElse() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        HeardBoard slow = new HeardBoard() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                if (event instanceof LeaderboardScoreUpdate update && update.score() > 0) { // which is pushed
                    await(released);
                }
                super.onEvent(event);
            }
        };
        BoardSubscription late = kraty.eventLeaderboards().subscribe(board, slow, BoardOptions.defaults());
        BoardSubscription subscription = live(BoardOptions.defaults());
        awaitLive(late);
        for (int i = 1; i <= 20; i++) {
            run("ana", i);
        }
        String ana = idOf("ana");
        Await.until("the other one hears it", () -> heard.scores(ana).size() == 21);
        assertEquals(20, subscription.board().entries().get(0).score());
        Await.until("it is shown", () -> late.board().entries().get(0).score() == 20);
        assertInstanceOf(Live.class, late.state());
        assertEquals(List.of(0.0), slow.scores(ana));

        released.countDown();
        Await.until("it hears everything", () -> slow.scores(ana).contains(20.0));
        List<Double> scores = slow.scores(ana);
        assertEquals(scores.stream().sorted().toList(), scores);
        awaitCurrent(late);
    }

    @Test
    void throwingListener_hearsTheRest() throws Exception {
        HeardBoard broken = new HeardBoard() {
            @Override
            public void onBoard(BoardView view) {
                super.onBoard(view);
                throw new IllegalStateException("the game's own");
            }
        };
        try (Warnings warnings = Warnings.of("io.kraty.sdk.callback")) {
            BoardSubscription subscription = kraty.eventLeaderboards().subscribe(board, broken);
            awaitLive(subscription);
            run("ana", 10);
            Await.until("both are told", () -> broken.all(BoardView.class).size() == 2);
            Await.until("it is logged", () -> warnings.texts().size() == 2);
            assertNotNull(subscription.board());
        }
        Await.until(
                "the event is told",
                () -> broken.all(LeaderboardScoreUpdate.class).stream().anyMatch(update -> update.score() == 10));
    }

    @Test
    void listener_canCloseFromWithin() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        BoardSubscription[] own = new BoardSubscription[1];
        HeardBoard closing = new HeardBoard() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                await(ready);
                own[0].close();
                super.onEvent(event);
            }
        };
        own[0] = kraty.eventLeaderboards().subscribe(board, closing);
        ready.countDown();
        await(own[0], Ended.class);
        Await.until("the connection is given up", () -> sandbox.openStreams() == 0);
        Await.until("the first is told", () -> !closing.all.isEmpty());
        assertEquals(1, closing.all.size());
    }

    @Test
    void listenerThatLeavesItsThreadInterrupted_breaksNothing() throws Exception {
        HeardBoard restless = new HeardBoard() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                if (Thread.currentThread().isInterrupted()) {
                    all.add("disturbed by itself");
                }
                super.onEvent(event);
                Thread.currentThread().interrupt();
            }
        };
        BoardSubscription subscription = kraty.eventLeaderboards().subscribe(board, restless);
        awaitLive(subscription);
        String ana = idOf("ana");
        for (double meters = 1; meters <= 3; meters++) {
            run("ana", meters);
            double score = meters;
            Await.until("it is told", () -> restless.scores(ana).contains(score));
            TimeUnit.MILLISECONDS.sleep(50); // whoever looks at interrupted threads has had time to
        }

        assertInstanceOf(Live.class, subscription.state());
        assertEquals(List.of(), restless.all(KratyException.class));
        assertTrue(!restless.all.contains("disturbed by itself"));
        assertEquals(1, requests(STREAM));
    }
}
