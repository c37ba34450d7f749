package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.FinalizedReason;
import io.kraty.api.model.LeaderboardEntry;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Warnings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Boards of events that end while the player is away. */
class CheckFinalizationsTest {
    private final Device device = new Device();

    @AfterEach
    void stop() {
        device.close();
    }

    private String start(Kraty kraty, String event) {
        return kraty.events().start(event).leaderboardId();
    }

    private static List<EventBoardRef> boards(List<FinalizationResult> results) {
        return results.stream().map(result -> (EventBoardRef) result.ref()).toList();
    }

    private static EventBoardRef board(String id) {
        return new EventBoardRef(id, null);
    }

    @Test
    void boardThatEndedWhileTheGameWasOff_isReportedAtTheNextLaunch() {
        Kraty first = device.launch();
        String attempt = first.events().start("coin_rush").attempt().id();
        first.events().progress("coin_rush", attempt, ProgressInput.set(90));
        String board = start(first, "coin_rush");
        String player = first.activeExternalPlayerId().orElseThrow();
        first.close();
        device.sandbox.finalizeBoard(board);

        Kraty second = device.launch();
        HeardResults heard = new HeardResults();
        second.onFinalized(heard);
        List<FinalizationResult> found = second.checkFinalizations();

        assertEquals(1, found.size());
        FinalizationResult result = found.get(0);
        assertEquals(found, heard.all());
        assertEquals(board(board), result.ref());
        assertEquals("coin_rush", result.eventKey());
        assertEquals(player, result.externalPlayerId());
        assertEquals(FinalizedReason.SESSION_TERMINATED, result.reason());
        LeaderboardEntry self = result.standings().stream()
                .filter(LeaderboardEntry::isSelf)
                .findFirst()
                .orElseThrow();
        assertEquals(90, self.score());
        assertEquals(90, result.selfScore());
        assertEquals(self.rank(), result.selfRank());
        assertEquals(9, result.standings().size(), "the player and eight bots");
    }

    @Test
    void resultThatWasTaken_neverComesAgain() {
        Kraty kraty = device.launch();
        device.sandbox.finalizeBoard(start(kraty, "coin_rush"));
        kraty.onFinalized(new HeardResults());
        assertEquals(1, kraty.checkFinalizations().size());

        assertEquals(List.of(), kraty.checkFinalizations());
        Kraty next = device.launch();
        HeardResults late = new HeardResults();
        next.onFinalized(late);
        assertEquals(List.of(), next.checkFinalizations());
        assertEquals(List.of(), late.all());
        assertEquals(1, device.count("getEventLeaderboard"), "nor is its board read");
    }

    @Test
    void withoutListener_theResultComesAgainUntilItIsDismissed() {
        Kraty kraty = device.launch();
        String board = start(kraty, "coin_rush");
        device.sandbox.finalizeBoard(board);
        List<FinalizationResult> first = kraty.checkFinalizations();

        assertEquals(List.of(board(board)), boards(first));
        assertEquals(first, kraty.checkFinalizations());
        Kraty next = device.launch();
        assertEquals(first, next.checkFinalizations());
        assertEquals(1, device.count("getEventLeaderboard"), "what was found is kept");

        next.dismiss(first.get(0).ref());
        assertEquals(List.of(), next.checkFinalizations());
        assertEquals(1, next.clearReported());
        assertEquals(0, next.clearReported());
        assertEquals(List.of(), device.launch().checkFinalizations());
    }

    @Test
    void boardThatRuns_isReportedOnceItEnds() {
        Kraty kraty = device.launch();
        String board = start(kraty, "coin_rush");
        assertEquals(List.of(), kraty.checkFinalizations());

        device.sandbox.closeWindow("coin_rush");
        List<FinalizationResult> found = kraty.checkFinalizations();
        assertEquals(List.of(board(board)), boards(found));
        assertEquals(FinalizedReason.WINDOW_CLOSED, found.get(0).reason());
    }

    @Test
    void dismissedBoard_isNotReportedWhenItEnds() {
        Kraty kraty = device.launch();
        String board = start(kraty, "coin_rush");
        kraty.dismiss(board(board));
        device.sandbox.finalizeBoard(board);

        assertEquals(List.of(), kraty.checkFinalizations());
    }

