package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void atFirst_thereIsNoPastPeriod() {
        Reply reply = api.get("leaderboards/weekly_score/periods").expect(200);
        assertEquals("weekly_score", reply.text("data.key"));
        assertEquals("2026-08-31T00:00:00Z", reply.text("data.currentPeriodStartedAt"));
        assertEquals(List.of(), reply.objects("data.periods"));
    }

    @ParameterizedTest
    @CsvSource({
        "daily_lap, 3, 2026-09-05, 2026-09-04, 2026-09-05",
        "weekly_score, 21, 2026-09-21, 2026-09-14, 2026-09-21",
        "region_cup, 150, 2027-01-01, 2026-12-01, 2027-01-01"
    })
    void periods_followTheCadence_newestFirst(String key, int days, String current, String started, String ended) {
        clock.advance(Duration.ofDays(days));
        Reply reply = api.get("leaderboards/" + key + "/periods").expect(200);
        assertEquals(current + "T00:00:00Z", reply.text("data.currentPeriodStartedAt"));
        assertEquals(started + "T00:00:00Z", reply.text("data.periods.0.periodStartedAt"));
        assertEquals(ended + "T00:00:00Z", reply.text("data.periods.0.periodEndedAt"));
        assertEquals(reply.text("data.periods.0.periodStartedAt"), reply.text("data.periods.1.periodEndedAt"));
    }

    @Test
    void boardThatNeverStartsAnew_hasNoPast() {
        ana.score("hall_of_fame", 10).expect(200);
        clock.advance(Duration.ofDays(1000));
        Reply reply = api.get("leaderboards/hall_of_fame/periods").expect(200);
        assertEquals(List.of(), reply.objects("data.periods"));
        assertEquals("2026-09-02T12:00:00Z", reply.text("data.currentPeriodStartedAt"));
        assertEquals(10, api.get("leaderboards/hall_of_fame").number("data.entries.0.score"));
    }

    @Test
    void pastPeriods_keepTheirStandings() {
        ana.score("weekly_score", 10).expect(200);
        clock.advance(Duration.ofDays(7));
        assertFalse(self("current").has("data.self"));
        assertEquals(5, ana.score("weekly_score", 5).number("data.score"));
        Reply past = self("2026-08-31T00:00:00Z");
        assertEquals(10, past.number("data.entries.0.score"));
        assertTrue(past.at("data.entries.0.isSelf").getAsBoolean());
        assertFalse(past.has("data.self"), "self is for the running period");
        sandbox.tickBots();
        clock.advance(Duration.ofDays(1));
        assertEquals(past.body(), self("2026-08-31T00:00:00.000Z").body());
    }

    @Test
    void periodThatNobodySaw_isEmpty() {
        clock.advance(Duration.ofDays(14));
        Reply reply =
                api.get("leaderboards/weekly_score?period=2026-09-07T00:00:00Z").expect(200);
        assertEquals(List.of(), reply.objects("data.entries"));
    }

    @Test
    void past_isBounded() {
        ana.score("daily_lap", "monza", 1).expect(200);
        String first = "leaderboards/daily_lap?segment=monza&period=2026-09-02T00:00:00Z";
        clock.advance(Duration.ofDays(52));
        assertEquals(1, api.get(first).expect(200).number("data.entries.0.score"));
        assertEquals(
                52,
                api.get("leaderboards/daily_lap/periods?limit=52")
                        .objects("data.periods")
                        .size());
        clock.advance(Duration.ofDays(1));
        api.get(first).expectError(404, "not_found");
        assertEquals(
                52,
                api.get("leaderboards/daily_lap/periods?limit=52")
                        .objects("data.periods")
                        .size());
        assertEquals(
                12,
                api.get("leaderboards/daily_lap/periods")
                        .objects("data.periods")
                        .size());
    }

    @Test
    void periodsThatNeverWere_areNotFound() {
        api.get("leaderboards/weekly_score?period=2026-08-24T00:00:00Z").expectError(404, "not_found");
        api.get("leaderboards/weekly_score?period=2026-09-07T00:00:00Z").expectError(404, "not_found");
        api.get("leaderboards/weekly_score?period=2026-08-31T00:00:01Z").expectError(404, "not_found");
        api.get("leaderboards/unheard_of/periods").expectError(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "53", "few"})
    void limit_isChecked(String limit) {
        api.get("leaderboards/weekly_score/periods?limit=" + limit).expectError(400, "validation_failed");
    }

    private Reply self(String period) {
        return api.get("leaderboards/weekly_score?includeSelf=true&externalId=ana&period=" + period)
                .expect(200);
    }
}
