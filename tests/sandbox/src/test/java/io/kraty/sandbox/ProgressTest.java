package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest extends SandboxTest {
    private TestPlayer ana;
    private String attempt;

    @BeforeEach
    void startedAttempt() {
        ana = api.register("ana");
        attempt = ana.start("coin_rush").text("data.attempt.id");
    }

    @Test
    void increment_adds_andSetReplaces() {
        ana.increment("coin_rush", attempt, 3).expect(200);
        assertEquals(5, ana.increment("coin_rush", attempt, 2).number("data.attempt.score"));
        Reply set = ana.progress("coin_rush", attempt, "{\"mode\":\"set\",\"metricValue\":4.5}");
        assertEquals("4.5", set.text("data.attempt.metrics.coins"));
        assertEquals("in_progress", set.text("data.attempt.status"));
    }

    @Test
    void severalMetrics_weighIntoTheScore() {
        sandbox.credit("ana", "gold", 100);
        String hunt = ana.start("bounty_hunt").text("data.attempt.id");
        Reply reply = ana.progress(
                "bounty_hunt", hunt, "{\"mode\":\"increment\",\"metrics\":{\"bounties\":3,\"damage\":1250}}");
        assertEquals(155, reply.number("data.attempt.score"));
        ana.increment("bounty_hunt", hunt, 1).expectError(400, "validation_failed");
        ana.progress("bounty_hunt", hunt, "{\"mode\":\"set\",\"metrics\":{}}").expectError(400, "validation_failed");
    }

    @Test
    void undeclaredMetric_isRefusedAsAWhole() {
        ana.progress("coin_rush", attempt, "{\"mode\":\"set\",\"metrics\":{\"coins\":5,\"luck\":1}}")
                .expectError(400, "invalid_metric");
        assertEquals(1, ana.increment("coin_rush", attempt, 1).number("data.attempt.score"));
    }

    @Test
    void target_capsAndCompletesTheAttempt() {
        Reply reply = ana.increment("coin_rush", attempt, 130).expect(200);
        assertEquals(100, reply.number("data.attempt.metrics.coins"));
        assertEquals(130, reply.number("data.attempt.metricsRaw.coins"));
        assertEquals(100, reply.number("data.attempt.score"));
        assertEquals("completed", reply.text("data.attempt.status"));
        assertEquals("2026-09-02T12:00:00Z", reply.text("data.attempt.completedAt"));
        ana.increment("coin_rush", attempt, 1).expectError(409, "attempt_finished");
    }

    @Test
    void milestones_fireOncePerAttempt() {
        Reply reply = ana.increment("coin_rush", attempt, 50).expect(200);
        assertEquals(List.of("ten_coins", "fifty_coins"), reply.texts("data.milestonesFired", "key"));
        assertEquals(List.of("reward", "crate"), reply.texts("data.milestonesFired.1.grants", "kind"));
        assertEquals("event_milestone", reply.text("data.milestonesFired.0.grants.0.sourceKind"));
        assertEquals(attempt, reply.text("data.milestonesFired.0.grants.0.sourceRefId"));
        ana.progress("coin_rush", attempt, "{\"mode\":\"set\",\"metricValue\":0}")
                .expect(200);
        Reply again = ana.increment("coin_rush", attempt, 50).expect(200);
        assertEquals(List.of(), again.objects("data.milestonesFired"));
        assertEquals(5, ana.get("pending-grants").objects("data").size());
    }

    @Test
    void milestones_fireAgainInTheNextAttempt() {
        ana.increment("coin_rush", attempt, 100).expect(200);
        String next = ana.start("coin_rush").expect(201).text("data.attempt.id");
        assertEquals(
                1,
                ana.increment("coin_rush", next, 10)
                        .objects("data.milestonesFired")
                        .size());
    }

    @Test
    void implausibleReport_isRefused_andLeavesNothingBehind() {
        ana.increment("coin_rush", attempt, 100_001).expectError(403, "anti_cheat_rejected");
        assertEquals(1, ana.increment("coin_rush", attempt, 1).number("data.attempt.score"));
    }

    @Test
    void values_neverFallBelowZero() {
        ana.increment("coin_rush", attempt, 5).expect(200);
        assertEquals(0, ana.increment("coin_rush", attempt, -9).number("data.attempt.score"));
    }

    @Test
    void attemptRunsOut_withItsTime() {
        clock.advance(Duration.ofMinutes(30));
        ana.increment("coin_rush", attempt, 1).expectError(409, "attempt_finished");
        ana.start("coin_rush").expect(201);
    }

    @Test
    void attemptOfAnotherEventOrPlayer_isNotFound() {
        ana.increment("quick_brawl", attempt, 1).expectError(404, "not_found");
        api.register("rui").increment("coin_rush", attempt, 1).expectError(404, "not_found");
    }
}