    @Test
    void allWaysOntoABoard_count() {
        Kraty kraty = device.launch();
        String joined = globalBoard(kraty, "coin_rush");
        kraty.eventLeaderboards().join(joined);
        String grouped = start(kraty, "river_race");
        device.sandbox.finalizeBoard(joined);
        device.sandbox.finalizeBoard(grouped);

        List<FinalizationResult> found = device.launch().checkFinalizations();
        assertEquals(List.of(board(joined), board(grouped)), boards(found));
        assertNull(found.get(0).eventKey());
        assertEquals("river_race", found.get(1).eventKey());
    }

    @Test
    void joinedBoard_knowsItsEventOnceTheAttemptIsStarted() {
        Kraty kraty = device.launch();
        String board = globalBoard(kraty, "coin_rush");
        kraty.eventLeaderboards().join(board);
        assertEquals(board, start(kraty, "coin_rush"));
        kraty.eventLeaderboards().join(board);
        device.sandbox.finalizeBoard(board);

        assertEquals("coin_rush", kraty.checkFinalizations().get(0).eventKey());
    }

    private static String globalBoard(Kraty kraty, String event) {
        return kraty.events().listForPlayer().stream()
                .filter(listing -> listing.eventKey().equals(event))
                .map(listing -> Objects.requireNonNull(listing.leaderboardId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void standingsOfMoreThanFiftyRows_areRead() {
        Kraty kraty = device.launch();
        String board = start(kraty, "coin_rush");
        for (int i = 0; i < 120; i++) {
            String id = "other_" + i;
            kraty.with(RequestOptions.as(id).playerSecret(device.sandbox.register(id)))
                    .eventLeaderboards()
                    .join(board);
        }
        device.sandbox.finalizeBoard(board);

        FinalizationResult result = kraty.checkFinalizations().get(0);
        assertEquals(129, result.standings().size());
        assertEquals(
                1, result.standings().stream().filter(LeaderboardEntry::isSelf).count());
        assertEquals(result, device.launch().checkFinalizations().get(0), "as it was kept");
    }

    @Test
    void eachPlayer_hasBoardsOfTheirOwn() {
        Kraty kraty = device.launch();
        String secretOfA = device.sandbox.register("a");
        String secretOfB = device.sandbox.register("b");
        kraty.signIn("a", secretOfA);
        String boardOfA = start(kraty, "coin_rush");
        kraty.logout();
        kraty.signIn("b", secretOfB);
        String boardOfB = start(kraty, "endless_run");
        device.sandbox.finalizeBoard(boardOfA);
        device.sandbox.finalizeBoard(boardOfB);

        List<FinalizationResult> ofB = device.launch().checkFinalizations();
        assertEquals(List.of(board(boardOfB)), boards(ofB));
        assertEquals("b", ofB.get(0).externalPlayerId());
        Kraty later = device.launch();
        later.signIn("a", secretOfA);
        List<FinalizationResult> ofA = later.checkFinalizations();
        assertEquals(List.of(board(boardOfA)), boards(ofA));
        assertEquals("a", ofA.get(0).externalPlayerId());
        assertEquals(ofB, later.as("b").checkFinalizations());
    }

    @Test
    void startForAnother_isRememberedForThem() {
        Kraty kraty = device.launch();
        kraty.ensureIdentity();
        RequestOptions other = RequestOptions.as("other").playerSecret(device.sandbox.register("other"));
        String board = kraty.with(other).events().start("coin_rush").leaderboardId();
        device.sandbox.finalizeBoard(board);

        Kraty next = device.launch();
        assertEquals(List.of(), next.checkFinalizations());
        FinalizationResult result = next.as("other").checkFinalizations().get(0);
        assertEquals("other", result.externalPlayerId());
        assertNotNull(result.selfRank());
        next.as("other").dismiss(result.ref());
        assertEquals(1, next.as("other").clearReported());
    }

    @Test
    void checking_registersNobodyAndSendsNoSecret() {
        Kraty kraty = device.launch();
        assertEquals(List.of(), kraty.checkFinalizations());
        kraty.dismiss(board("none"));
        assertEquals(0, kraty.clearReported());
        assertEquals(List.of(), device.sandbox.requests());

        start(kraty, "coin_rush");
        kraty.leaderboards().submitScore("weekly_score", 5);
        List<String> asked = new CopyOnWriteArrayList<>();
        List<String> secrets = new CopyOnWriteArrayList<>();
        OkHttpClient watched = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void requestHeadersEnd(Call call, Request request) { // as it is written
                        asked.add(request.url().encodedPath());
                        secrets.addAll(request.headers("X-Player-Secret"));
                    }
                })
                .build();
        Kraty next = device.launch(device.options().httpClient(watched));
        next.checkFinalizations();
        String player = device.sandbox.players().get(0);
        assertEquals(
                List.of(
                        "/sdk/v1/players/" + player + "/events",
                        "/sdk/v1/event-leaderboards/ID",
                        "/sdk/v1/leaderboards/weekly_score/periods"),
                asked.stream()
                        .map(path -> path.replaceAll("event-leaderboards/.*", "event-leaderboards/ID"))
                        .toList());
        assertEquals(List.of(), secrets);
        next.inventory().list();
        assertEquals(1, secrets.size(), "it would have been seen");
    }

    @Test
    void attemptWhoseStartWasLost_isTakenUpWhileItIsOpen() {
        Kraty forgetful = device.launch(device.options().membershipStore(new BrokenStore()));
        String board;
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            board = start(forgetful, "coin_rush");
            assertEquals(1, warnings.texts().size());
        }

        Kraty next = device.launch();
        assertEquals(List.of(), next.checkFinalizations());
        device.sandbox.finalizeBoard(board);
        List<FinalizationResult> found = next.checkFinalizations();
        assertEquals(List.of(board(board)), boards(found));
        assertEquals("coin_rush", found.get(0).eventKey());
        assertEquals(1, device.count("startAttempt"), "nothing is started for it");
    }

