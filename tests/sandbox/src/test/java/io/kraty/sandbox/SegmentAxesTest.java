package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.ResetCadence;
import io.kraty.api.model.ScoreAggregation;
import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.definition.BoardDefinition.Source;
import io.kraty.sandbox.internal.definition.BotsDefinition;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.definition.PlayerDefinition;
import io.kraty.sandbox.internal.definition.Segmentation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configured boards that are split by country, or by several things at once. */
class SegmentAxesTest extends SandboxTest {
    private static final Segmentation COUNTRY = new Segmentation.Country();
    private static final Segmentation TRACK = new Segmentation.Context("track", List.of());
    private static final Segmentation REGION = new Segmentation.Context("region", List.of("eu", "na"));
    private static final Segmentation LEAGUE = new Segmentation.Division("division", List.of("bronze", "silver"));

    private TestPlayer ana;
    private TestPlayer rui;

    @BeforeEach
    void game() {
        GameDefinition boards = Games.withBoards(
                board("by_country", COUNTRY),
                board("by_country_and_league", new Segmentation.Combined(List.of(COUNTRY, LEAGUE))),
                board("by_region_and_country", new Segmentation.Combined(List.of(REGION, COUNTRY))),
                board("by_all", new Segmentation.Combined(List.of(TRACK, LEAGUE, REGION))));
        restart(KratySandbox.builder()
                .game(Games.withPlayers(boards, from("ana", "PT"), from("rui", "JP"), from("eva", "PT"))));
        ana = player("ana");
        rui = player("rui");
    }

    @Test
    void country_isThatOfThePlayer() {
        ana.score("by_country", 10).expect(200);
        ana.score("by_country", "JP", 10).expect(200);
        rui.score("by_country", 5).expect(200);
        Reply portugal = read("by_country?segment=PT");
        assertEquals("PT", portugal.text("data.segment"));
        assertEquals(20, portugal.number("data.entries.0.score"), "a given segment is ignored");
        assertEquals(5, read("by_country?segment=JP").number("data.entries.0.score"));
        assertEquals(List.of(), read("by_country?segment=AQ").objects("data.entries"));
    }

    @Test
    void readOfACountry_namesItOrThePlayer() {
        ana.score("by_country", 10).expect(200);
        Reply own = read("by_country?includeSelf=true&externalId=ana");
        assertEquals("PT", own.text("data.segment"));
        assertEquals(1, own.number("data.self.rank"));
        Reply other = read("by_country?segment=JP&includeSelf=true&externalId=ana");
        assertFalse(other.has("data.self"));
        api.get("leaderboards/by_country").expectError(400, "validation_failed");
        api.get("leaderboards/by_country?includeSelf=true&externalId=nobody").expectError(400, "validation_failed");
    }

    @Test
    void derivedParts_areJoined_andTold() {
        sandbox.credit("eva", "division", 1);
        ana.score("by_country_and_league", 10).expect(200);
        player("eva").score("by_country_and_league", 20).expect(200);
        assertEquals(10, read("by_country_and_league?segment=PT%7Cbronze").number("data.entries.0.score"));
        assertEquals(20, read("by_country_and_league?segment=PT%7Csilver").number("data.entries.0.score"));
        Reply own = read("by_country_and_league?includeSelf=true&externalId=ana");
        assertEquals("PT|bronze", own.text("data.segment"));
        assertEquals(10, own.number("data.self.score"));
        assertEquals(
                List.of("PT|bronze", "PT|silver"),
                api.get("leaderboards/by_country_and_league/standings").texts("data.segments", "segment"));
    }

