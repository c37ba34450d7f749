package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.kraty.api.model.FinalizedReason;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.live.SubscriptionState;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Boards that end while a stream of them is open. */
class LiveFinalizationTest {
    private final Device device = new Device();

    @AfterEach
    void stop() {
        device.close();
    }

    /** Ends a board that is followed; nobody has to fetch the events. */
    private void endLive(Kraty kraty, String board) throws InterruptedException {
        LeaderboardStream stream = kraty.leaderboards().live(board);
        stream.iterator().next(); // ready
        device.sandbox.finalizeBoard(board);
    }

    @Test
    void endOfAFollowedBoard_isReportedOnceWithThePlayersPlace() throws Exception {
        Kraty kraty = device.launch();
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        String board = kraty.events().start("coin_rush").leaderboardId();
        endLive(kraty, board);

        FinalizationResult result = heard.only();
        assertEquals(new EventBoardRef(board, null), result.ref());
        assertEquals("coin_rush", result.eventKey());
        assertEquals(FinalizedReason.SESSION_TERMINATED, result.reason());
        assertNotNull(result.selfRank());
        assertEquals(9, result.standings().size());
        assertEquals(List.of(), kraty.checkFinalizations());
        assertEquals(List.of(), device.launch().checkFinalizations());
        assertEquals(1, heard.all().size());
    }

    @Test
    void endOfASubscribedBoard_isReportedToo() throws Exception {
        Kraty kraty = device.launch();
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        String board = kraty.events().start("coin_rush").leaderboardId();
        BoardSubscription subscription = kraty.leaderboards()
                .subscribe(
                        board,
                        event -> {},
                        BoardOptions.builder().readInterval(Duration.ZERO).build());
        Await.until("it is live", () -> subscription.state() instanceof SubscriptionState.Live);
        device.sandbox.finalizeBoard(board);

        assertEquals(new EventBoardRef(board, null), heard.only().ref());
        Await.until("it is over", () -> subscription.state() instanceof SubscriptionState.Ended);
    }

    @Test
    void boardThatCannotBeReadThen_isReportedAsTheStreamSaidIt() throws Exception {
        device.sandbox.addTrouble(Trouble.on("getEventLeaderboard")
                .times(1)
                .script(Effect.error(403, "forbidden"))
                .build());
        Kraty kraty = device.launch();
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        endLive(kraty, kraty.events().start("coin_rush").leaderboardId());

        FinalizationResult result = heard.only();
        assertEquals(FinalizedReason.SESSION_TERMINATED, result.reason());
        assertNull(result.selfRank());
        assertEquals(9, result.standings().size());
        assertEquals(1, result.standings().get(0).rank());
        assertEquals(List.of(), kraty.checkFinalizations());
    }

    @Test
    void withoutListener_itWaits() throws Exception {
        Kraty kraty = device.launch();
        endLive(kraty, kraty.events().start("coin_rush").leaderboardId());
        Await.until("it is kept", () -> device.memberships.content().toString().contains("session_terminated"));

        HeardResults heard = new HeardResults();
        device.launch().onFinalized(heard);
        assertEquals("coin_rush", heard.only().eventKey());
    }

    @Test
    void boardOfNobodyHere_isNotReported() throws Exception {
        Kraty kraty = device.launch();
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        String own = kraty.events().start("endless_run").leaderboardId();
        RequestOptions other = RequestOptions.as("other").playerSecret(device.sandbox.register("other"));
        String foreign = device.launch(device.options().membershipStore(new ListedStore()))
                .with(other)
                .events()
                .start("coin_rush")
                .leaderboardId();
        Kraty next = device.launch();
        next.onFinalized(heard);
        endLive(next, foreign);
        endLive(next, own);

        assertEquals(new EventBoardRef(own, null), heard.only().ref());
    }

    @Test
    void allPlayersOfTheSession_areToldOfTheirBoard() throws Exception {
        Kraty kraty = device.launch();
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        String board = kraty.events().start("coin_rush").leaderboardId();
        RequestOptions other = RequestOptions.as("other").playerSecret(device.sandbox.register("other"));
        assertEquals(board, kraty.with(other).events().start("coin_rush").leaderboardId());
        endLive(kraty, board);

        Await.until("both", () -> heard.all().size() == 2);
        Set<String> players = new TreeSet<>();
        heard.all().forEach(result -> players.add(result.externalPlayerId()));
        assertEquals(new TreeSet<>(device.sandbox.players()), players);
        assertFalse(players.contains("nobody"));
    }

    private static BoardSubscription follow(Kraty kraty, String board) throws InterruptedException {
        BoardSubscription subscription = kraty.leaderboards().subscribe(board, event -> {});
        Await.until("it is live", () -> subscription.state() instanceof SubscriptionState.Live);
        return subscription;
    }

    @Test
    void endDuringAPause_isFoundByTheReadThatFollows() throws Exception {
        Kraty kraty = device.launch();
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        String board = kraty.events().start("coin_rush").leaderboardId();
        BoardSubscription subscription = follow(kraty, board);
        kraty.pause();
        device.sandbox.finalizeBoard(board);
        kraty.resume();

        FinalizationResult result = heard.only();
        assertEquals(new EventBoardRef(board, null), result.ref());
        assertEquals("coin_rush", result.eventKey());
        assertEquals(FinalizedReason.SESSION_TERMINATED, result.reason());
        assertNotNull(result.selfRank());
        assertEquals(9, result.standings().size());
        Await.until("it is over", () -> subscription.state() instanceof SubscriptionState.Ended);
        assertEquals(List.of(), kraty.checkFinalizations());
        assertEquals(1, heard.all().size());
    }

    @Test
    void endWithoutAStream_isFoundByTheReads_alsoOfASubscriptionToFewRows() throws Exception {
        device.sandbox.addTrouble(Trouble.on("streamEventLeaderboard")
                .times(Integer.MAX_VALUE)
                .script(Effect.status(503))
                .build());
        FakeTiming timing = FakeTiming.byHand();
        Kraty kraty = device.launch(PlayTestOptions.on(device.sandbox, timing));
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        String board = kraty.events().start("coin_rush").leaderboardId();
        BoardSubscription subscription = kraty.leaderboards()
                .subscribe(board, event -> {}, BoardOptions.builder().limit(1).build());
        Await.until("it is read", () -> subscription.board().version() > 0);
        device.sandbox.finalizeBoard(board);
        Await.until("it is over", () -> {
            timing.advance(Duration.ofSeconds(5));
            return subscription.state() instanceof SubscriptionState.Ended;
        });

        FinalizationResult result = heard.only();
        assertEquals(9, result.standings().size());
        assertNotNull(result.selfRank());
    }

    @Test
    void boardOfNobodyHereThatWasReadFinal_isNotReported() throws Exception {
        Kraty kraty = device.launch();
        HeardResults heard = new HeardResults();
        kraty.onFinalized(heard);
        String board = kraty.events().start("coin_rush").leaderboardId();
        Kraty spectator = Kraty.create(device.options()
                .membershipStore(new ListedStore())
                .secretStore(new InMemorySecretStore())
                .build());
        HeardResults nothing = new HeardResults();
        spectator.onFinalized(nothing);
        BoardSubscription subscription = follow(spectator, board);
        spectator.pause();
        device.sandbox.finalizeBoard(board);
        spectator.resume();
        Await.until("it is over", () -> subscription.state() instanceof SubscriptionState.Ended);
        spectator.close();

        assertEquals(List.of(), nothing.all());
        assertEquals(1, kraty.checkFinalizations().size());
    }
}
