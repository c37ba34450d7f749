package io.kraty.sdk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.SubscriptionState;
import io.kraty.sdk.live.SubscriptionState.Degraded;
import io.kraty.sdk.live.SubscriptionState.Ended;
import io.kraty.sdk.live.SubscriptionState.Live;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streams that are lost, refused, silent, or over. */
class BoardConnectTest extends RaceTest {
    private List<Class<?>> states() {
        return heard.all(SubscriptionState.class).stream()
                .<Class<?>>map(Object::getClass)
                .toList();
    }

    @Test
    void readWithoutAStream_isShown_butDoesNotMakeItLive() throws Exception {
        trouble(STREAM, Effect.status(503));
        BoardSubscription subscription = subscribe(WITHOUT_READS);
        await(subscription, Degraded.class);
        Await.until("it is shown", () -> subscription.board().version() == 1);
        assertInstanceOf(Degraded.class, subscription.state());

        HeldAnswers.Hold held = answers.hold();
        passToNext();
        held.await();
        assertInstanceOf(Degraded.class, subscription.state());
        held.release();
        awaitLive(subscription);
        Await.until("it is told", () -> states().equals(List.of(Degraded.class, Live.class)));
    }

    @Test
    void whatWasMissed_isCaughtUp_beforeItIsLiveAgain() throws Exception {
        run("ana", 10);
        BoardSubscription subscription = live(WITHOUT_READS);
        sandbox.dropStreams();
        assertInstanceOf(
                KratyNetworkException.class, await(subscription, Degraded.class).reason());

        run("ana", 40);
        HeldAnswers.Hold held = answers.hold();
        assertEquals(Duration.ofMillis(2_500), timing.untilNext());
        passToNext();
        held.await();
        assertInstanceOf(Degraded.class, subscription.state());
        held.release();
        awaitLive(subscription);

        assertEquals(40, subscription.board().entries().get(0).score());
        Await.until("it is told", () -> states().equals(List.of(Live.class, Degraded.class, Live.class)));
        int told = heard.all.indexOf(heard.all(LeaderboardScoreUpdate.class).get(1));
        assertTrue(told < heard.all.lastIndexOf(subscription.state()), "first what was missed, then live");
    }

    @Test
    void backOff_doublesUpTo20Seconds_andIsForgottenAfterAHealthyMinute() throws Exception {
        BoardSubscription subscription = live(WITHOUT_READS);
        Effect[] refused = new Effect[6];
        Arrays.fill(refused, Effect.status(503));
        trouble(STREAM, refused);
        sandbox.dropStreams();
        for (int millis : new int[] {2_500, 5_000, 10_000, 20_000, 20_000, 20_000, 20_000}) {
            Await.until("it is to be tried again", () -> timing.untilNext() != null);
            assertEquals(Duration.ofMillis(millis), timing.untilNext());
            passToNext();
        }
        awaitLive(subscription);

        timing.advance(Duration.ofSeconds(59));
        sandbox.dropStreams();
        Await.until("it is to be tried again", () -> timing.untilNext() != null);
        assertEquals(Duration.ofSeconds(20), timing.untilNext());
        passToNext();
        awaitLive(subscription);

        timing.advance(Duration.ofSeconds(60));
        sandbox.dropStreams();
        Await.until("it is to be tried again", () -> timing.untilNext() != null);
        assertEquals(Duration.ofMillis(2_500), timing.untilNext());
    }

    /** A hotel's network answers everything with its own page until the guest has signed in. */
    @Test
    void streamThatSomebodyElseAnswers_isTriedAgain() throws Exception {
        BoardSubscription subscription = live(WITHOUT_READS);
        trouble(STREAM, Effect.answer(200, Map.of("Content-Type", "text/html"), "<html>Welcome</html>"));
        sandbox.dropStreams();
        passToNext();
        Await.until("it is answered", () -> !heard.all(KratyApiException.class).isEmpty());
        passToNext();

        awaitLive(subscription);
    }

    @Test
    void backOff_isSpread_soThatAnAudienceDoesNotComeBackInOneMoment() throws Exception {
        BoardSubscription subscription = live(WITHOUT_READS);
        timing.random(0);
        sandbox.dropStreams();
        Await.until("it is to be tried again", () -> timing.untilNext() != null);
        assertEquals(Duration.ofMillis(250), timing.untilNext());
        passToNext();
        awaitLive(subscription);

        timing.advance(Duration.ofSeconds(60));
        timing.random(0.999_999);
        sandbox.dropStreams();
        Await.until("it is to be tried again", () -> timing.untilNext() != null);
        Duration latest = timing.untilNext();
        assertTrue(latest.compareTo(Duration.ofMillis(4_749)) > 0, latest::toString);
        assertTrue(latest.compareTo(Duration.ofMillis(4_750)) <= 0, latest::toString);
    }

