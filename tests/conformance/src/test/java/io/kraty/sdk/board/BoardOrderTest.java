package io.kraty.sdk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a subscription shows and tells, from pushes and reads that overtake each other. */
class BoardOrderTest extends RaceTest {
    @Test
    void firstRead_isShownAndTold() throws Exception {
        run("ana", 10);
        run("ben", 20);
        BoardSubscription subscription = live(BoardOptions.defaults());

        assertEquals(actual(), subscription.board().entries());
        assertEquals(1, subscription.board().version());
        Await.until("it is told", () -> heard.all(LeaderboardScoreUpdate.class).size() == 2);
        assertEquals(List.of(20.0), heard.scores(idOf("ben")));
        assertEquals(List.of(subscription.board()), heard.all(BoardView.class));
    }

    @Test
    void push_movesTheOthersToo_withoutARead() throws Exception {
        run("ana", 10);
        run("ben", 20);
        BoardSubscription subscription = live(WITHOUT_READS);
        long reads = requests(READ);
        long version = subscription.board().version();

        run("ana", 30);
        Await.until("it is shown", () -> subscription.board().version() == version + 1);

        assertEquals(reads, requests(READ));
        assertEquals(actual(), subscription.board().entries());
        Await.until("it is told", () -> heard.scores(idOf("ana")).equals(List.of(10.0, 30.0)));
        Await.until("it is shown to the listener", () -> heard.all.contains(subscription.board()));
    }

    @Test
    void equalScores_theFirstToReachItStaysAhead() throws Exception {
        run("ana", 10);
        run("ben", 20);
        run("cyd", 20);
        BoardSubscription subscription = live(WITHOUT_READS);

        run("ana", 20);
        Await.until("it is shown", () -> score(subscription.board(), idOf("ana")) == 20);

        assertEquals(actual(), subscription.board().entries());
        assertEquals(idOf("ana"), subscription.board().entries().get(2).participantId());
    }

    @Test
    void equalScores_thatArriveInTheWrongOrder_areRankedAsTheyHappened() throws Exception {
        for (String runner : List.of("ana", "ben", "cyd")) {
            run(runner, 1);
        }
        trouble(STREAM, Effect.reverse(2));
        BoardSubscription subscription = live(WITHOUT_READS);
        long version = subscription.board().version();

        run("cyd", 20);
        run("ben", 20);
        Await.until("both are shown", () -> subscription.board().version() == version + 2);

        assertEquals(actual(), subscription.board().entries());
    }

    @Test
    void everything_isToldOnce_whoeverFindsItFirst() throws Exception {
        run("ana", 10);
        run("ben", 20);
        BoardSubscription subscription = live(BoardOptions.defaults());
        run("ana", 30);
        Await.until("the push is told", () -> heard.scores(idOf("ana")).size() == 2);
        long reads = requests(READ);
        passToNext();
        passToNext();
        Await.until("two more reads", () -> requests(READ) >= reads + 2);
        run("ana", 31);
        Await.until("the next push is told", () -> heard.scores(idOf("ana")).contains(31.0));

        List<String> told = heard.all(LeaderboardScoreUpdate.class).stream()
                .map(RaceTest::key)
                .toList();
        assertEquals(new HashSet<>(told).size(), told.size(), () -> "twice in " + told);
        // Ben's score did not change, but Ana's did: his new rank is told when a read finds it.
        assertTrue(told.contains(idOf("ben") + " 20.0 2"), told::toString);
        assertEquals(actual(), subscription.board().entries());
    }

    @Test
    void slowRead_neverOverwritesANewerPush() throws Exception {
        run("ana", 10);
        BoardSubscription subscription = live(BoardOptions.defaults());
        HeldAnswers.Hold held = answers.hold();
        passToNext();
        held.await(); // it says 10

        run("ana", 50);
        Await.until(
                "the push is shown", () -> subscription.board().entries().get(0).score() == 50);
        held.release();
        Await.until("the read is over", () -> timing.untilNext() != null);

        assertEquals(50, subscription.board().entries().get(0).score());
        assertEquals(2, subscription.board().version());
    }

    @Test
    void reads_neverOverlap_andTheOneThatIsWantedFollows() throws Exception {
        BoardSubscription subscription = live(BoardOptions.defaults());
        HeldAnswers.Hold held = answers.hold();
        passToNext();
        held.await();
        long reads = requests(READ);

        run("ben", 20); // nobody knows who that is
        Await.until(
                "the stranger is shown", () -> subscription.board().entries().size() == 2);
        assertEquals(reads, requests(READ));
        held.release();
        Await.until("another read", () -> requests(READ) > reads);

        awaitCurrent(subscription);
        assertNotNull(subscription.board().entries().get(0).name());
    }

