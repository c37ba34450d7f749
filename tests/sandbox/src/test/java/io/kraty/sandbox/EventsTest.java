package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.runtime.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void list_holdsOpenAndUnlockedEventsOnly() {
        List<String> open = List.of(
                "coin_rush", "bounty_hunt", "quick_brawl", "vip_gala", "endless_run", "river_race", "nation_cup");
        assertEquals(open, api.get("players/ana/events").texts("data", "eventKey"));
        assertEquals(open, api.get("players/stranger/events?status=active").texts("data", "eventKey"));
        assertEquals(List.of(), api.get("players/ana/events?status=over").objects("data"));
        sandbox.credit("ana", "xp", 500);
        assertEquals(
                "legends_cup",
                api.get("players/ana/events").texts("data", "eventKey").get(4));
    }

    @Test
    void list_isReadableByTheGeneratedModels() throws IOException {
        List<EventListing> list = Json.unwrapped("EventListEnvelope", "data", Json.list(EventListing.Adapter.INSTANCE))
                .fromJson(api.get("players/ana/events").body());
        RewardAmount first = ((CurrencyRewardEntry) list.get(1)
                        .rewardPolicy()
                        .tiers()
                        .get(0)
                        .bundle()
                        .entries()
                        .get(0))
                .amount();
        assertEquals(300, first.min());
        assertEquals(500, first.max());
        assertEquals("Corrida às Moedas", list.get(0).name().in(Locale.forLanguageTag("pt-BR")));
    }

    @Test
    void list_showsTheBoardOfGlobalEventsAndTheOpenAttempt() {
        Reply start = ana.start("coin_rush").expect(201);
        Reply list = api.get("players/ana/events");
        assertEquals(start.text("data.attempt.id"), list.text("data.0.currentAttemptId"));
        assertEquals(start.text("data.leaderboardId"), list.text("data.0.leaderboardId"));
        assertFalse(list.has("data.2.leaderboardId"));
        assertEquals("lobby_matched", list.text("data.2.leaderboardMode"));
    }

    @Test
    void start_refusesWhatIsNotThere() {
        ana.start("nothing").expectError(404, "not_found");
        ana.start("night_market").expectError(409, "no_active_window");
        ana.start("old_faire").expectError(409, "event_disabled");
        ana.start("vip_gala").expectError(403, "entry_requirement_failed");
        ana.start("legends_cup").expectError(403, "unlock_condition_failed");
    }

    @Test
    void start_withTheRequiredItem_works() {
        sandbox.grantItem("ana", "vip_pass", 1);
        ana.post("grants/" + ana.get("pending-grants").text("data.2.id") + "/claim", "{}")
                .expect(200);
        ana.start("vip_gala").expect(201);
        assertEquals(1, ana.items("vip_pass"));
    }

    @Test
    void entryCost_thatCannotBePaid_takesNothing() {
        sandbox.credit("ana", "gold", 40);
        Reply reply = ana.start("bounty_hunt");
        reply.expectError(402, "insufficient_entry_cost");
        assertEquals(
                "{\"resource\":\"gold\",\"needed\":100,\"have\":40}",
                reply.at("error.details").toString());
        assertEquals(40, ana.balance("gold"));
        assertFalse(api.get("players/ana/events").has("data.1.currentAttemptId"));
    }

    @Test
    void entryCost_isTakenOnce_howeverOftenAnOpenAttemptIsStarted() {
        sandbox.credit("ana", "gold", 250);
        Reply first = ana.start("bounty_hunt").expect(201);
        Reply again = ana.start("bounty_hunt").expect(201);
        assertEquals(first.text("data.attempt.id"), again.text("data.attempt.id"));
        assertEquals(150, ana.balance("gold"));
        LedgerEntry paid = sandbox.ledger().get(1);
        assertEquals(
                new LedgerEntry(
                        paid.id(),
                        "ana",
                        ResourceKind.BALANCE,
                        "gold",
                        -100,
                        150,
                        "entry_cost",
                        ChangeOrigin.ENGINE,
                        first.headers().firstValue("X-Request-Id").orElseThrow(),
                        first.text("data.attempt.id"),
                        clock.instant()),
                paid);
    }

    @Test
    void attemptQuota_countsStartedAttempts_andEndsInRefusal() {
        sandbox.credit("ana", "gold", 1000);
        for (int used = 1; used <= 3; used++) {
            ana.start("bounty_hunt").expect(201);
            Reply list = api.get("players/ana/events");
            assertEquals(used, list.number("data.1.attemptQuota.usedInWindow"));
            assertEquals(3 - used, list.number("data.1.attemptQuota.remaining"));
            clock.advance(Duration.ofHours(1));
        }
        ana.start("bounty_hunt").expectError(429, "max_attempts_reached");
        assertEquals(700, ana.balance("gold"));
        clock.advance(Duration.ofHours(24));
        ana.start("bounty_hunt").expect(201);
    }

    @Test
    void dailyQuota_startsAnewAtMidnight() {
        sandbox.grantItem("ana", "vip_pass", 1);
        ana.post("grants/" + ana.get("pending-grants").text("data.2.id") + "/claim", "{}")
                .expect(200);
        for (int i = 0; i < 2; i++) {
            ana.start("vip_gala").expect(201);
            clock.advance(Duration.ofHours(1));
        }
        ana.start("vip_gala").expectError(429, "max_daily_attempts_reached");
        clock.advance(Duration.ofHours(10));
        ana.start("vip_gala").expect(201);
    }

    @Test
    void closedWindow_endsAttempts_untilTheNextBegins() {
        Reply start = ana.start("coin_rush").expect(201);
        sandbox.closeWindow("coin_rush");
        ana.increment("coin_rush", start.text("data.attempt.id"), 1).expectError(409, "attempt_finished");
        ana.start("coin_rush").expectError(409, "no_active_window");
        assertEquals("bounty_hunt", api.get("players/ana/events").text("data.0.eventKey"));
        clock.advance(Duration.ofHours(2));
        Reply next = ana.start("coin_rush").expect(201);
        assertNotEquals(start.text("data.leaderboardId"), next.text("data.leaderboardId"));
    }
}
