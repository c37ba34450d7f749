package io.kraty.sdk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardScoreUpdate;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.BoardView;
import io.kraty.sdk.live.Holdings;
import io.kraty.sdk.live.HoldingsWatch;
import io.kraty.sdk.live.SubscriptionState.Degraded;
import io.kraty.sdk.live.SubscriptionState.Ended;
import io.kraty.sdk.live.SubscriptionState.Live;
import io.kraty.sdk.wire.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is shown of pushes that no read has confirmed yet, and of boards that end in odd ways. */
@Timeout(300)
class PushedBoardTest {
    private static final String RUNNING = "\"finalized\":false,";
    private static final int MOST_WAITING = 1024;

    private final HeardBoard heard = new HeardBoard();
    private PushedBoard board;

    @AfterEach
    void stop() throws IOException {
        board.close();
    }

    private BoardSubscription live(BoardOptions options) throws Exception {
        BoardSubscription subscription = board.kraty.eventLeaderboards().subscribe(PushedBoard.ID, heard, options);
        Await.until("it is live", () -> subscription.state() instanceof Live);
        return subscription;
    }

    private static BoardOptions best(int limit) {
        return BoardOptions.builder()
                .limit(limit)
                .includeSelf(true)
                .readInterval(Duration.ZERO)
                .build();
    }

    private void push(String participant, double score, int rank, BoardSubscription subscription) throws Exception {
        long version = subscription.board().version();
        board.push(participant, score, rank);
        Await.until("it is shown", () -> subscription.board().version() > version);
    }

    private static List<String> names(BoardView view) {
        RaceTest.assertRanked(view);
        return view.entries().stream().map(LeaderboardEntry::participantId).toList();
    }

    @Test
    void ownRow_thatANewcomerPushesOut_isBehindAllThatAreShown() throws Exception {
        board = new PushedBoard(
                RUNNING + "\"self\":{\"rank\":2,\"score\":20},",
                PushedBoard.row("a", 30, 1, false),
                PushedBoard.row("me", 20, 2, true));
        BoardSubscription subscription = live(best(2));
        board.holdReads();

        push("new", 25, 2, subscription);
        assertEquals(List.of("a", "new"), names(subscription.board()));
        assertEquals(new LeaderboardSelf(3, 20), subscription.board().self());

        push("me", 22, 5, subscription); // whatever happened among those who are not shown
        assertEquals(new LeaderboardSelf(5, 22), subscription.board().self());

        push("me", 40, 1, subscription);
        assertEquals(List.of("me", "a"), names(subscription.board()));
        assertTrue(subscription.board().entries().get(0).isSelf());
        assertEquals(new LeaderboardSelf(1, 40), subscription.board().self());
    }

    /** Whose rank rises because of them, so that what the platform said of it last is old. */
    @Test
    void othersWhoFall_doNotPutEqualScoresInTheWrongOrder() throws Exception {
        board = new PushedBoard(
                RUNNING,
                PushedBoard.row("x", 10, 1, false),
                PushedBoard.row("y", 9, 2, false),
                PushedBoard.row("first", 5, 3, false),
                PushedBoard.row("second", 1, 4, false));
        BoardSubscription subscription = live(best(10));
        board.holdReads();

        push("x", 4, 3, subscription);
        push("y", 3, 3, subscription);
        push("second", 5, 2, subscription);

        assertEquals(List.of("first", "second", "x", "y"), names(subscription.board()));
    }

    /** Or a game that draws what is newer than nothing never draws. */
    @Test
    void holdingsOfNothing_areShownAndTold() throws Exception {
        board = new PushedBoard(RUNNING);
        HeardHoldings listener = new HeardHoldings();
        HoldingsWatch watch = board.kraty.inventory().watch(listener);
        Await.until("it is live", () -> watch.state() instanceof Live);

        assertEquals(new Holdings(1, Map.of(), Map.of()), watch.holdings());
        Await.until("it is told", () -> listener.all(Holdings.class).equals(List.of(watch.holdings())));
    }

    @Test
    void boardThatReadsCallFinal_ends_althoughItsStreamGoesOn() throws Exception {
        board = new PushedBoard(RUNNING, PushedBoard.row("a", 30, 1, false));
        BoardSubscription subscription = live(BoardOptions.defaults());
        board.show("\"finalized\":true,", PushedBoard.row("a", 31, 1, false));
        Await.until("it ends", () -> {
            board.timing.advance(Duration.ofSeconds(1));
            return subscription.state() instanceof Ended;
        });

        assertNull(((Ended) subscription.state()).reason());
        assertTrue(subscription.board().finalized());
        Await.until("it is told", () -> heard.all.contains(HeardLive.END));
    }

    @Test
    void boardThatAReadCallsFinalFirst_isStillCalledSoByItsStream() throws Exception {
        board = new PushedBoard(RUNNING, PushedBoard.row("a", 30, 1, false));
        BoardSubscription subscription = live(BoardOptions.defaults());
        board.show("\"finalized\":true,", PushedBoard.row("a", 31, 1, false));
        Await.until("the next read is due", () -> board.timing.untilNext() != null);
        board.timing.advance(board.timing.untilNext());
        Await.until("the read says so", () -> subscription.board().finalized());
        assertInstanceOf(Live.class, subscription.state());
        board.push(
                "finalized",
                "\"eventId\":\"e1\",\"reason\":\"window_closed\",\"standings\":[],"
                        + "\"occurredAt\":\"2026-09-01T12:00:00Z\"");

        Await.until("it ends", () -> subscription.state() instanceof Ended);
        Await.until("it is told", () -> heard.all.contains(HeardLive.END));
        assertEquals(1, heard.all(LeaderboardFinalized.class).size());
    }

    @Test
    void listenerThatIsFarBehind_holdsUpTheStream_whichSaysSo_andHearsEverything() throws Exception {
        board = new PushedBoard(RUNNING, PushedBoard.row("a", 0, 1, false));
        CountDownLatch released = new CountDownLatch(1);
        HeardBoard slow = new HeardBoard() {
            @Override
            public void onEvent(LeaderboardEvent event) {
                BoardLifeTest.await(released);
                super.onEvent(event);
            }
        };
        BoardSubscription subscription = board.kraty
                .eventLeaderboards()
                .subscribe(
                        PushedBoard.ID,
                        slow,
                        BoardOptions.builder().readInterval(Duration.ZERO).build());
        Await.until("it is live", () -> subscription.state() instanceof Live);
        for (int i = 1; i <= MOST_WAITING; i++) {
            board.push("a", i, 1);
        }
        Await.until("it is not live", () -> subscription.state() instanceof Degraded);

        board.show(RUNNING, PushedBoard.row("a", MOST_WAITING, 1, false));
        released.countDown();
        Await.until("it is live again", () -> subscription.state() instanceof Live);
        Await.until("all is told", () -> slow.all(LeaderboardScoreUpdate.class).size() == MOST_WAITING + 1);
        List<Double> scores = slow.scores("a");
        assertEquals(scores.stream().sorted().toList(), scores);
        assertEquals(1, board.connects());
    }
}
