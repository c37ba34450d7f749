package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitScoreTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void best_keepsTheHighest() {
        Reply first = ana.score("weekly_score", 120).expect(200);
        assertEquals(120, first.number("data.score"));
        assertEquals(1, first.number("data.rank"));
        assertEquals(120, ana.score("weekly_score", 80).number("data.score"));
        assertEquals(150, ana.score("weekly_score", 150).number("data.score"));
        Reply read = api.get("leaderboards/weekly_score?includeSelf=true&externalId=ana");
        assertEquals(first.text("data.leaderboardId"), read.text("data.leaderboardId"));
        assertEquals(150, read.number("data.self.score"));
        assertEquals("best", read.text("data.scoreAggregation"));
        assertFalse(read.has("data.segment"));
        assertFalse(read.at("data.joined").getAsBoolean());
    }

    @Test
    void best_takesAFirstScoreBelowZero() {
        ana.post("leaderboards/hall_of_fame/join", "{}").expect(200);
        assertEquals(-5, ana.score("hall_of_fame", -5).number("data.score"));
        assertEquals(-3, ana.score("hall_of_fame", -3).number("data.score"));
    }

    @Test
    void latest_keepsTheNewest() {
        assertEquals(90, ana.score("daily_lap", "monza", 90).number("data.score"));
        assertEquals(70, ana.score("daily_lap", "monza", 70).number("data.score"));
    }

    @Test
    void sum_addsUp() {
        ana.score("region_cup", "eu", 10).expect(200);
        assertEquals(12.5, ana.score("region_cup", "eu", 2.5).at("data.score").getAsDouble());
    }

    @Test
    void rank_isThatAmongAllOfTheBoard() {
        TestPlayer rui = api.register("rui");
        ana.score("weekly_score", 120).expect(200);
        assertEquals(2, rui.score("weekly_score", 100).number("data.rank"));
        assertEquals(2, rui.score("weekly_score", 120).number("data.rank"), "ana was there first");
        assertEquals(1, rui.score("weekly_score", 121).number("data.rank"));
        ana.score("weekly_score", 121).expect(200);
        rui.score("weekly_score", 121).expect(200);
        assertEquals(1, rui.score("weekly_score", 90).number("data.rank"), "a score that does not count moves nobody");
    }

    @Test
    void boardsThatTakeNoScores_saySo() {
        ana.score("weekly_gold", 1).expectError(403, "client_scoring_disabled");
        ana.score("xp_league", 1).expectError(400, "score_not_supported");
        ana.score("unheard_of", 1).expectError(404, "not_found");
        assertFalse(api.get("leaderboards/weekly_gold?includeSelf=true&externalId=ana")
                .has("data.self"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"value\":null}",
                "{\"value\":\"1\"}",
                "{\"value\":1e999}",
                "{\"value\":-1.1e12}",
                "{\"value\":1,\"segment\":2}"
            })
    void body_isChecked(String body) {
        ana.post("leaderboards/weekly_score/score", body).expectError(400, "validation_failed");
    }

    @Test
    void sameKey_scoresOnce() {
        String body = "{\"value\":10,\"segment\":\"eu\",\"idempotencyKey\":\"one\"}";
        Reply first = ana.post("leaderboards/region_cup/score", body).expect(200);
        assertEquals(
                first.body(), ana.post("leaderboards/region_cup/score", body).body());
        assertEquals(11, ana.score("region_cup", "eu", 1).number("data.score"));
    }

    @Test
    void scoring_needsTheSecret() {
        api.post("players/ana/leaderboards/weekly_score/score", "{\"value\":1}", null)
                .expectError(401, "player_secret_invalid");
    }

    @Test
    void segmentOnABoardWithoutAny_isIgnored() {
        assertEquals(7, ana.score("weekly_score", "eu", 7).number("data.score"));
        assertEquals(7, api.get("leaderboards/weekly_score?segment=na&limit=1").number("data.entries.0.score"));
    }
}