    @Test
    void waitThatThePlatformAsksFor_isHeeded() throws Exception {
        BoardSubscription subscription = live(WITHOUT_READS);
        trouble(STREAM, Effect.rateLimited(Duration.ofSeconds(90)));
        sandbox.dropStreams();
        passToNext();
        Await.until("it is refused", () -> !heard.all(KratyApiException.class).isEmpty());
        Await.until("it is to be tried again", () -> timing.untilNext() != null);
        assertEquals(Duration.ofSeconds(99), timing.untilNext(), "and by chance up to a fifth later");
        passToNext();
        awaitLive(subscription);
    }

    @Test
    void silence_isALoss() throws Exception {
        run("ana", 10);
        kraty.close();
        kraty = Kraty.create(options().streamIdleTimeout(Duration.ofSeconds(1)).build());
        trouble(STREAM, Effect.silence(1));
        BoardSubscription subscription = subscribe(WITHOUT_READS);
        await(subscription, Degraded.class);
        run("ana", 20);

        Await.until("it is live again", () -> {
            if (timing.untilNext() != null) {
                timing.advance(timing.untilNext());
            }
            return subscription.state() instanceof Live;
        });
        assertEquals(20, subscription.board().entries().get(0).score());
    }

    @Test
    void reads_goOn_whileTheStreamIsLost() throws Exception {
        run("ana", 10);
        BoardSubscription subscription =
                live(BoardOptions.builder().reconnect(false).build());
        sandbox.dropStreams();
        await(subscription, Degraded.class);
        run("ana", 30);
        for (int i = 0; i < 3; i++) {
            passToNext();
        }
        Await.until("it is read", () -> subscription.board().entries().get(0).score() == 30);

        timing.advance(Duration.ofMinutes(5));
        assertEquals(1, requests(STREAM));
        assertInstanceOf(Degraded.class, subscription.state());
    }

    @Test
    void readInterval_isSpreadByATenth() throws Exception {
        timing.random(0);
        live(BoardOptions.defaults());
        assertEquals(Duration.ofMillis(13_500), timing.untilNext());
    }

    @Test
    void finalBoard_isReadOnceMore_andThatIsTheEnd() throws Exception {
        run("ana", 10);
        BoardSubscription subscription = live(BoardOptions.defaults());
        long reads = requests(READ);
        sandbox.finalizeBoard(board);

        assertNull(await(subscription, Ended.class).reason());
        Await.until("it is told", () -> heard.all.contains(HeardBoard.END));
        assertEquals(1, heard.all(LeaderboardFinalized.class).size());
        assertTrue(subscription.board().finalized());
        assertEquals(reads + 1, requests(READ));
        assertNull(timing.untilNext());
        int end = heard.all.size();
        assertEquals(List.of(subscription.state(), HeardBoard.END), heard.all.subList(end - 2, end));
    }

    @Test
    void boardThatIsFinalAlready_isOverAlsoIfTheStreamSaysSoWhileItIsRead() throws Exception {
        run("ana", 10);
        sandbox.finalizeBoard(board);
        HeldAnswers.Hold held = answers.hold();
        BoardSubscription subscription = subscribe(BoardOptions.defaults());
        held.await();
        Await.until("it is closed", () -> !heard.all(LeaderboardClosed.class).isEmpty());
        held.release();

        assertNull(await(subscription, Ended.class).reason());
        assertTrue(subscription.board().finalized());
    }

    @Test
    void boardThatIsFinalAlready_isShownAndOver() throws Exception {
        run("ana", 10);
        sandbox.finalizeBoard(board);
        BoardSubscription subscription = subscribe(BoardOptions.defaults());

        assertNull(await(subscription, Ended.class).reason());
        assertTrue(subscription.board().finalized());
        assertEquals(10, subscription.board().entries().get(0).score());
        Await.until("it is told", () -> heard.all.contains(HeardBoard.END));
        assertEquals(1, heard.all(LeaderboardClosed.class).size());
    }

    @Test
    void boardThatBecameFinal_whileTheStreamWasLost_isOver() throws Exception {
        BoardSubscription subscription =
                live(BoardOptions.builder().reconnect(false).build());
        sandbox.dropStreams();
        await(subscription, Degraded.class);
        sandbox.finalizeBoard(board);
        Await.until("a read finds it", () -> {
            timing.advance(Duration.ofSeconds(5));
            return subscription.state() instanceof Ended;
        });

        assertNull(await(subscription, Ended.class).reason());
        assertTrue(subscription.board().finalized());
    }

    @Test
    void whatRepeatingCannotHelp_isTheEnd() throws Exception {
        String unknown = "0b8f6c1e-0000-4000-8000-000000000001";
        BoardSubscription subscription = kraty.leaderboards().subscribe(unknown, heard);

        KratyException reason = await(subscription, Ended.class).reason();
        assertTrue(assertInstanceOf(KratyApiException.class, reason).isNotFound());
        Await.until("it is told", () -> heard.all.contains(HeardBoard.END));
        assertTrue(heard.all(KratyException.class).contains(reason));
        assertNull(timing.untilNext());
    }