    @Test
    void statedPart_isGivenAlone_orWithTheOthers() {
        ana.score("by_region_and_country", "eu", 10).expect(200);
        ana.score("by_region_and_country", "na|PT", 5).expect(200);
        assertEquals(7, ana.score("by_region_and_country", 2).number("data.score"), "the one that was stated last");
        assertEquals(10, read("by_region_and_country?segment=eu%7CPT").number("data.entries.0.score"));
        Reply own = read("by_region_and_country?segment=eu&includeSelf=true&externalId=ana");
        assertEquals("eu|PT", own.text("data.segment"));
        assertEquals(10, own.number("data.self.score"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by_region_and_country",
                "by_region_and_country?segment=eu",
                "by_region_and_country?segment=moon%7CPT",
                "by_region_and_country?includeSelf=true&externalId=ana",
                "by_all?segment=monza",
                "by_all?segment=monza%7Cwooden%7Ceu",
                "by_country_and_league?segment=PT"
            })
    void read_hasToNameWhatNobodyKnows(String read) {
        api.get("leaderboards/" + read).expectError(400, "validation_failed");
    }

    @Test
    void write_hasToNameWhatNobodyKnows() {
        ana.score("by_region_and_country", 1).expectError(400, "validation_failed");
        ana.score("by_region_and_country", "moon", 1).expectError(400, "validation_failed");
        ana.score("by_all", "monza", 1).expectError(400, "validation_failed");
        ana.score("by_all", "monza|eu", 1).expect(200);
        assertEquals(1, read("by_all?segment=monza%7Cbronze%7Ceu").number("data.entries.0.score"));
    }

    @Test
    void derivedParts_stayForThePeriod_andPromotionWorksInsideOfThem() {
        ana.score("by_country_and_league", 10).expect(200);
        Reply before = read("by_country_and_league?segment=PT%7Cbronze");
        assertEquals(1, before.number("data.progression.promotion.places"));
        assertFalse(before.has("data.progression.relegation"));
        clock.advance(Duration.ofDays(1));
        assertEquals(1, ana.balance("division"));
        ana.score("by_country_and_league", 1).expect(200);
        sandbox.credit("ana", "division", 1);
        ana.score("by_country_and_league", 1).expect(200);
        Reply after = read("by_country_and_league?segment=PT%7Csilver");
        assertEquals(2, after.number("data.entries.0.score"));
        assertTrue(after.has("data.progression.relegation"));
    }

    @Test
    void standings_ofOneSegment_areThoseOfThePlayer_orOfTheOneThatIsNamed() {
        ana.score("by_country_and_league", 10).expect(200);
        ana.score("by_region_and_country", "eu", 10).expect(200);
        rui.score("by_region_and_country", "eu", 10).expect(200);
        String both = "leaderboards/by_region_and_country/standings?scope=";
        assertEquals(
                List.of("PT|bronze"),
                segments("leaderboards/by_country_and_league/standings?scope=self_segment&externalId=ana"));
        assertEquals(List.of("eu|JP"), segments(both + "self_segment&externalId=rui"));
        assertEquals(List.of("eu|PT"), segments(both + "segment&segment=eu&externalId=ana"));
        assertEquals(List.of("eu|JP"), segments(both + "segment&segment=eu%7CJP&externalId=ana"));
        assertEquals(List.of("eu|PT", "eu|JP"), segments(both + "all"));
        api.get(both + "segment&segment=eu").expectError(400, "validation_failed");
        assertEquals(List.of(), segments(both + "self_segment&externalId=eva"), "she has not said where she is");
    }

    private List<String> segments(String path) {
        return api.get(path).expect(200).texts("data.segments", "segment");
    }

    @Test
    void earnings_countForTheSegmentThatWasStated_andNowhereBefore() {
        Segmentation both = new Segmentation.Combined(List.of(REGION, COUNTRY));
        restart(KratySandbox.builder()
                .game(Games.withBoards(
                        new TestEvent("cup"), earned("earned_by_region", REGION), earned("earned_by_both", both))));
        ana = api.register("ana");
        sandbox.credit("ana", "gold", 10);
        ana.post("events/cup/start", "{\"playerContext\":{\"region\":\"moon\"}}")
                .expect(201);
        sandbox.credit("ana", "gold", 20);
        assertEquals(List.of(), read("earned_by_region?segment=eu").objects("data.entries"));
        clock.advance(Duration.ofHours(2));
        ana.post("events/cup/start", "{\"playerContext\":{\"region\":\"eu\"}}").expect(201);
        sandbox.credit("ana", "gold", 40);
        assertEquals(40, read("earned_by_region?segment=eu").number("data.entries.0.score"));
        assertEquals(40, api.get("leaderboards/earned_by_both/standings").number("data.segments.0.entries.0.score"));
        assertEquals(70, ana.balance("gold"));
    }

    private static BoardDefinition earned(String key, Segmentation by) {
        Source gold = new Source.Earned("gold");
        return new BoardDefinition(key, ResetCadence.DAILY, ScoreAggregation.SUM, gold, by, 0, 0, BotsDefinition.NONE);
    }

    private Reply read(String path) {
        return api.get("leaderboards/" + path).expect(200);
    }

    private TestPlayer player(String id) {
        return new TestPlayer(api, id, sandbox.secretOf(id).orElseThrow());
    }

    private static PlayerDefinition from(String id, String country) {
        return new PlayerDefinition(id, null, null, null, country, false, Map.of(), Map.of(), List.of(), Map.of());
    }

    private static BoardDefinition board(String key, Segmentation by) {
        return new BoardDefinition(
                key, ResetCadence.DAILY, ScoreAggregation.SUM, new Source.Clients(), by, 1, 1, BotsDefinition.NONE);
    }
}
