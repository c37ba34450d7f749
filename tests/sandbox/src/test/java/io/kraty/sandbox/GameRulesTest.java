package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that take a game, a setting or some trouble of their own. */
class GameRulesTest extends SandboxTest {
    private void play(String yaml) {
        restart(KratySandbox.builder().game(Game.parse(yaml, "test.yaml")));
    }

    @Test
    void dailyQuota_startsAnewAtMidnightInTheZoneOfTheGame() {
        play("""
                game: Zoned
                settings: {zone: Asia/Tokyo}
                events:
                  run: {windows: {length: 7d}, attemptLength: 1h, quota: {perDay: 1}, metrics: {points: {}}}
                """);
        sandbox.clock().advanceTo(Instant.parse("2026-09-02T14:00:00Z")); // 23:00 in Tokyo
        TestPlayer ana = api.register("ana");
        String attempt = ana.start("run").expect(201).text("data.attempt.id");
        ana.post("events/run/attempts/" + attempt + "/finish", "{}").expect(200);
        sandbox.clock().advance(Duration.ofHours(1).minusMillis(1));
        ana.start("run").expectError(429, "max_daily_attempts_reached");
        assertEquals(1, api.get("players/ana/events").number("data.0.attemptQuota.usedToday"));
        sandbox.clock().advance(Duration.ofMillis(1));
        assertEquals(0, api.get("players/ana/events").number("data.0.attemptQuota.usedToday"));
        ana.start("run").expect(201);
    }

    @Test
    void windowsMetadata_liesOverThatOfTheEvent() {
        play("""
                game: Overlaid
                events:
                  run:
                    windows:
                      - {startsAt: 2026-09-02T00:00:00Z, endsAt: 2026-09-03T00:00:00Z, metadata: {theme: carnival, bonus: 2}}
                      - {startsAt: 2026-09-03T00:00:00Z, endsAt: 2026-09-04T00:00:00Z}
                    attemptLength: 1h
                    metrics: {points: {}}
                    metadata: {theme: plain, tier: 1}
                """);
        assertEquals("carnival", api.get("players/ana/events").text("data.0.metadata.theme"));
        assertEquals(2, api.get("players/ana/events").number("data.0.metadata.bonus"));
        assertEquals(1, api.get("players/ana/events").number("data.0.metadata.tier"));
        sandbox.clock().advance(Duration.ofHours(12));
        assertEquals(
                "{\"theme\":\"plain\",\"tier\":1}",
                api.get("players/ana/events").at("data.0.metadata").toString());
    }

    @Test
    void boards_show50Rows_unlessAskedForUpTo200() {
        restart(KratySandbox.builder().game(Games.of(new TestEvent("run").bots(250))));
        String start = api.register("ana").start("run").text("data.leaderboardId");
        String board = "event-leaderboards/" + start;
        assertEquals(50, api.get(board).objects("data.entries").size());
        assertEquals(200, api.get(board + "?limit=200").objects("data.entries").size());
        api.get(board + "?limit=201").expectError(400, "validation_failed");
        api.get(board + "?limit=0").expectError(400, "validation_failed");
        api.get(board + "?progression=a,b,c,d,e,f,g,h").expect(200);
        api.get(board + "?progression=a,b,c,d,e,f,g,h,i").expectError(400, "validation_failed");
    }

    @Test
    void registration_whoseAnswerGotLost_isRecoveredWithItsKey() {
        sandbox.addTrouble(Trouble.on("registerPlayer")
                .script(Trouble.Effect.resetAfter(), Trouble.Effect.pass())
                .build());
        String body = "{\"idempotencyKey\":\"one\"}";
        assertThrows(UncheckedIOException.class, () -> api.post("players/ana/register", body, null));
        api.post("players/ana/register", "{\"idempotencyKey\":\"two\"}", null)
                .expectError(409, "player_already_registered");
        Reply again = api.post("players/ana/register", body, null).expect(201);
        api.get("players/ana/wallet", again.text("data.secret")).expect(200);
    }

    @Test
    void studioManagedGame_looksAfterCostsAndRequirementsItself() {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.STUDIO));
        TestPlayer ana = api.register("ana");
        ana.start("vip_gala").expect(201);
        ana.start("bounty_hunt").expect(201);
        String crate = ana.get("pending-grants").text("data.1.id");
        Reply opened = ana.post("crates/" + crate + "/open", "{}").expect(200);
        assertEquals("claimed", opened.text("data.crate.status"));
        assertEquals("pending", opened.text("data.contents.status"));
        ana.post("wallet/xp/progress", "{\"amount\":1}").expectError(403, "forbidden");
        ana.post("grants", "{\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":1}]}")
                .expectError(403, "inventory_not_permissive");
        assertEquals(0, ana.get("friend-code?progression=xp").number("data.progression.xp"));
    }

    /** [choice] Credentials are looked at when a stream begins. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void openStream_goesOn_whenThePlayerIsBannedOrTheirSecretReplaced(boolean banned) throws Exception {
        TestPlayer ana = api.register("ana");
        try (Sse stream = api.holdings(ana)) {
            assertEquals("ready", stream.nextName());
            if (banned) {
                sandbox.ban("ana");
            } else {
                sandbox.rotateSecret("ana");
            }
            sandbox.credit("ana", "gold", 1);
            assertEquals("wallet_changed", stream.nextName());
        }
        if (banned) {
            try (Sse another = api.holdings(ana)) {
                assertEquals("ready", another.nextName(), "reading is what a ban leaves");
            }
        } else {
            ana.get("inventory/stream").expectError(401, "player_secret_invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spa+north", "spa%20north"})
    void space_comesEitherWay(String segment) {
        api.register("ana").score("daily_lap", "spa north", 7).expect(200);
        Reply board = api.get("leaderboards/daily_lap?segment=" + segment).expect(200);
        assertEquals("spa north", board.text("data.segment"));
        assertEquals(7, board.number("data.entries.0.score"));
    }

    @Test
    void plusSign_isItselfInAPath_andWhenEncodedInAQuery() {
        api.post("players/a+b/register", "{}", null).expect(201);
        assertEquals("a+b", sandbox.players().get(0));
        api.register("c").score("daily_lap", "a+b", 7).expect(200);
        assertEquals("a+b", api.get("leaderboards/daily_lap?segment=a%2Bb").text("data.segment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "HEAD", "PUT", "PATCH", "DELETE"})
    void methodsThatAPathDoesNotTake_areNamedWithThoseItDoes(String method) {
        Reply reply = Api.send(api.request("catalog", null)
                        .method(method, BodyPublishers.noBody())
                        .build())
                .expect(405);
        assertEquals("GET", reply.headers().firstValue("Allow").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shared-leaderboards/weekly_score", "shared-leaderboards/weekly_score/periods", "ping/now", ""})
    void pathsThatAreNoMore_orNeverWere_areNotFound(String path) {
        api.get(path).expectError(404, "not_found");
    }
}
