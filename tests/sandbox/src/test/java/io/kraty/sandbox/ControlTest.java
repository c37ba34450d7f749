package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every call of the control API but those about one player, which are in {@link ControlPlayersTest}. */
class ControlTest extends SandboxTest {
    private ControlClient control;

    @BeforeEach
    void connect() {
        control = new ControlClient(sandbox.baseUrl() + "/sandbox");
    }

    @Test
    void list_hasEveryCall() {
        List<JsonObject> calls = control.get("").expect(200).objects("calls");
        assertEquals(28, calls.size());
        assertEquals("/sandbox/state", calls.get(1).get("path").getAsString());
        assertEquals(control.get("").body(), control.get("/").body());
    }

    @Test
    void state_showsEverything_butNoSecret() {
        TestPlayer ana = api.register("ana");
        sandbox.credit("ana", "gold", 7);
        ana.start("quick_brawl").expectError(202, "lobby_forming");
        ana.post("presence", "{\"status\":\"fishing\"}").expect(200);
        Reply state = control.get("/state").expect(200);
        assertEquals(sandbox.baseUrl(), state.text("baseUrl"));
        assertEquals(sandbox.apiKey(), state.text("apiKey"));
        assertEquals(1, state.number("seed"));
        assertEquals(clock.instant().toString(), state.text("clock.now"));
        assertEquals(1, state.number("counts.players"));
        assertEquals(3, state.number("counts.requests"));
        assertEquals(1, state.number("counts.ledger"));
        assertEquals("ana", state.text("players.0.externalPlayerId"));
        assertEquals(7, state.number("players.0.wallet.gold"));
        assertEquals("fishing", state.text("players.0.presence.status"));
        assertEquals(List.of("reward", "crate"), state.texts("players.0.pendingGrants", "kind"));
        assertTrue(state.texts("events", "key").containsAll(List.of("coin_rush", "old_faire")));
        assertTrue(state.has("events.0.window.endsAt"));
        assertEquals(
                10, state.at("boards.0.segments.0.entries").getAsJsonArray().size());
        assertEquals("forming", state.text("lobbies.0.status"));
        assertEquals("ana", state.text("lobbies.0.players.0"));
        assertFalse(state.body().contains(ana.secret()), state.body());
    }

    @Test
    void state_showsAsManyPlayersAsAskedFor_theLatest() {
        api.register("ana");
        api.register("bo");
        Reply state = control.get("/state?players=1").expect(200);
        assertEquals(List.of("bo"), state.texts("players", "externalPlayerId"));
        assertEquals(2, state.number("counts.players"));
    }

    @Test
    void player_isShownWithWhatIsTheirs() {
        TestPlayer ana = api.register("ana");
        api.register("bo");
        sandbox.befriend("ana", "bo");
        ana.put("metadata", "{\"skin\":\"red\"}").expect(200);
        ana.start("coin_rush").expect(201);
        Reply player = control.get("/players/ana").expect(200);
        assertEquals("ana", player.text("player.externalPlayerId"));
        assertEquals("red", player.text("metadata.skin"));
        assertEquals("bo", player.text("friends.0"));
        assertEquals("in_progress", player.text("attempts.0.status"));
        assertEquals(2, player.objects("grants").size());
        assertFalse(player.body().contains(ana.secret()), player.body());
        control.get("/players/nobody").expectError(404, "not_found");
    }

    @Test
    void requests_comeWithWhatTheyChanged() {
        TestPlayer ana = api.register("ana");
        sandbox.credit("ana", "gold", 100);
        ana.post("wallet/gold/debit", "{\"amount\":30,\"idempotencyKey\":\"k\"}")
                .expect(200);
        ana.post("wallet/gold/debit", "{\"amount\":30,\"idempotencyKey\":\"k\"}")
                .expect(200);
        Reply all = control.get("/requests").expect(200);
        assertEquals(List.of("req_1", "req_2", "req_3"), all.texts("requests", "id"));
        assertEquals(-30, all.number("requests.1.effects.0.delta"));
        assertEquals(70, all.number("requests.1.effects.0.balance"));
        assertEquals(sandbox.ledger().get(1).id(), all.text("requests.1.effects.0.id"));
        assertEquals("debitWallet", all.text("requests.1.operation"));
        assertTrue(all.at("requests.2.replayed").getAsBoolean());
        assertEquals(List.of(), all.objects("requests.2.effects"));
        assertEquals(List.of("req_3"), control.get("/requests?after=req_2").texts("requests", "id"));
        assertEquals(List.of("req_2", "req_3"), control.get("/requests?limit=2").texts("requests", "id"));
        assertEquals(List.of(), control.get("/requests?after=req_3").texts("requests", "id"));
        assertEquals(
                3, control.get("/requests?after=req_99").objects("requests").size());
        control.get("/requests?after=7").expectError(400, "validation_failed");
        control.get("/requests?limit=0").expectError(400, "validation_failed");
    }

