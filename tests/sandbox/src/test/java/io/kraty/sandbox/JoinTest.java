package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoinTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void configuredBoard_showsWhoJoined_withoutAScore() {
        Reply reply = join("leaderboards/weekly_score").expect(200);
        assertTrue(reply.at("data.joined").getAsBoolean());
        assertEquals(9, reply.number("data.self.rank"));
        assertEquals(0, reply.number("data.self.score"));
        assertTrue(reply.at("data.entries.8.isSelf").getAsBoolean());
    }

    @Test
    void configuredBoard_keepsTheScore_howeverOftenJoined() {
        join("leaderboards/weekly_score").expect(200);
        ana.score("weekly_score", 50).expect(200);
        Reply again = join("leaderboards/weekly_score?limit=1").expect(200);
        assertEquals(50, again.number("data.self.score"));
        assertEquals(1, again.objects("data.entries").size());
        assertEquals(
                9, api.get("leaderboards/weekly_score").objects("data.entries").size());
    }

    @Test
    void boardThatTakesNoScores_canBeJoined() {
        assertEquals(13, join("leaderboards/weekly_gold").number("data.self.rank"));
        sandbox.credit("ana", "gold", 10);
        assertEquals(10, join("leaderboards/weekly_gold").number("data.self.score"));
    }

    @Test
    void unknownBoard_isNotFound_andTheLimitIsChecked() {
        join("leaderboards/unheard_of").expectError(404, "not_found");
        join("event-leaderboards/none").expectError(404, "not_found");
        join("leaderboards/weekly_score?limit=201").expectError(400, "validation_failed");
    }

    @Test
    void eventBoard_showsWhoJoined_withoutAnAttempt() throws IOException {
        String board = api.get("players/ana/events").text("data.0.leaderboardId");
        try (Sse stream = api.stream(board)) {
            assertEquals("ready", stream.nextName());
            Reply reply = join("event-leaderboards/" + board + "?limit=2").expect(200);
            assertTrue(reply.at("data.joined").getAsBoolean());
            assertEquals(9, reply.number("data.self.rank"));
            assertEquals(2, reply.objects("data.entries").size());
            assertEquals("score_update", stream.nextName());
        }
        assertFalse(api.get("players/ana/events").has("data.0.currentAttemptId"));
        assertFalse(api.get("event-leaderboards/" + board).at("data.joined").getAsBoolean());
    }

    @Test
    void eventBoard_keepsTheScore() {
        Reply start = ana.start("coin_rush");
        ana.increment("coin_rush", start.text("data.attempt.id"), 9).expect(200);
        Reply reply =
                join("event-leaderboards/" + start.text("data.leaderboardId")).expect(200);
        assertEquals(9, reply.number("data.self.score"));
    }

    @Test
    void finalizedEventBoard_isAConflict() {
        String board = api.get("players/ana/events").text("data.0.leaderboardId");
        sandbox.finalizeBoard(board);
        join("event-leaderboards/" + board).expectError(409, "conflict");
    }

    @Test
    void boardOfALobby_isForThoseInIt() {
        Reply forming = ana.start("quick_brawl").expect(202);
        sandbox.fillLobby(forming.text("error.details.lobbyId"));
        String board = ana.start("quick_brawl").text("data.leaderboardId");
        join("event-leaderboards/" + board).expect(200);
        api.register("rui").post("event-leaderboards/" + board + "/join", "{}").expectError(403, "forbidden");
    }

    private Reply join(String boardAndQuery) {
        int query = boardAndQuery.indexOf('?');
        String board = query < 0 ? boardAndQuery : boardAndQuery.substring(0, query);
        return ana.post(board + "/join" + (query < 0 ? "" : boardAndQuery.substring(query)), "{}");
    }
}
