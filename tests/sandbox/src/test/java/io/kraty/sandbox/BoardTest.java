package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardTest extends SandboxTest {
    private TestPlayer ana;
    private String attempt;
    private String board;

    @BeforeEach
    void startedAttempt() {
        begin();
    }

    @Test
    void progress_movesThePlayerUp() {
        ana.increment("coin_rush", attempt, 99).expect(200);
        Reply reply = read("?includeSelf=true&externalId=ana&limit=1");
        assertEquals(1, reply.number("data.self.rank"));
        assertEquals(99, reply.number("data.self.score"));
        assertTrue(reply.at("data.entries.0.isSelf").getAsBoolean());
        assertEquals("player", reply.text("data.entries.0.kind"));
        assertEquals(1, reply.objects("data.entries").size());
    }

    @Test
    void self_isThereBelowTheLimit_andOnlyIfAskedFor() {
        Reply reply = read("?includeSelf=true&externalId=ana&limit=2");
        assertEquals(9, reply.number("data.self.rank"));
        assertFalse(read("").has("data.self"));
        assertFalse(read("?includeSelf=true&externalId=nobody").has("data.self"));
    }

    @Test
    void ranks_countFromOne_bestFirst() {
        ana.increment("coin_rush", attempt, 20).expect(200);
        for (int i = 0; i < 200; i++) {
            sandbox.tickBots();
        }
        List<JsonObject> entries = read("").objects("data.entries");
        assertEquals(9, entries.size());
        for (int i = 0; i < entries.size(); i++) {
            assertEquals(i + 1, entries.get(i).get("rank").getAsInt());
            assertTrue(i == 0 || score(entries.get(i - 1)) >= score(entries.get(i)));
        }
    }

    @Test
    void equalScores_areRankedByWhoGotThereFirst() {
        TestPlayer rui = api.register("rui");
        String other = rui.start("coin_rush").text("data.attempt.id");
        rui.increment("coin_rush", other, 50).expect(200);
        ana.increment("coin_rush", attempt, 50).expect(200);
        assertEquals(1, read("?includeSelf=true&externalId=rui").number("data.self.rank"));
        assertEquals(2, read("?includeSelf=true&externalId=ana").number("data.self.rank"));
    }

    @Test
    void bestAttempt_counts() {
        ana.increment("coin_rush", attempt, 40).expect(200);
        ana.progress("coin_rush", attempt, "{\"mode\":\"set\",\"metricValue\":5}")
                .expect(200);
        assertEquals(40, read("?includeSelf=true&externalId=ana").number("data.self.score"));
    }

    @Test
    void bots_moveWithTheClock_andOnlyThen() {
        sandbox.close();
        sandbox = KratySandbox.builder()
                .clock(clock)
                .botInterval(Duration.ofMillis(700))
                .start();
        api = new Api(sandbox);
        begin();
        assertEquals(0, total(read("")));
        clock.advance(Duration.ofMillis(699));
        assertEquals(0, total(read("")));
        clock.advance(Duration.ofMillis(1));
        assertTrue(total(read("")) > 0);
        clock.advance(Duration.ofHours(1));
        assertTrue(total(read("")) < 900, "bots stop below what can be reached");
    }

    @Test
    void progression_isShownForPlayersOnly() {
        sandbox.credit("ana", "xp", 7);
        Reply reply = read("?progression=xp,level&limit=200");
        for (JsonObject entry : reply.objects("data.entries")) {
            boolean isPlayer = entry.get("kind").getAsString().equals("player");
            assertEquals(isPlayer, entry.has("progression"));
            assertTrue(!isPlayer || entry.get("progression").toString().equals("{\"xp\":7,\"level\":0}"));
        }
    }

    @Test
    void finalizedBoard_stays_andHandsOutRewardsByRank() {
        sandbox.credit("ana", "gold", 100);
        Reply start = ana.start("bounty_hunt").expect(201);
        ana.progress("bounty_hunt", start.text("data.attempt.id"), "{\"mode\":\"set\",\"metrics\":{\"bounties\":9}}")
                .expect(200);
        String hunt = start.text("data.leaderboardId");
        sandbox.finalizeBoard(hunt);
        Reply read = api.get("event-leaderboards/" + hunt).expect(200);
        assertTrue(read.at("data.finalized").getAsBoolean());
        assertEquals("session_terminated", read.text("data.finalizedReason"));
        Reply pending = ana.get("pending-grants");
        assertEquals("event_completion", pending.text("data.2.sourceKind"));
        long won = pending.number("data.2.contents.entries.0.amount");
        assertTrue(won >= 300 && won <= 500 && won % 50 == 0, "rolled in the range: " + won);
        assertEquals("gold_crate", pending.text("data.3.contents.crateItemKey"));
        sandbox.tickBots();
        assertEquals(read.body(), api.get("event-leaderboards/" + hunt).body());
        ana.start("bounty_hunt").expectError(409, "no_active_window");
    }

    @Test
    void weeklyBoard_countsEarnedGold_andStartsAnewOnMonday() {
        sandbox.credit("ana", "gold", 30);
        sandbox.credit("ana", "gems", 5);
        ana.post("wallet/gold/debit", "{\"amount\":10}").expect(200);
        Reply reply = api.get("leaderboards/weekly_gold?includeSelf=true&externalId=ana");
        assertEquals(30, reply.number("data.self.score"));
        assertEquals("2026-08-31T00:00:00Z", reply.text("data.period"));
        assertEquals("weekly", reply.text("data.resetCadence"));
        assertEquals(13, reply.objects("data.entries").size());
        clock.advance(Duration.ofDays(7));
        assertFalse(api.get("leaderboards/weekly_gold?includeSelf=true&externalId=ana")
                .has("data.self"));
        Reply past = api.get("leaderboards/weekly_gold?period=2026-08-31T00:00:00Z");
        assertEquals(30, past.number("data.entries.0.score"));
        api.get("leaderboards/weekly_gold?period=2020-01-01T00:00:00Z").expectError(404, "not_found");
    }

    @Test
    void boards_areKnownByKeyOrByIdOnly() {
        api.get("leaderboards/" + board).expectError(404, "not_found");
        api.get("leaderboards/unknown").expectError(404, "not_found");
        api.get("event-leaderboards/weekly_gold").expectError(404, "not_found");
    }

    private void begin() {
        ana = api.register("ana");
        Reply start = ana.start("coin_rush").expect(201);
        attempt = start.text("data.attempt.id");
        board = start.text("data.leaderboardId");
    }

    private Reply read(String query) {
        return api.get("event-leaderboards/" + board + query).expect(200);
    }

    private static double total(Reply reply) {
        return reply.objects("data.entries").stream()
                .mapToDouble(BoardTest::score)
                .sum();
    }

    private static double score(JsonObject entry) {
        return entry.get("score").getAsDouble();
    }
}
