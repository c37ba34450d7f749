package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.RankTier;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.api.model.RewardPolicyType;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.Segmentation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that rank players with those they have something in common with. */
class SegmentedEventTest extends SandboxTest {
    private static final Segmentation REGION = new Segmentation.Context("region", List.of("eu", "na"));
    private static final Segmentation LEAGUE = new Segmentation.Division("division", List.of("bronze", "silver"));

    private TestPlayer ana;
    private TestPlayer rui;

    @BeforeEach
    void game() {
        play(REGION);
    }

    private void play(Segmentation by) {
        restart(KratySandbox.builder()
                .game(Games.of(new TestEvent("cup")
                        .ranking(new Ranking.Segmented(by))
                        .bots(2)
                        .rewards(first("gold", 7)))));
        ana = api.register("ana");
        rui = api.register("rui");
    }

    @Test
    void players_areRankedWithThoseOfTheirSegmentOnly() {
        String eu = board(start(ana, "eu"));
        assertEquals(eu, board(start(api.register("eva"), "eu")));
        String na = board(start(rui, "na"));
        assertNotEquals(eu, na);
        Reply board = api.get("event-leaderboards/" + eu);
        assertEquals("global_segmented", board.text("data.mode"));
        assertEquals(4, board.objects("data.entries").size(), "two players and two bots");
        Reply other = api.get("event-leaderboards/" + na + "?includeSelf=true&externalId=ana");
        assertFalse(other.has("data.self"));
        rui.post("event-leaderboards/" + eu + "/join", "{}").expectError(403, "forbidden");
        ana.post("event-leaderboards/" + eu + "/join", "{}").expect(200);
    }

    @Test
    void list_namesNoBoard() {
        start(ana, "eu");
        Reply list = api.get("players/ana/events");
        assertEquals("global_segmented", list.text("data.0.leaderboardMode"));
        assertFalse(list.has("data.0.leaderboardId"));
        assertTrue(list.has("data.0.currentAttemptId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"playerContext\":{}}",
                "{\"playerContext\":{\"region\":\"\"}}",
                "{\"playerContext\":{\"region\":\"moon\"}}",
                "{\"playerContext\":{\"region\":[\"eu\"]}}"
            })
    void start_hasToStateTheFact(String body) {
        Reply refused = ana.post("events/cup/start", body);
        refused.expectError(400, "validation_failed");
        assertTrue(refused.at("error.details").getAsJsonObject().has("playerContext.region"), refused.body());
        start(ana, "eu");
    }

    @Test
    void laterStart_statesAnotherSegment_andStaysInTheFirst() {
        Reply first = start(ana, "eu");
        ana.post("events/cup/attempts/" + first.text("data.attempt.id") + "/finish", "{}")
                .expect(200);
        ana.start("cup").expectError(400, "validation_failed");
        Reply second = start(ana, "na");
        assertNotEquals(first.text("data.attempt.id"), second.text("data.attempt.id"));
        assertEquals(board(first), board(second));
        clock.advance(Duration.ofHours(2));
        assertNotEquals(board(first), board(start(ana, "eu")), "a new window has new boards");
    }

    @Test
    void boards_endWithTheWindow_andRewardTheFirstOfEach() {
        Reply eu = start(ana, "eu");
        Reply na = start(rui, "na");
        ana.increment("cup", eu.text("data.attempt.id"), 50).expect(200);
        rui.increment("cup", na.text("data.attempt.id"), 5).expect(200);
        clock.advance(Duration.ofHours(2));
        assertEquals("window_closed", api.get("event-leaderboards/" + board(eu)).text("data.finalizedReason"));
        assertEquals("window_closed", api.get("event-leaderboards/" + board(na)).text("data.finalizedReason"));
        assertEquals(1, ana.get("pending-grants").objects("data").size());
        assertEquals(1, rui.get("pending-grants").objects("data").size());
        assertEquals(board(na), rui.get("pending-grants").text("data.0.sourceRefId"));
    }

    @Test
    void boardThatWasEndedByHand_isOverForItsPlayersOnly() {
        Reply eu = start(ana, "eu");
        sandbox.finalizeBoard(board(eu));
        ana.post("events/cup/start", "{\"playerContext\":{\"region\":\"eu\"}}").expectError(409, "no_active_window");
        start(rui, "na");
    }

    @Test
    void country_isKnownByTheServer() {
        play(new Segmentation.Country());
        String country = api.get("players/ana/identity").text("data.displayIdentity.country");
        boolean same = country.equals(api.get("players/rui/identity").text("data.displayIdentity.country"));
        assertFalse(same, "the seed has to give them different ones");
        assertNotEquals(
                board(ana.start("cup").expect(201)), board(rui.start("cup").expect(201)));
    }

    @Test
    void division_isWhereTheFirstStartFoundThePlayer() {
        play(LEAGUE);
        sandbox.credit("rui", "division", 1);
        Reply bronze = ana.start("cup").expect(201);
        assertNotEquals(board(bronze), board(rui.start("cup").expect(201)));
        sandbox.credit("ana", "division", 1);
        clock.advance(Duration.ofMinutes(30));
        assertEquals(board(bronze), board(ana.start("cup").expect(201)));
    }

    @Test
    void severalAxes_haveToAgree() {
        play(new Segmentation.Combined(List.of(LEAGUE, REGION)));
        String bronzeInEurope = board(start(ana, "eu"));
        assertNotEquals(bronzeInEurope, board(start(rui, "na")));
        TestPlayer eva = api.register("eva");
        sandbox.credit("eva", "division", 1);
        assertNotEquals(bronzeInEurope, board(start(eva, "eu")));
        assertEquals(bronzeInEurope, board(start(api.register("tom"), "eu")));
        api.register("zoe").start("cup").expectError(400, "validation_failed");
    }

    private static RewardPolicySummary first(String currency, double amount) {
        return RewardPolicySummary.builder()
                .type(RewardPolicyType.RANK_SCALED)
                .tiers(List.of(new RankTier(
                        1,
                        1,
                        new RewardBundlePreview(
                                "first", null, List.of(new CurrencyRewardEntry(currency, RewardAmount.of(amount)))))))
                .build();
    }

    private static Reply start(TestPlayer player, String region) {
        return player.post("events/cup/start", "{\"playerContext\":{\"region\":\"" + region + "\"}}")
                .expect(201);
    }

    private static String board(Reply start) {
        return start.text("data.leaderboardId");
    }
}