    @Test
    void ledger_isShownByPlayer() {
        api.register("ana");
        api.register("bo");
        sandbox.credit("ana", "gold", 5);
        sandbox.credit("bo", "gold", 6);
        assertEquals(2, control.get("/ledger").expect(200).objects("ledger").size());
        Reply bos = control.get("/ledger?player=bo").expect(200);
        assertEquals(6, bos.number("ledger.0.balance"));
        assertEquals("balance", bos.text("ledger.0.kind"));
        assertEquals("admin", bos.text("ledger.0.origin"));
    }

    @Test
    void clock_isSetAndAdvanced() {
        String later = clock.instant().plusSeconds(60).toString();
        Reply set = control.send("PUT", "/clock", "{\"now\":\"" + later + "\",\"frozen\":true,\"speed\":60}")
                .expect(200);
        assertEquals(set.body(), control.get("/clock").body());
        assertEquals(later, set.text("now"));
        assertTrue(set.at("frozen").getAsBoolean());
        assertEquals(60, set.number("speed"));
        Reply advanced = control.post("/clock/advance", "{\"by\":\"1h30m\"}").expect(200);
        assertEquals(sandbox.clock().instant().toString(), advanced.text("now"));
        assertEquals(clock.instant().plusSeconds(60 + 5400), sandbox.clock().instant());
        assertFalse(
                control.send("PUT", "/clock", "{\"frozen\":false}").at("frozen").getAsBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /clock          | {'now':'2001-01-01T00:00:00Z','speed':9} | now",
                "PUT  | /clock          | {'now':'noon'}      | now",
                "PUT  | /clock          | {'now':'+10000-01-01T00:00:00Z','speed':9} | now",
                "PUT  | /clock          | {'now':'+999999999-01-01T00:00:00Z','frozen':true} | now",
                "PUT  | /clock          | {'frozen':'yes'}    | frozen",
                "PUT  | /clock          | {'speed':0}         | speed",
                "PUT  | /clock          | {'freeze':true}     | freeze",
                "POST | /clock/advance  | {'by':'soon'}       | by",
                "POST | /clock/advance  | {'by':'0s'}         | by",
                "POST | /clock/advance  | {'by':7}            | by",
                "PUT  | /answers        | {'leaveOutNulls':1} | leaveOutNulls",
                "PUT  | /answers        | {'nulls':false}     | nulls",
                "POST | /offline        | {'for':'99999d'}    | for",
            })
    void wrongValue_isNamedWithWhatItMayBe(String method, String path, String body, String field) {
        Reply reply = control.send(method, path, body.replace('\'', '"'));
        reply.expectError(400, "validation_failed");
        assertTrue(reply.has("error.details." + field), reply.body());
        assertEquals(1, sandbox.clock().speed());
    }

    @Test
    void advancingBeyondTheEndOfTime_isRefused() {
        restart(KratySandbox.builder().startAt(Instant.parse("9999-12-31T00:00:00Z")));
        connect();
        Reply reply = control.post("/clock/advance", "{\"by\":\"1d\"}");
        reply.expectError(400, "validation_failed");
        assertTrue(reply.has("error.details.by"), reply.body());
        api.get("time").expect(200);
    }

    @Test
    void wrongValue_isQuoted() {
        assertTrue(control.post("/clock/advance", "{\"by\":\"soon\"}")
                .text("error.message")
                .endsWith("by must be from 1ms to 3650d, such as 90s or 1h30m, was \"soon\"."));
    }

    @Test
    void window_opensAndCloses() {
        TestPlayer ana = api.register("ana");
        ana.start("night_market").expectError(409, "no_active_window");
        Reply event = control.post("/events/night_market/window/open", "{\"for\":\"1h\"}")
                .expect(200);
        assertEquals(clock.instant().plusSeconds(3600).toString(), event.text("window.endsAt"));
        ana.start("night_market").expect(201);
        assertFalse(control.post("/events/night_market/window/close")
                .expect(200)
                .at("window")
                .isJsonObject());
        ana.start("night_market").expectError(409, "no_active_window");
        control.post("/events/nothing/window/open", "{\"for\":\"1h\"}").expectError(404, "not_found");
    }

    @Test
    void board_isClosed() {
        TestPlayer ana = api.register("ana");
        String board = ana.start("coin_rush").text("data.leaderboardId");
        control.post("/boards/" + board + "/close").expect(200);
        assertEquals(
                "session_terminated", api.get("event-leaderboards/" + board).text("data.finalizedReason"));
        control.post("/boards/nothing/close").expectError(404, "not_found");
    }

    @Test
    void periodOfABoard_isEnded() {
        api.register("ana").score("hall_of_fame", 5).expect(200);
        control.post("/clock/advance", "{\"by\":\"1h\"}").expect(200);
        control.post("/boards/hall_of_fame/close").expect(200);
        assertEquals(
                0, api.get("leaderboards/hall_of_fame").objects("data.entries").size());
        assertEquals(
                1,
                api.get("leaderboards/hall_of_fame/periods")
                        .objects("data.periods")
                        .size());
    }