    @Test
    void boardThatCannotBeRead_isAskedForAgainAndDoesNotStopOthers() {
        Kraty kraty = device.launch();
        String broken = start(kraty, "coin_rush");
        String other = start(kraty, "endless_run");
        device.sandbox.finalizeBoard(broken);
        device.sandbox.finalizeBoard(other);
        device.sandbox.addTrouble(Trouble.on("getEventLeaderboard")
                .times(1)
                .script(Effect.error(403, "forbidden"))
                .build());

        assertEquals(List.of(board(other)), boards(kraty.checkFinalizations()));
        kraty.dismiss(board(other));
        assertEquals(List.of(board(broken)), boards(kraty.checkFinalizations()));
    }

    @Test
    void platformOutOfReach_isSaidAndNothingIsLost() {
        Kraty kraty = device.launch();
        String board = start(kraty, "coin_rush");
        device.sandbox.finalizeBoard(board);
        device.sandbox.goOffline();
        assertThrows(KratyNetworkException.class, kraty::checkFinalizations);

        device.sandbox.goOnline();
        assertEquals(List.of(board(board)), boards(kraty.checkFinalizations()));
    }

    @Test
    void boardThatHasBeenGoneForAWeek_isForgotten() {
        Kraty kraty = device.launch();
        start(kraty, "coin_rush");
        device.sandbox.addTrouble(Trouble.on("getEventLeaderboard")
                .times(Integer.MAX_VALUE)
                .script(Effect.error(404, "not_found"))
                .build());
        kraty.checkFinalizations();
        kraty.checkFinalizations();
        assertEquals(2, device.count("getEventLeaderboard"), "not forgotten yet");

        device.pass(Duration.ofDays(8));
        kraty.checkFinalizations();
        kraty.checkFinalizations();
        assertEquals(3, device.count("getEventLeaderboard"));
    }

    @Test
    void boardThatRunsForWeeks_isNotForgotten() {
        Kraty kraty = device.launch();
        String board = start(kraty, "coin_rush");
        device.pass(Duration.ofDays(100));
        start(kraty, "endless_run");
        assertEquals(List.of(), kraty.checkFinalizations());
        device.sandbox.finalizeBoard(board);

        assertEquals(List.of(board(board)), boards(kraty.checkFinalizations()));
    }

    @Test
    void reportedBoard_isForgottenAfterAWeek() {
        Kraty kraty = device.launch();
        kraty.onFinalized(new HeardResults());
        device.sandbox.finalizeBoard(start(kraty, "coin_rush"));
        kraty.checkFinalizations();
        device.pass(Duration.ofDays(6));
        start(kraty, "endless_run");
        assertTrue(device.memberships.content().toString().contains("reported"), "still known");

        device.pass(Duration.ofDays(2));
        start(kraty, "river_race");
        assertEquals(0, kraty.clearReported());
    }
}
