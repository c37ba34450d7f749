package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Periods of configured boards that somebody ends early. */
class EndPeriodTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void endedPeriod_keepsItsStandings_andTheNextEndsWithTheCalendar() {
        ana.score("hall_of_fame", 10).expect(200);
        ana.score("weekly_score", 10).expect(200);
        clock.advance(Duration.ofHours(1));
        sandbox.endPeriod("weekly_score");
        Reply periods = api.get("leaderboards/weekly_score/periods").expect(200);
        assertEquals("2026-09-02T13:00:00Z", periods.text("data.currentPeriodStartedAt"));
        assertEquals("2026-08-31T00:00:00Z", periods.text("data.periods.0.periodStartedAt"));
        assertEquals("2026-09-02T13:00:00Z", periods.text("data.periods.0.periodEndedAt"));
        assertEquals(
                10,
                api.get("leaderboards/weekly_score?period=2026-08-31T00:00:00Z").number("data.entries.0.score"));
        assertEquals(0, api.get("leaderboards/weekly_score").number("data.entries.0.score"));
        assertEquals(10, api.get("leaderboards/hall_of_fame").number("data.entries.0.score"), "another board");

        clock.advance(Duration.ofDays(7));
        periods = api.get("leaderboards/weekly_score/periods");
        assertEquals("2026-09-07T00:00:00Z", periods.text("data.currentPeriodStartedAt"));
        assertEquals("2026-09-02T13:00:00Z", periods.text("data.periods.0.periodStartedAt"));
        assertEquals("2026-09-07T00:00:00Z", periods.text("data.periods.0.periodEndedAt"));
    }

    @Test
    void end_promotes() {
        sandbox.credit("ana", "xp", 5000);
        clock.advance(Duration.ofHours(1));
        sandbox.endPeriod("xp_league");
        assertEquals(1, ana.balance("division"));
        clock.advance(Duration.ofHours(1));
        sandbox.endPeriod("xp_league");
        assertEquals(1, ana.balance("division"), "who did nothing in a period is not in it");
        assertEquals(
                2,
                api.get("leaderboards/xp_league/periods")
                        .objects("data.periods")
                        .size());
    }

    @Test
    void boardThatNeverStartsAnew_canBeStartedAnew() {
        ana.score("hall_of_fame", 10).expect(200);
        clock.advance(Duration.ofHours(1));
        sandbox.endPeriod("hall_of_fame");
        assertEquals(List.of(), api.get("leaderboards/hall_of_fame").objects("data.entries"));
        clock.advance(Duration.ofDays(1000));
        assertEquals(
                1,
                api.get("leaderboards/hall_of_fame/periods")
                        .objects("data.periods")
                        .size());
    }

    @Test
    void end_needsABoard_andAPeriodThatHasBegun() {
        assertThrows(IllegalArgumentException.class, () -> sandbox.endPeriod("nothing"));
        clock.advance(Duration.ofHours(1));
        sandbox.endPeriod("weekly_score");
        assertThrows(IllegalArgumentException.class, () -> sandbox.endPeriod("weekly_score"));
    }
}
