package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FinishTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void scoreAttack_hasNoTarget_andIsCompleted() {
        assertEquals("endless_run", api.get("players/ana/events").text("data.4.eventKey"));
        assertFalse(api.get("players/ana/events").has("data.4.metrics.0.target"));
        Reply start = ana.start("endless_run").expect(201);
        String attempt = start.text("data.attempt.id");
        Reply far = ana.increment("endless_run", attempt, 9000).expect(200);
        assertEquals("in_progress", far.text("data.attempt.status"));
        assertEquals(9000, far.number("data.attempt.score"));
        clock.advance(Duration.ofMinutes(1));
        Reply reply = finish("endless_run", attempt).expect(200);
        assertEquals("completed", reply.text("data.outcome"));
        assertEquals("completed", reply.text("data.attempt.status"));
        assertEquals("2026-09-02T12:01:00Z", reply.text("data.attempt.completedAt"));
        Reply board = api.get("event-leaderboards/" + start.text("data.leaderboardId"));
        assertEquals(9000, board.number("data.entries.0.score"));
    }

    @Test
    void attemptShortOfItsTarget_isExpired() {
        String attempt = ana.start("coin_rush").text("data.attempt.id");
        ana.increment("coin_rush", attempt, 40).expect(200);
        Reply reply = finish("coin_rush", attempt).expect(200);
        assertEquals("expired", reply.text("data.outcome"));
        assertEquals("expired", reply.text("data.attempt.status"));
        assertEquals(40, reply.number("data.attempt.score"));
    }

    @Test
    void finishedAttempt_takesNothingMore_andTheNextIsAnother() {
        String attempt = ana.start("coin_rush").text("data.attempt.id");
        finish("coin_rush", attempt).expect(200);
        finish("coin_rush", attempt).expectError(409, "attempt_finished");
        ana.increment("coin_rush", attempt, 1).expectError(409, "attempt_finished");
        assertFalse(api.get("players/ana/events").has("data.0.currentAttemptId"));
        assertNotEquals(attempt, ana.start("coin_rush").expect(201).text("data.attempt.id"));
    }

    @Test
    void attemptThatMetItsTargetOrRanOut_isOverAlready() {
        String met = ana.start("coin_rush").text("data.attempt.id");
        ana.increment("coin_rush", met, 100).expect(200);
        finish("coin_rush", met).expectError(409, "attempt_finished");
        String late = ana.start("endless_run").text("data.attempt.id");
        clock.advance(Duration.ofMinutes(30));
        finish("endless_run", late).expectError(409, "attempt_finished");
    }

    @Test
    void attemptOfAnotherEventOrPlayer_isNotFound() {
        String attempt = ana.start("coin_rush").text("data.attempt.id");
        finish("endless_run", attempt).expectError(404, "not_found");
        finish("coin_rush", "none").expectError(404, "not_found");
        api.register("rui")
                .post("events/coin_rush/attempts/" + attempt + "/finish", "{}")
                .expectError(404, "not_found");
        finish("coin_rush", attempt).expect(200);
    }

    @Test
    void sameKey_finishesOnce() {
        String attempt = ana.start("coin_rush").text("data.attempt.id");
        String path = "events/coin_rush/attempts/" + attempt + "/finish";
        String body = "{\"idempotencyKey\":\"one\"}";
        Reply first = ana.post(path, body).expect(200);
        assertEquals(first.body(), ana.post(path, body).expect(200).body());
    }

    private Reply finish(String eventKey, String attemptId) {
        return ana.post("events/" + eventKey + "/attempts/" + attemptId + "/finish", "{}");
    }
}
