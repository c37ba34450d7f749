package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.LobbyDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition.FillStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However long the sandbox runs, it keeps only so much, and nothing is lost that somebody waits for. */
@Timeout(120)
class RetentionTest extends SandboxTest {
    private final List<TestPlayer> players = new ArrayList<>();

    private void play(KratySandbox.Builder settings) {
        restart(settings.inventoryManagement(InventoryManagement.PERMISSIVE));
        for (String id : List.of("ana", "rui", "eva")) {
            players.add(api.register(id));
        }
        sandbox.befriend("ana", "rui");
    }

    @Test
    void threeDaysOfPlay_leaveWhatADayLeaves() {
        play(KratySandbox.builder().game(Game.demo()));
        day();
        Map<String, Integer> first = sandbox.sizes();
        day();
        day();
        Map<String, Integer> third = sandbox.sizes();
        for (String kind : List.of("boards", "lobbies", "attempts")) {
            assertTrue(first.get(kind) > 0, kind);
            assertTrue(third.get(kind) <= first.get(kind) * 3 / 2, kind + ": " + first + " and then " + third);
        }
        clock.advance(Duration.ofDays(30));
        api.get("ping").expect(200);
        Map<String, Integer> last = sandbox.sizes();
        assertEquals(0, last.get("lobbies"), last::toString);
        assertEquals(0, last.get("attempts"), last::toString);
        assertEquals(0, last.get("gifts"), last::toString);
    }

    /** A quarter of an hour at a time: everybody plays, wins, and gives some of it away. */
    private void day() {
        for (int i = 0; i < 96; i++) {
            for (TestPlayer player : players) {
                player.start("quick_brawl");
                Reply start = player.start("coin_rush").expect(201);
                player.increment("coin_rush", start.text("data.attempt.id"), 100);
            }
            clock.advance(Duration.ofSeconds(4));
            players.forEach(player -> player.start("quick_brawl").expect(201));
            players.get(0)
                    .post(
                            "friends/gifts",
                            "{\"externalPlayerId\":\"rui\",\"type\":\"item\",\"resourceKey\":\"health_potion\","
                                    + "\"amount\":1}");
            clock.advance(Duration.ofMinutes(15).minusSeconds(4));
        }
        for (JsonObject gift : players.get(1).get("friends/gifts").objects("data.gifts")) {
            players.get(1).post("friends/gifts/" + gift.get("giftId").getAsString() + "/claim", "{}");
        }
    }

    @Test
    void boardAndLobby_areReadableForADay() {
        Ranking lobbies =
                new Ranking.Lobbies(new LobbyDefinition(2, Duration.ofSeconds(1), FillStrategy.FILL_WITH_BOTS, true));
        play(KratySandbox.builder().game(Games.of(new TestEvent("brawl").ranking(lobbies))));
        String lobby = players.get(0).start("brawl").text("error.details.lobbyId");
        clock.advance(Duration.ofSeconds(1));
        Reply start = players.get(0).start("brawl").expect(201);
        String board = start.text("data.leaderboardId");
        String attempt = start.text("data.attempt.id");
        clock.advance(Duration.ofHours(1));
        api.get("lobbies/" + lobby).expect(200);
        clock.advance(Duration.ofHours(23));
        assertEquals("closed", api.get("lobbies/" + lobby).expect(200).text("data.status"));
        api.get("event-leaderboards/" + board).expect(200);
        players.get(0).increment("brawl", attempt, 1).expectError(409, "attempt_finished");
        clock.advance(Duration.ofHours(2));
        api.get("ping").expect(200);
        api.get("lobbies/" + lobby).expectError(404, "not_found");
        api.get("event-leaderboards/" + board).expectError(404, "not_found");
        players.get(0).increment("brawl", attempt, 1).expectError(404, "not_found");
    }

    @Test
    void ofManyBoards_theLatestThousandAreReadable() {
        play(KratySandbox.builder().game(Games.of(new TestEvent("cup"))));
        String first = api.get("players/ana/events").text("data.0.leaderboardId");
        for (int i = 0; i < 1000; i++) {
            sandbox.openWindow("cup", Duration.ofHours(1));
        }
        api.get("event-leaderboards/" + first).expect(200);
        assertEquals(1001, sandbox.sizes().get("boards"));
        String last = api.get("players/ana/events").text("data.0.leaderboardId");
        sandbox.openWindow("cup", Duration.ofHours(1));
        api.get("event-leaderboards/" + first).expectError(404, "not_found");
        api.get("event-leaderboards/" + last).expect(200);
        assertEquals(1001, sandbox.sizes().get("boards"));
    }