    @Test
    void stranger_standsThereWithWhatIsKnown_andIsReadAtOnce() throws Exception {
        run("ana", 10);
        BoardSubscription subscription = live(WITHOUT_READS);
        HeldAnswers.Hold held = answers.hold();

        run("ben", 5);
        held.await();

        LeaderboardEntry stranger = subscription.board().entries().get(1);
        assertNull(stranger.name());
        assertEquals(2, stranger.rank());
        assertRanked(subscription.board());
        held.release();
        awaitCurrent(subscription);
    }

    @Test
    void outsider_isToldButNeitherShownNorRead() throws Exception {
        run("ana", 10);
        run("ben", 20);
        run("cyd", 1);
        BoardSubscription subscription =
                live(BoardOptions.builder().limit(2).readInterval(Duration.ZERO).build());
        String cyd = idOf("cyd");
        long reads = requests(READ);
        BoardView before = subscription.board();

        run("cyd", 2);
        Await.until("it is told", () -> heard.scores(cyd).equals(List.of(2.0)));

        assertEquals(reads, requests(READ));
        assertEquals(before, subscription.board());
        run("cyd", 15);
        Await.until(
                "it is shown",
                () -> subscription.board().entries().stream()
                        .map(LeaderboardEntry::name)
                        .toList()
                        .equals(actual().stream()
                                .limit(2)
                                .map(LeaderboardEntry::name)
                                .toList()));
        assertEquals(2, subscription.board().entries().size());
    }

    @Test
    void updatesInTheWrongOrder_areReadAgain() throws Exception {
        run("ana", 10);
        run("ben", 1);
        trouble(STREAM, Effect.reverse(2));
        BoardSubscription subscription = live(WITHOUT_READS);

        run("ana", 20);
        run("ana", 30); // comes first

        String ana = idOf("ana");
        Await.until("all are told", () -> heard.scores(ana).equals(List.of(10.0, 30.0, 20.0, 30.0)));
        assertEquals(actual(), subscription.board().entries());
    }

    @Test
    void self_movesWithTheOwnRow() throws Exception {
        run("ana", 10);
        run("ben", 20);
        kraty.signIn("ana", sandbox.secretOf("ana").orElseThrow());
        BoardSubscription subscription = live(BoardOptions.builder()
                .includeSelf(true)
                .readInterval(Duration.ZERO)
                .build());
        assertEquals(new LeaderboardSelf(2, 10), subscription.board().self());

        run("ana", 30);
        Await.until(
                "it is shown",
                () -> new LeaderboardSelf(1, 30).equals(subscription.board().self()));
    }

    /** Their name comes with a read of its own, and not only when the next one is due anyway. */
    @Test
    void newcomerDuringARead_isReadRightAfterIt() throws Exception {
        BoardSubscription subscription = live(BoardOptions.defaults());
        HeldAnswers.Hold held = answers.hold();
        passToNext();
        held.await();
        run("bea", 50);
        Await.until("the push is shown", () -> subscription.board().entries().size() == 2);
        held.release();

        Await.until(
                "the newcomer is known", () -> subscription.board().entries().equals(actual()));
    }

