package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void everySegment_isABoardOfItsOwn() {
        ana.score("region_cup", "eu", 10).expect(200);
        api.register("rui").score("region_cup", "na", 20).expect(200);
        Reply eu = api.get("leaderboards/region_cup?segment=eu").expect(200);
        assertEquals("eu", eu.text("data.segment"));
        assertEquals(10, eu.number("data.entries.0.score"));
        assertEquals(5, eu.objects("data.entries").size());
        assertEquals(20, api.get("leaderboards/region_cup?segment=na").number("data.entries.0.score"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?segment=", "?segment=moon", "?includeSelf=true&externalId=ana"})
    void read_hasToNameOneOfTheBuckets(String query) {
        ana.score("region_cup", "eu", 10).expect(200);
        api.get("leaderboards/region_cup" + query).expectError(400, "validation_failed");
    }

    @Test
    void write_hasToNameOneOfTheBuckets() {
        ana.score("region_cup", 10).expectError(400, "validation_failed");
        ana.score("region_cup", "moon", 10).expectError(400, "validation_failed");
        ana.post("leaderboards/region_cup/join", "{}").expectError(400, "validation_failed");
        ana.post("leaderboards/region_cup/join", "{\"segment\":\"asia\"}").expect(200);
    }

    @Test
    void write_goesByThePlayerContext_ifItNamesNone() {
        start("{\"region\":\"sa\",\"track\":7,\"car\":{\"fast\":true},\"pit\":null}");
        ana.score("region_cup", 10).expect(200);
        assertEquals(10, api.get("leaderboards/region_cup?segment=sa").number("data.entries.0.score"));
        Reply joined = ana.post("leaderboards/daily_lap/join", "{}").expect(200);
        assertEquals("7", joined.text("data.segment"));
        start("{\"region\":\"na\"}");
        assertEquals(1, ana.score("region_cup", 1).number("data.score"));
    }

    @Test
    void write_thatNamesASegment_isRememberedForTheNext() {
        ana.score("region_cup", "eu", 10).expect(200);
        assertEquals(15, ana.score("region_cup", 5).number("data.score"));
    }

    @Test
    void contextOfAStartThatFailed_isForgotten() {
        ana.post("events/old_faire/start", "{\"playerContext\":{\"region\":\"eu\"}}")
                .expect(409);
        ana.score("region_cup", 10).expectError(400, "validation_failed");
    }

    @Test
    void openSegments_takeAnyName_butReadingMakesNone() {
        ana.score("daily_lap", "monza", 90).expect(200);
        Reply nobody = api.get("leaderboards/daily_lap?segment=spa").expect(200);
        assertEquals(List.of(), nobody.objects("data.entries"));
        assertEquals("spa", nobody.text("data.segment"));
        assertEquals(
                List.of("monza"), api.get("leaderboards/daily_lap/standings").texts("data.segments", "segment"));
    }

    @Test
    void self_isThatOfTheSegment() {
        ana.score("region_cup", "eu", 10).expect(200);
        assertEquals(
                10,
                api.get("leaderboards/region_cup?segment=eu&includeSelf=true&externalId=ana")
                        .number("data.self.score"));
        assertFalse(api.get("leaderboards/region_cup?segment=na&includeSelf=true&externalId=ana")
                .has("data.self"));
    }

    private void start(String context) {
        ana.post("events/coin_rush/start", "{\"playerContext\":" + context + "}")
                .expect(201);
    }
}
