package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.runtime.Json;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** Fields that are null, which are written unless somebody asks for the opposite. */
class LeaveOutNullsTest extends SandboxTest {
    private static final String IDENTITY = "{\"name\":\"Ana\",\"idempotencyKey\":\"k\"}";

    @Test
    void nulls_areWritten_untilTheyAreToBeLeftOut_andAgain() {
        assertTrue(firstItem().has("description"));
        sandbox.leaveOutNulls(true);
        assertFalse(firstItem().has("description"));
        sandbox.leaveOutNulls(false);
        assertTrue(firstItem().get("description").isJsonNull());
    }

    @Test
    void nulls_canBeLeftOutFromTheStart_andAreAgainAfterAReset() {
        restart(KratySandbox.builder().leaveOutNulls(true));
        assertFalse(firstItem().has("description"));
        assertTrue(Contract.misfits("getCatalog", unjudged("catalog"), (property, value) -> {})
                .contains("$.data.items[0].description is required, but left out"));
        sandbox.leaveOutNulls(false);
        sandbox.reset();
        assertTrue(sandbox.leavesOutNulls());
        assertFalse(firstItem().has("description"));
    }

    @Test
    void nulls_canBeLeftOutByTheControlApi() {
        ControlClient control = new ControlClient(sandbox.baseUrl() + "/sandbox");
        assertEquals("{\"leaveOutNulls\":false}", control.get("/answers").body());
        assertEquals(
                "{\"leaveOutNulls\":true}",
                control.send("PUT", "/answers", "{\"leaveOutNulls\":true}").body());
        assertFalse(firstItem().has("description"));
        assertTrue(control.get("/state").at("leaveOutNulls").getAsBoolean());
        assertTrue(control.send("PUT", "/answers", "{}").at("leaveOutNulls").getAsBoolean());
    }

    @Test
    void whatIsNotNull_staysAsItWas() {
        Reply with = unjudged("catalog");
        sandbox.leaveOutNulls(true);
        assertEquals(
                with.body().replaceAll("\"\\w+\":null,?", "").replace(",}", "}"),
                unjudged("catalog").body());
    }

    @Test
    void nullsOfTheGame_areData() {
        sandbox.leaveOutNulls(true);
        TestPlayer ana = api.register("ana");
        Reply reply = ana.put("metadata", "{\"hat\":null,\"list\":[null,{\"deep\":null}]}");
        assertEquals(
                "{\"hat\":null,\"list\":[null,{\"deep\":null}]}",
                reply.at("data.metadata").toString());
    }

    @Test
    void repetition_isAsTheFirstAnswerWas() {
        TestPlayer ana = api.register("ana");
        String first = ana.put("identity", IDENTITY).body();
        sandbox.leaveOutNulls(true);
        assertEquals(first, ana.put("identity", IDENTITY).body());
    }

    @Test
    void board_withoutNulls_saysTheSameToAReader() throws Exception {
        TestPlayer ana = api.register("ana");
        String path = "event-leaderboards/" + ana.start("coin_rush").text("data.leaderboardId");
        String with = unjudged(path).body();
        sandbox.leaveOutNulls(true);
        String without = unjudged(path).body();
        assertTrue(with.contains("\"self\":null"), with);
        assertFalse(without.contains("null"), without);
        assertEquals(
                Json.unwrapped("EventLeaderboardEnvelope", "data", EventLeaderboard.Adapter.INSTANCE)
                        .fromJson(with),
                Json.unwrapped("EventLeaderboardEnvelope", "data", EventLeaderboard.Adapter.INSTANCE)
                        .fromJson(without));
    }

    private JsonObject firstItem() {
        return unjudged("catalog").objects("data.items").get(0);
    }

    /** An answer that is not held to the description, as it cannot be. */
    private Reply unjudged(String path) {
        HttpRequest request = api.request(path, null).GET().build();
        return Api.sendUnjudged(request).expect(200);
    }
}