    @Test
    void ownPlace_registersNobodyAfterALogout() throws Exception {
        kraty.signIn("ana", sandbox.secretOf("ana").orElseThrow());
        BoardSubscription subscription =
                live(BoardOptions.builder().includeSelf(true).build());
        assertTrue(subscription.board().self() != null, "ana is on it");
        List<String> players = sandbox.players();
        kraty.logout();
        long before = requests(READ);
        passToNext();
        Await.until(
                "it is read again",
                () -> requests(READ) > before && subscription.board().self() == null);

        assertEquals(players, sandbox.players());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());
    }

    @Test
    void versions_grow_andEverySnapshotIsRanked() throws Exception {
        BoardSubscription subscription = live(WITHOUT_READS);
        for (int i = 1; i <= 20; i++) {
            run("runner" + i % 5, i * 7 % 11);
        }
        List<LeaderboardEntry> actual = actual();
        Await.until("the board is shown", () -> {
            timing.advance(Duration.ofSeconds(1)); // the reads that so many pushes ask for are not all at once
            return subscription.board().entries().equals(actual);
        });
        Await.until("the last is told", () -> heard.all.contains(subscription.board()));

        long version = 0;
        for (BoardView view : heard.all(BoardView.class)) {
            assertRanked(view);
            assertTrue(view.version() > version);
            version = view.version();
        }
    }

    @Test
    void arguments_areRefusedAtOnce() {
        assertThrows(
                IllegalArgumentException.class,
                () -> subscribe(BoardOptions.builder().limit(201).build()));
        assertThrows(
                IllegalArgumentException.class,
                () -> subscribe(BoardOptions.builder().segment("eu").build()));
        assertThrows(
                IllegalArgumentException.class,
                () -> BoardOptions.builder().readInterval(Duration.ofNanos(-1)).build());
        assertThrows(
                IllegalArgumentException.class, () -> kraty.eventLeaderboards().subscribe("..", heard));
        assertThrows(
                IllegalArgumentException.class,
                () -> kraty.leaderboards()
                        .subscribe(
                                "laps", heard, BoardOptions.builder().limit(0).build()));
        assertThrows(
                IllegalArgumentException.class, () -> kraty.leaderboards().subscribe("laps", heard, WITHOUT_READS));
        assertEquals(0, sandbox.openStreams());
    }

    /** Or a game that draws what is newer than nothing never draws. */
    @Test
    void boardWithNobodyOnIt_isShownAndTold() throws Exception {
        BoardSubscription subscription = kraty.leaderboards().subscribe("laps", heard);
        awaitLive(subscription);

        assertEquals(1, subscription.board().version());
        assertEquals(List.of(), subscription.board().entries());
        Await.until("it is told", () -> heard.all(BoardView.class).equals(List.of(subscription.board())));
        passToNext();
        Await.until("it is read again", () -> requests("getLeaderboard") == 2 && timing.untilNext() != null);
        assertEquals(1, subscription.board().version());
    }

    @Test
    void ownPlace_isThatOfWhoPlaysNow() throws Exception {
        run("ana", 10);
        run("ben", 20);
        kraty.signIn("ana", sandbox.secretOf("ana").orElseThrow());
        BoardSubscription subscription = live(BoardOptions.builder()
                .includeSelf(true)
                .readInterval(Duration.ZERO)
                .build());
        assertEquals(new LeaderboardSelf(2, 10), subscription.board().self());
        HeldAnswers.Hold held = answers.hold();

        kraty.signIn("ben", sandbox.secretOf("ben").orElseThrow());
        assertNull(subscription.board().self());
        assertTrue(subscription.board().entries().stream().noneMatch(LeaderboardEntry::isSelf));
        held.await();
        held.release();
        Await.until(
                "it is shown",
                () -> new LeaderboardSelf(1, 20).equals(subscription.board().self()));
        assertEquals(idOf("ben"), own(subscription));
    }

    @Test
    void ownPlace_ofAReadForThePlayerBefore_isNotShown() throws Exception {
        run("ana", 10);
        run("ben", 20);
        kraty.signIn("ana", sandbox.secretOf("ana").orElseThrow());
        HeldAnswers.Hold held = answers.hold();
        BoardSubscription subscription =
                subscribe(BoardOptions.builder().includeSelf(true).build());
        held.await();
        kraty.signIn("ben", sandbox.secretOf("ben").orElseThrow());
        held.release();
        awaitLive(subscription);
        Await.until("it is told", () -> heard.all(BoardView.class).stream().anyMatch(view -> view.self() != null));

        assertTrue(
                heard.all(BoardView.class).stream().noneMatch(view -> new LeaderboardSelf(2, 10).equals(view.self())));
        assertEquals(idOf("ben"), own(subscription));
    }

    @Test
    void ownPlace_ofAPlayerWhoIsFoundOutLater_isReadThen() throws Exception {
        kraty.signIn("ana", sandbox.secretOf("ana").orElseThrow());
        BoardSubscription subscription = live(BoardOptions.builder()
                .includeSelf(true)
                .readInterval(Duration.ZERO)
                .build());
        long before = requests(READ);
        kraty.logout();
        Await.until("it is read without a place", () -> requests(READ) > before);
        assertNull(subscription.board().self());
        kraty.events().start("race"); // registers a player, who is on the board at once

        Await.until("it is shown", () -> subscription.board().self() != null);
    }

    private static String own(BoardSubscription subscription) {
        return subscription.board().entries().stream()
                .filter(LeaderboardEntry::isSelf)
                .findFirst()
                .orElseThrow()
                .participantId();
    }
}