    @Test
    void streamThatIsRefusedForGood_isTheEnd() throws Exception {
        trouble(STREAM, Effect.error(401, "session_invalid"));
        BoardSubscription subscription = subscribe(BoardOptions.defaults());

        assertNotNull(await(subscription, Ended.class).reason());
        Await.until("it is told", () -> heard.all.contains(HeardBoard.END));
    }

    @Test
    void readThatFailsForGood_isTheEnd() throws Exception {
        BoardSubscription subscription = live(BoardOptions.defaults());
        trouble(READ, Effect.error(403, "forbidden"));
        passToNext();

        assertNotNull(await(subscription, Ended.class).reason());
        Await.until("the stream is given up", () -> sandbox.openStreams() == 0);
    }

    @Test
    void readThatFailsForNow_isRepeated_asLateAsThePlatformAsks() throws Exception {
        BoardSubscription subscription = live(BoardOptions.defaults());
        trouble(READ, Effect.status(503), Effect.rateLimited(Duration.ofSeconds(40)));
        passToNext();
        Await.until("it failed", () -> heard.all(KratyApiException.class).size() == 1);
        Await.until("it is to be tried again", () -> timing.untilNext() != null);
        assertEquals(Duration.ofMillis(2_500), timing.untilNext());
        passToNext();
        Await.until("it failed again", () -> heard.all(KratyApiException.class).size() == 2);
        Await.until("it is to be tried again", () -> timing.untilNext() != null);
        assertEquals(Duration.ofSeconds(44), timing.untilNext(), "and by chance up to a fifth later");
        long reads = requests(READ);

        run("ben", 20); // which would ask for a read
        Await.until(
                "the stranger is shown", () -> subscription.board().entries().size() == 2);
        assertEquals(reads, requests(READ));
        assertEquals(Duration.ofSeconds(44), timing.untilNext(), "and by chance up to a fifth later");
        assertInstanceOf(Live.class, subscription.state());
        passToNext();
        awaitCurrent(subscription);
    }

    @Test
    void configuredBoard_isKeptCurrentByReads() throws Exception {
        run("ben", 1);
        as("ben").leaderboards().submitScore("laps", 7);
        BoardSubscription subscription = kraty.leaderboards().subscribe("laps", heard);
        awaitLive(subscription);
        assertEquals(7, subscription.board().entries().get(0).score());

        as("ben").leaderboards().submitScore("laps", 9);
        passToNext();
        Await.until("it is read", () -> subscription.board().entries().get(0).score() == 9);
        String ben = subscription.board().entries().get(0).participantId();
        Await.until("it is told", () -> heard.scores(ben).equals(List.of(7.0, 9.0)));

        trouble("getLeaderboard", Effect.status(503));
        passToNext();
        await(subscription, Degraded.class);
        passToNext();
        awaitLive(subscription);
        assertEquals(0, requests(STREAM));
        assertFalse(subscription.board().finalized());
    }

    @Test
    void wishOfThePlatform_outlastsAPause() throws Exception {
        BoardSubscription subscription = live(WITHOUT_READS);
        trouble(STREAM, Effect.rateLimited(Duration.ofSeconds(90)));
        sandbox.dropStreams();
        passToNext();
        Await.until("it is refused", () -> !heard.all(KratyApiException.class).isEmpty());
        await(subscription, Degraded.class);
        for (int i = 0; i < 3; i++) {
            kraty.pause();
            kraty.resume();
            assertInstanceOf(Degraded.class, subscription.state());
        }
        timing.advance(Duration.ofSeconds(98)); // and by chance up to a fifth later
        assertEquals(2, requests(STREAM));

        timing.advance(Duration.ofSeconds(1));
        awaitLive(subscription);
        assertEquals(3, requests(STREAM));
    }

    @Test
    void boardThatCannotBeReadOnceItIsFinal_isNotLive() throws Exception {
        BoardSubscription subscription = live(WITHOUT_READS);
        trouble(READ, Effect.status(500));
        sandbox.finalizeBoard(board);

        // Told, perhaps over already: the end of the stream may ask for the next read before the pause after the
        // failure does.
        Await.until("it is told", () -> !heard.all(Degraded.class).isEmpty());
        Await.until("another read", () -> subscription.state() instanceof Ended || timing.untilNext() != null);
        if (!(subscription.state() instanceof Ended)) {
            passToNext();
        }
        assertNull(await(subscription, Ended.class).reason());
        assertTrue(subscription.board().finalized());
    }

    @Test
    void refusalsOfSomebodyInBetween_endNothing() throws Exception {
        trouble(
                STREAM,
                Effect.answer(403, Map.of("Content-Type", "text/html"), "<html>Blocked</html>"),
                Effect.answer(404, Map.of(), ""));
        trouble(READ, Effect.answer(410, Map.of("Content-Type", "application/json"), "{}"));
        BoardSubscription subscription = subscribe(BoardOptions.defaults());

        Await.until("it is live", () -> {
            timing.advance(Duration.ofSeconds(1));
            return subscription.state() instanceof Live;
        });
        Await.until("all is told", () -> heard.all(KratyApiException.class).size() == 3);
    }
}
