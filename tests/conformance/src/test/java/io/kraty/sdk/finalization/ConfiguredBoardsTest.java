package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.live.ConfiguredBoardRef;
import io.kraty.sdk.live.FinalizationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Periods of configured boards that end while the player is away. */
class ConfiguredBoardsTest {
    private static final String BOARD = "weekly_score";

    private final Device device = new Device();

    @BeforeEach
    void freeze() {
        device.sandbox.clock().freeze();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    /** Ends the running period, and returns when it began. */
    private Instant end(String board) {
        Kraty kraty = device.launch();
        Instant start =
                Objects.requireNonNull(kraty.leaderboards().listPeriods(board).currentPeriodStartedAt());
        device.sandbox.clock().advance(Duration.ofMinutes(1));
        device.sandbox.endPeriod(board);
        return start;
    }

    private static List<Object> refs(List<FinalizationResult> results) {
        return results.stream().<Object>map(FinalizationResult::ref).toList();
    }

    @Test
    void dismissOfTheRunningPeriod_changesNothing() {
        Kraty kraty = device.launch();
        Instant running = kraty.leaderboards().join(BOARD).period();
        kraty.dismiss(new ConfiguredBoardRef(BOARD, running, null));
        end(BOARD);

        assertEquals(1, device.launch().checkFinalizations().size());
    }

    /** Players set the clock ahead, to get more of everything. */
    @Test
    void clockThatIsDaysAhead_losesNoPeriod() {
        device.timing.now(device.sandbox.clock().instant().plus(Duration.ofDays(3)));
        device.launch().leaderboards().submitScore(BOARD, 70);
        Instant start = end(BOARD);

        assertEquals(
                List.of(new ConfiguredBoardRef(BOARD, start, null)),
                refs(device.launch().checkFinalizations()));
    }

    @Test
    void periodWithAScore_isReportedOnceItIsOver() {
        Kraty kraty = device.launch();
        kraty.leaderboards().submitScore(BOARD, 70);
        assertEquals(List.of(), kraty.checkFinalizations());
        Instant start = end(BOARD);

        Kraty next = device.launch();
        HeardResults heard = new HeardResults();
        next.onFinalized(heard);
        List<FinalizationResult> found = next.checkFinalizations();

        assertEquals(heard.all(), found);
        assertEquals(List.of(new ConfiguredBoardRef(BOARD, start, null)), refs(found));
        FinalizationResult result = found.get(0);
        assertEquals(FinalizationResult.PERIOD_ROLLED, result.reason());
        assertEquals("period_rolled", result.reason().value());
        assertEquals(70, result.selfScore());
        assertEquals(9, result.standings().size(), "the player and eight bots");
        assertTrue(result.standings()
                .get(Objects.requireNonNull(result.selfRank()) - 1)
                .isSelf());
        assertNull(result.eventKey());
        assertEquals(List.of(), next.checkFinalizations());
        assertEquals(List.of(), device.launch().checkFinalizations());
    }

    @Test
    void joiningCounts_andNobodyElsesPeriodsAreReported() {
        Kraty kraty = device.launch();
        kraty.leaderboards().join(BOARD);
        Instant start = end(BOARD);
        end(BOARD); // without the player

        assertEquals(
                List.of(new ConfiguredBoardRef(BOARD, start, null)),
                refs(device.launch().checkFinalizations()));
    }

    @Test
    void eachPeriodWithThePlayer_isReported() {
        device.launch().leaderboards().submitScore(BOARD, 70);
        Instant first = end(BOARD);
        end(BOARD);
        device.launch().leaderboards().submitScore(BOARD, 80);
        Instant third = end(BOARD);
        Kraty kraty = device.launch();
        kraty.onFinalized(new HeardResults());

        assertEquals(
                List.of(new ConfiguredBoardRef(BOARD, first, null), new ConfiguredBoardRef(BOARD, third, null)),
                refs(kraty.checkFinalizations()));
        kraty.leaderboards().submitScore(BOARD, 90);
        Instant fourth = end(BOARD);
        assertEquals(
                List.of(new ConfiguredBoardRef(BOARD, fourth, null)),
                refs(device.launch().checkFinalizations()));
    }

    @Test
    void eachSegmentOfThePlayer_isReported() {
        Kraty kraty = device.launch();
        kraty.leaderboards()
                .submitScore(
                        "region_cup",
                        SubmitScoreRequest.builder().value(5).segment("eu").build());
        kraty.leaderboards()
                .join(
                        "region_cup",
                        LeaderboardJoinOptions.builder().segment("na").build());
        Instant start = end("region_cup");

        List<FinalizationResult> found = device.launch().checkFinalizations();
        assertEquals(
                List.of(
                        new ConfiguredBoardRef("region_cup", start, "eu"),
                        new ConfiguredBoardRef("region_cup", start, "na")),
                refs(found));
        assertEquals(5, found.get(0).selfScore());
        assertEquals(0, found.get(1).selfScore());
    }

    @Test
    void periodThatCannotBeRead_isReadNextTimeAndOthersAreNotReportedTwice() {
        device.launch().leaderboards().submitScore(BOARD, 70);
        Instant first = end(BOARD);
        device.launch().leaderboards().submitScore(BOARD, 80);
        Instant second = end(BOARD);
        device.sandbox.addTrouble(Trouble.on("getLeaderboardStandings")
                .times(2)
                .script(Effect.pass(), Effect.error(403, "forbidden"))
                .build());
        Kraty kraty = device.launch();
        kraty.onFinalized(new HeardResults());

        assertEquals(List.of(new ConfiguredBoardRef(BOARD, first, null)), refs(kraty.checkFinalizations()));
        assertEquals(List.of(new ConfiguredBoardRef(BOARD, second, null)), refs(kraty.checkFinalizations()));
    }

    @Test
    void deviceWhoseClockIsAhead_losesNothingOnceItHasChecked() {
        device.pass(Duration.ofDays(365 * 200));
        device.launch().leaderboards().submitScore(BOARD, 70);
        device.launch().checkFinalizations();
        Instant start = end(BOARD);

        assertEquals(
                List.of(new ConfiguredBoardRef(BOARD, start, null)),
                refs(device.launch().checkFinalizations()));
    }
}