    @Test
    void attemptsThatAreForgotten_stillCount() {
        play(KratySandbox.builder().game(Games.of(new TestEvent("cup").quota(202, 500), new TestEvent("run"))));
        TestPlayer ana = players.get(0);
        String open = ana.start("run").expect(201).text("data.attempt.id");
        String first = finished(ana);
        for (int i = 1; i < 202; i++) {
            finished(ana);
        }
        assertEquals(200, sandbox.sizes().get("attempts"));
        ana.increment("cup", first, 1).expectError(404, "not_found");
        ana.increment("run", open, 1).expect(200);
        Reply list = api.get("players/ana/events");
        assertEquals(202, list.number("data.0.attemptQuota.usedInWindow"));
        assertEquals(202, list.number("data.0.attemptQuota.usedToday"));
        ana.start("cup").expectError(429, "max_attempts_reached");
    }

    private static String finished(TestPlayer player) {
        String id = player.start("cup").expect(201).text("data.attempt.id");
        player.post("events/cup/attempts/" + id + "/finish", "{}").expect(200);
        return id;
    }

    @Test
    void grantsThatWait_surviveAThousandOthers_andADayOfSilence() {
        play(KratySandbox.builder().game(Games.of()));
        TestPlayer ana = players.get(0);
        sandbox.grantCurrency("ana", "gold", 5);
        sandbox.grantCrate("ana", "gold_crate");
        Reply waiting = ana.get("pending-grants").expect(200);
        ana.post("crates/" + waiting.text("data.1.id") + "/open", "{}").expect(200);
        String contents = ana.get("pending-grants").text("data.1.id");
        selfGrant(ana, 1100);
        clock.advance(Duration.ofDays(3));
        assertEquals(
                List.of(waiting.text("data.0.id"), contents),
                ana.get("pending-grants").texts("data", "id"));
        assertEquals(1002, sandbox.sizes().get("grants"));
        ana.post("crates/" + waiting.text("data.1.id") + "/open", "{}").expectError(404, "not_found");
        ana.post("grants/" + contents + "/claim", "{}").expect(200);
        ana.post("grants/" + waiting.text("data.0.id") + "/claim", "{}").expect(200);
        List<String> ids =
                sandbox.grantsOf("ana").stream().map(grant -> grant.id()).toList();
        assertEquals(ids.size(), new TreeSet<>(ids).size(), "no id is used twice");
    }

    @Test
    void claimedGift_isKnown_thoughItsGrantIsForgotten() {
        play(KratySandbox.builder().game(Games.of()));
        sandbox.credit("ana", "gold", 100);
        String gift = give(10);
        clock.advance(Duration.ofHours(1));
        String other = give(20);
        players.get(1).post("friends/gifts/" + gift + "/claim", "{}").expect(200);
        selfGrant(players.get(1), 1100);
        assertEquals("claimed", players.get(0).get("friends/gifts/sent").text("data.gifts.1.status"));
        long before = players.get(1).balance("gold");
        assertEquals(
                "claimed",
                players.get(1)
                        .post("friends/gifts/" + gift + "/claim", "{}")
                        .expect(200)
                        .text("data.gift.status"));
        assertEquals(before, players.get(1).balance("gold"), "paid once");
        players.get(1).post("friends/gifts/" + other + "/claim", "{}").expect(200);
        assertEquals(before + 20, players.get(1).balance("gold"));
    }

    @Test
    void giftThatNobodyClaimed_isForgottenAWeekAfterItLapsed_andNotBefore() {
        play(KratySandbox.builder().game(Games.of()));
        sandbox.credit("ana", "gold", 100);
        String gift = give(10);
        clock.advance(Duration.ofDays(14));
        assertEquals("expired", players.get(0).get("friends/gifts/sent").text("data.gifts.0.status"));
        clock.advance(Duration.ofHours(1));
        assertEquals(List.of(), players.get(0).get("friends/gifts/sent").objects("data.gifts"));
        players.get(1).post("friends/gifts/" + gift + "/claim", "{}").expectError(404, "not_found");
        assertEquals(0, sandbox.sizes().get("gifts"));
    }

    @Test
    void purchases_areTotalledForever_andKnownForAThousand() {
        play(KratySandbox.builder().game(Games.of()));
        for (int i = 0; i < 1001; i++) {
            purchase("t" + i);
        }
        assertEquals(1000, sandbox.sizes().get("purchases"));
        Reply known = purchase("t1");
        assertTrue(known.at("data.deduplicated").getAsBoolean());
        assertEquals(1001, known.number("data.purchaseCount"));
        assertEquals(2002, known.number("data.lifetimeAmountMinor"));
    }

    private Reply purchase(String transaction) {
        return players.get(0)
                .post(
                        "purchases",
                        "{\"transactionId\":\"" + transaction
                                + "\",\"store\":\"web\",\"productId\":\"p\",\"currency\":\"USD\",\"amountMinor\":2}");
    }

    private String give(int gold) {
        return players.get(0)
                .post(
                        "friends/gifts",
                        "{\"externalPlayerId\":\"rui\",\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":"
                                + gold + "}")
                .expect(201)
                .text("data.gift.giftId");
    }

    private static void selfGrant(TestPlayer player, int times) {
        for (int i = 0; i < times; i++) {
            player.post(
                            "grants",
                            "{\"kind\":\"reward\",\"entries\":"
                                    + "[{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":1}]}")
                    .expect(201);
        }
    }
}
