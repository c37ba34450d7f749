package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingsTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void players() {
        ana = api.register("ana");
        ana.score("region_cup", "eu", 10).expect(200);
        ana.score("region_cup", "asia", 30).expect(200);
        api.register("rui").score("region_cup", "asia", 40).expect(200);
    }

    @Test
    void all_isTheDefault_andHoldsEverySegment() {
        Reply reply = api.get("leaderboards/region_cup/standings").expect(200);
        assertEquals(List.of("eu", "na", "sa", "asia"), segments(reply));
        assertFalse(reply.at("data.segmentsTruncated").getAsBoolean());
        assertFalse(reply.at("data.segments.0.participated").getAsBoolean());
        assertFalse(reply.has("data.segments.0.selfRank"));
        assertEquals("monthly", reply.text("data.resetCadence"));
        assertEquals("sum", reply.text("data.scoreAggregation"));
        assertEquals("2026-09-01T00:00:00Z", reply.text("data.period"));
        assertEquals(
                reply.body(),
                api.get("leaderboards/region_cup/standings?scope=all&period=current&limit=50&maxSegments=20")
                        .body());
    }

    @Test
    void all_tellsWhereAPlayerStands_ifAsked() {
        Reply reply = api.get("leaderboards/region_cup/standings?externalId=ana&limit=1");
        assertTrue(reply.at("data.segments.0.participated").getAsBoolean());
        assertEquals(1, reply.number("data.segments.0.selfRank"));
        assertTrue(reply.at("data.segments.0.entries.0.isSelf").getAsBoolean());
        assertFalse(reply.at("data.segments.1.participated").getAsBoolean());
        assertEquals(2, reply.number("data.segments.3.selfRank"));
        assertEquals(1, reply.objects("data.segments.3.entries").size());
    }

    @Test
    void maxSegments_cuts_andSaysSo() {
        Reply cut = api.get("leaderboards/region_cup/standings?maxSegments=3").expect(200);
        assertEquals(List.of("eu", "na", "sa"), segments(cut));
        assertTrue(cut.at("data.segmentsTruncated").getAsBoolean());
        Reply whole = api.get("leaderboards/region_cup/standings?maxSegments=4");
        assertFalse(whole.at("data.segmentsTruncated").getAsBoolean());
    }

    @Test
    void segment_isTheOneNamed() {
        Reply reply = api.get("leaderboards/region_cup/standings?scope=segment&segment=asia");
        assertEquals(List.of("asia"), segments(reply));
        assertEquals(40, reply.number("data.segments.0.entries.0.score"));
        api.get("leaderboards/region_cup/standings?scope=segment").expectError(400, "validation_failed");
        api.get("leaderboards/region_cup/standings?scope=segment&segment=moon").expectError(400, "validation_failed");
        api.get("leaderboards/xp_league/standings?scope=segment").expectError(400, "validation_failed");
    }

    @Test
    void mine_areAllThePlayerTakesPartIn() {
        Reply reply = api.get("leaderboards/region_cup/standings?scope=mine&externalId=ana");
        assertEquals(List.of("eu", "asia"), segments(reply));
        assertEquals(List.of(), segments(api.get("leaderboards/region_cup/standings?scope=mine&externalId=nobody")));
    }

    @Test
    void selfSegment_isTheOneThePlayerIsInNow() {
        String path = "leaderboards/region_cup/standings?scope=self_segment&externalId=ana";
        assertEquals(List.of("asia"), segments(api.get(path)));
        ana.post("events/coin_rush/start", "{\"playerContext\":{\"region\":\"sa\"}}")
                .expect(201);
        Reply moved = api.get(path);
        assertEquals(List.of("sa"), segments(moved));
        assertFalse(moved.at("data.segments.0.participated").getAsBoolean());
        api.register("new");
        assertEquals(
                List.of(), segments(api.get("leaderboards/region_cup/standings?scope=self_segment&externalId=new")));
    }

    @Test
    void boardWithoutSegments_isOne() {
        ana.score("weekly_score", 10).expect(200);
        for (String scope : List.of("all", "segment", "mine", "self_segment")) {
            Reply reply = api.get("leaderboards/weekly_score/standings?externalId=ana&scope=" + scope)
                    .expect(200);
            assertEquals(1, reply.objects("data.segments").size());
            assertFalse(reply.has("data.segments.0.segment"));
            assertEquals(1, reply.number("data.segments.0.selfRank"));
        }
    }

    @Test
    void pastPeriod_standsAsItEnded() {
        String past = "leaderboards/region_cup/standings?period=2026-09-01T00:00:00Z&externalId=ana&scope=";
        clock.advance(Duration.ofDays(30));
        ana.score("region_cup", "na", 99).expect(200);
        assertEquals(List.of("eu", "asia"), segments(api.get(past + "mine")));
        assertEquals(List.of("asia"), segments(api.get(past + "self_segment")));
        assertEquals(List.of("na"), segments(api.get("leaderboards/region_cup/standings?scope=mine&externalId=ana")));
    }

    @Test
    void progression_isShownWithPlayers() {
        sandbox.credit("ana", "xp", 300);
        Reply reply = api.get("leaderboards/region_cup/standings?scope=segment&segment=eu&progression=xp,level");
        assertEquals(
                "{\"xp\":300,\"level\":1}",
                reply.at("data.segments.0.entries.0.progression").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope=everything",
                "scope=mine",
                "scope=segment&segment=",
                "scope=self_segment&externalId=",
                "limit=0",
                "limit=201",
                "maxSegments=0",
                "maxSegments=101",
                "period=then"
            })
    void query_isChecked(String query) {
        api.get("leaderboards/region_cup/standings?" + query).expectError(400, "validation_failed");
    }

    @Test
    void unknownBoardOrPeriod_isNotFound() {
        api.get("leaderboards/unheard_of/standings").expectError(404, "not_found");
        api.get("leaderboards/region_cup/standings?period=2026-09-02T00:00:00Z").expectError(404, "not_found");
    }

    private static List<String> segments(Reply reply) {
        return reply.expect(200).texts("data.segments", "segment");
    }
}
