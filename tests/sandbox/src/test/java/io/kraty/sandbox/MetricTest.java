package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.RewardAmount;
import io.kraty.sandbox.internal.definition.Metric;
import io.kraty.sandbox.internal.definition.Milestone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a metric counts. */
class MetricTest extends SandboxTest {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private TestPlayer ana;
    private String attempt;

    private void play(TestEvent event) {
        restart(KratySandbox.builder().game(Games.of(event)));
        ana = api.register("ana");
        attempt = ana.start("run").expect(201).text("data.attempt.id");
    }

    @Test
    void cap_clampsTheScore_whileTheRawValueGrows() {
        play(new TestEvent("run").metrics(new Metric("points", NONE, 10, false, 2, null, NONE)));
        Reply reply = ana.increment("run", attempt, 25).expect(200);
        assertEquals(10, reply.number("data.attempt.metrics.points"));
        assertEquals(25, reply.number("data.attempt.metricsRaw.points"));
        assertEquals(20, reply.number("data.attempt.score"));
        assertEquals("in_progress", reply.text("data.attempt.status"));
        assertEquals(10, api.get("players/ana/events").number("data.0.metrics.0.cap"));
    }

    @Test
    void withoutCapAtTarget_scoreGoesBeyondTheTarget() {
        play(new TestEvent("run").metrics(new Metric("points", 10, NONE, false, 1, null, NONE)));
        Reply reply = ana.increment("run", attempt, 25).expect(200);
        assertEquals(25, reply.number("data.attempt.metrics.points"));
        assertEquals(25, reply.number("data.attempt.score"));
        assertEquals("completed", reply.text("data.attempt.status"));
    }

    @Test
    void capAtTarget_clampsTheScoreAtTheTarget() {
        play(new TestEvent("run").metrics(new Metric("points", 10, NONE, true, 1, null, NONE)));
        Reply reply = ana.increment("run", attempt, 25).expect(200);
        assertEquals(10, reply.number("data.attempt.score"));
        assertEquals(25, reply.number("data.attempt.metricsRaw.points"));
    }

    @Test
    void milestones_lookAtTheRawValue() {
        play(new TestEvent("run")
                .metrics(new Metric("points", NONE, 10, false, 1, null, NONE))
                .milestones(new Milestone(
                        "far", "points", 20, List.of(new CurrencyRewardEntry("gold", RewardAmount.of(1.0))))));
        assertEquals(List.of(), ana.increment("run", attempt, 19).expect(200).objects("data.milestonesFired"));
        assertEquals(
                1,
                ana.increment("run", attempt, 1)
                        .expect(200)
                        .objects("data.milestonesFired")
                        .size());
    }

    @Test
    void metric_goesBackToZero_whenAnotherGoesUp() {
        streaks();
        report("set", "\"wins\":3").expect(200);
        Reply unchanged = report("set", "\"losses\":0");
        assertEquals(3, unchanged.number("data.attempt.metricsRaw.wins"), "nothing went up");
        Reply lost = report("increment", "\"losses\":1");
        assertEquals(0, lost.number("data.attempt.metricsRaw.wins"));
        assertEquals(0, lost.number("data.attempt.score"));
        assertEquals(2, report("increment", "\"wins\":2").number("data.attempt.metricsRaw.wins"));
        assertEquals(2, report("set", "\"losses\":1").number("data.attempt.metricsRaw.wins"), "nothing went up");
        assertEquals(2, report("set", "\"losses\":0").number("data.attempt.metricsRaw.wins"), "it went down");
    }

    @Test
    void metric_goesBackToZero_evenIfTheSameReportRaisesIt() {
        streaks();
        report("set", "\"wins\":3").expect(200);
        Reply both = report("increment", "\"wins\":1,\"losses\":1");
        assertEquals(0, both.number("data.attempt.metricsRaw.wins"));
        assertEquals(1, both.number("data.attempt.metricsRaw.losses"));
        assertEquals("losses", api.get("players/ana/events").text("data.0.metrics.0.resetOn"));
    }

    @Test
    void board_keepsTheBestScore_whenAStreakBreaks() {
        streaks();
        report("set", "\"wins\":3").expect(200);
        String board = report("increment", "\"losses\":1").text("data.attempt.leaderboardId");
        assertEquals(3, api.get("event-leaderboards/" + board).number("data.entries.0.score"));
    }

    private void streaks() {
        play(new TestEvent("run")
                .metrics(
                        new Metric("wins", NONE, NONE, false, 1, "losses", NONE),
                        new Metric("losses", NONE, NONE, false, 0, null, NONE)));
    }

    private Reply report(String mode, String metrics) {
        return ana.progress("run", attempt, "{\"mode\":\"" + mode + "\",\"metrics\":{" + metrics + "}}");
    }
}
