package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeagueTest extends SandboxTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void league_ranksByTheProgressionItself() {
        sandbox.credit("ana", "xp", 30);
        assertEquals(30, self("ana").number("data.self.score"));
        ana.post("wallet/xp/progress", "{\"amount\":-10}").expect(200);
        assertEquals(20, self("ana").number("data.self.score"));
        assertEquals("bronze", self("ana").text("data.segment"));
    }

    @Test
    void joining_showsWhatThePlayerHas() {
        sandbox.credit("ana", "xp", 30);
        clock.advance(WEEK);
        assertFalse(self("ana").has("data.self"), "nobody is on the new board before they earn or join");
        Reply joined = ana.post("leaderboards/xp_league/join", "{\"segment\":\"gold\"}")
                .expect(200);
        assertEquals("silver", joined.text("data.segment"), "the server knows the division");
        assertEquals(30, joined.number("data.self.score"));
    }

    @Test
    void limits_dependOnTheDivision() {
        Reply bronze = api.get("leaderboards/xp_league").expect(200);
        assertEquals("bronze", bronze.text("data.segment"));
        assertEquals(2, bronze.number("data.progression.promotion.places"));
        assertEquals("division", bronze.text("data.progression.promotion.itemKey"));
        assertFalse(bronze.has("data.progression.relegation"));
        Reply silver = api.get("leaderboards/xp_league?segment=silver");
        assertEquals(2, silver.number("data.progression.relegation.places"));
        assertEquals(2, silver.number("data.progression.promotion.places"));
        assertFalse(api.get("leaderboards/xp_league?segment=gold").has("data.progression.promotion"));
        assertFalse(api.get("leaderboards/weekly_score").has("data.progression"));
        api.get("leaderboards/xp_league?segment=iron").expectError(400, "validation_failed");
    }

    @Test
    void firstPlaces_goUp_andLastPlacesDown_whenTheWeekIsOver() {
        sandbox.credit("ana", "xp", 30);
        clock.advance(WEEK);
        assertEquals(1, ana.balance("division"));
        assertEquals("silver", self("ana").text("data.segment"));
        sandbox.credit("ana", "division", 1);
        Reply joined = ana.post("leaderboards/xp_league/join", "{}").expect(200);
        assertEquals("gold", joined.text("data.segment"));
        ana.post("wallet/xp/progress", "{\"amount\":-30}").expect(200);
        assertEquals(6, self("ana").number("data.self.rank"));
        clock.advance(WEEK);
        assertEquals(1, ana.balance("division"));
        LedgerEntry last = sandbox.ledger().get(sandbox.ledger().size() - 1);
        assertEquals("relegation", last.reason());
        assertEquals(-1, last.delta());
        assertEquals(
                "gold",
                api.get("leaderboards/xp_league?includeSelf=true&externalId=ana&period=2026-09-07T00:00:00Z")
                        .text("data.segment"),
                "where the player was in that week");
    }

    @Test
    void whoHasNothing_staysInTheFirstDivision() {
        ana.post("leaderboards/xp_league/join", "{}").expect(200);
        clock.advance(WEEK);
        assertEquals(0, ana.balance("division"));
        assertEquals(List.of(), sandbox.ledger());
    }

    @Test
    void onlyTheFirstPlaces_goUp() {
        for (String id : List.of("p1", "p2", "p3")) {
            api.register(id);
        }
        sandbox.credit("p1", "xp", 10);
        sandbox.credit("p2", "xp", 30);
        sandbox.credit("p3", "xp", 20);
        clock.advance(WEEK);
        api.get("ping").expect(200);
        assertEquals(
                List.of("p2", "p3"),
                sandbox.ledger().stream()
                        .filter(entry -> entry.reason().equals("promotion"))
                        .map(LedgerEntry::externalPlayerId)
                        .toList());
    }

    @Test
    void divisionThatChanges_countsFromTheNextWeek() {
        sandbox.credit("ana", "xp", 30);
        sandbox.credit("ana", "division", 2);
        assertEquals("bronze", self("ana").text("data.segment"));
        api.register("rui");
        sandbox.credit("rui", "division", 1);
        sandbox.credit("rui", "xp", 5);
        assertEquals("silver", self("rui").text("data.segment"));
    }

    @Test
    void standings_showEveryDivision_andThePlayersOwn() {
        sandbox.credit("ana", "xp", 30);
        Reply all = api.get("leaderboards/xp_league/standings");
        assertEquals(List.of("bronze", "silver", "gold"), all.texts("data.segments", "segment"));
        Reply own = api.get("leaderboards/xp_league/standings?scope=self_segment&externalId=ana");
        assertEquals(List.of("bronze"), own.texts("data.segments", "segment"));
        assertEquals(1, own.number("data.segments.0.selfRank"));
    }

    private Reply self(String id) {
        return api.get("leaderboards/xp_league?includeSelf=true&externalId=" + id)
                .expect(200);
    }
}