    @Test
    void lobby_isFilledAndClosed() {
        TestPlayer ana = api.register("ana");
        String lobby = ana.start("quick_brawl").text("error.details.lobbyId");
        assertEquals(
                "active",
                control.post("/lobbies/" + lobby + "/fill").expect(200).text("status"));
        assertEquals("active", api.get("lobbies/" + lobby).text("data.status"));
        assertEquals(
                "closed",
                control.post("/lobbies/" + lobby + "/close").expect(200).text("status"));
        control.post("/lobbies/nothing/fill").expectError(404, "not_found");
    }

    @Test
    void bots_scoreWhenTold() {
        String before = api.get("leaderboards/weekly_score").body();
        control.post("/bots/tick").expect(200);
        assertNotEquals(before, api.get("leaderboards/weekly_score").body());
    }

    @Test
    void streams_areDropped() throws IOException {
        TestPlayer ana = api.register("ana");
        try (Sse stream = api.holdings(ana)) {
            stream.next();
            assertEquals(1, control.get("/state").number("openStreams"));
            assertEquals(1, control.post("/streams/drop").expect(200).number("dropped"));
            assertThrows(IOException.class, stream::next);
        }
    }

    @Test
    void offline_refusesConnections_untilBroughtBack() {
        control.post("/offline", "{\"for\":\"1h\"}").expect(200);
        assertThrows(UncheckedIOException.class, () -> api.get("ping"));
        sandbox.goOnline();
        api.get("ping").expect(200);
    }

    @Test
    void reset_beginsAnew() {
        sandbox.close();
        sandbox = KratySandbox.builder()
                .clock(clock)
                .botInterval(Duration.ZERO)
                .trouble(List.of(Trouble.on("ping").build()))
                .start();
        api = new Api(sandbox);
        connect();
        String before = control.get("/state").body();
        TestPlayer ana = api.register("ana");
        ana.post("metadata", "{}");
        sandbox.addTrouble(Trouble.on("getCatalog").build());
        sandbox.leaveOutNulls(true);
        sandbox.clock().freeze();
        control.post("/reset").expect(200);
        assertEquals(before, control.get("/state").body());
        assertEquals(ana.secret(), api.register("ana").secret());
    }

    @Test
    void pageFromElsewhere_isRefused() {
        TestPlayer ana = api.register("ana");
        control.send("POST", "/players/ana/ban", "", "Origin", "https://evil.example")
                .expectError(403, "forbidden");
        control.send("POST", "/players/ana/ban", "", "Origin", "null").expectError(403, "forbidden");
        ana.start("coin_rush").expect(201);
        control.send("POST", "/bots/tick", "", "Origin", sandbox.baseUrl()).expect(200);
    }

    @Test
    void unknownCall_andWrongMethod_saySo() {
        control.get("/nothing").expectError(404, "not_found");
        control.get("es").expectError(404, "not_found");
        Reply reply = control.get("/reset");
        reply.expectError(405, "method_not_allowed");
        assertEquals("POST", reply.headers().firstValue("Allow").orElseThrow());
        control.post("/bots/tick", "[1]").expectError(400, "validation_failed");
        control.post("/bots/tick", "{\"all\":true}").expectError(400, "validation_failed");
        control.post("/bots/tick", "x").expectError(400, "validation_failed");
    }

    @Test
    void trouble_isAddedListedAndCleared() {
        ControlClient game = new ControlClient(sandbox.baseUrl());
        control.post("/trouble", "{\"on\":\"ping\",\"times\":1,\"effect\":{\"status\":500}}")
                .expect(200);
        Reply all = control.post("/trouble", "[{\"on\":\"getCatalog\",\"effect\":\"reset_after\"}]")
                .expect(200);
        assertEquals(List.of("ping", "getCatalog"), all.texts("trouble", "on"));
        assertEquals(all.body(), control.get("/trouble").body());
        assertEquals(all.at("trouble"), control.get("/state").at("trouble"));
        game.get("/sdk/v1/ping").expect(500);
        api.get("ping").expect(200);
        assertEquals(
                List.of(), control.send("DELETE", "/trouble", "").expect(200).objects("trouble"));
        api.get("catalog").expect(200);
    }

    @Test
    void trouble_thatCannotBe_isRefusedAsAWhole() {
        Reply reply = control.post("/trouble", "[{\"on\":\"ping\"},{\"on\":\"pong\",\"probability\":2}]");
        reply.expectError(400, "validation_failed");
        assertTrue(reply.body().contains("probability"), reply.body());
        assertEquals(List.of(), sandbox.trouble());
    }

    @Test
    void controlCalls_haveNoTrouble_andAreNotInTheLog() {
        sandbox.addTrouble(Trouble.on("*").effect(Trouble.Effect.status(503)).build());
        new ControlClient(sandbox.baseUrl()).get("/sdk/v1/ping").expect(503);
        control.get("/state").expect(200);
        assertEquals(1, sandbox.requests().size());
    }
}
