package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest extends SandboxTest {
    private TestPlayer ana;
    private String anonymized;

    @BeforeEach
    void player() {
        ana = api.register("ana");
        anonymized = identity().text("data.anonymizedIdentity.name");
    }

    @Test
    void newPlayer_appearsAsTheServerPicked() {
        Reply reply = identity();
        assertEquals("ana", reply.text("data.externalPlayerId"));
        assertEquals(reply.at("data.anonymizedIdentity"), reply.at("data.displayIdentity"));
    }

    @Test
    void anybody_mayReadIt_butNobodyIsMadeUp() {
        api.get("players/nobody/identity").expectError(404, "not_found");
    }

    @Test
    void set_changesTheDisplayIdentityOnly() {
        Reply reply =
                set("{\"name\":\"Ana \uD83E\uDD8A\",\"avatar\":\"fox_01\"}").expect(200);
        assertEquals("Ana \uD83E\uDD8A", reply.text("data.displayIdentity.name"));
        assertEquals("fox_01", reply.text("data.displayIdentity.avatar"));
        assertEquals(anonymized, reply.text("data.anonymizedIdentity.name"));
        assertEquals(reply.text("data.anonymizedIdentity.country"), reply.text("data.displayIdentity.country"));
        assertEquals(reply.body(), identity().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"Ana\"}", "{\"name\":\"Ana\",\"avatar\":null}"})
    void avatarThatIsLeftOut_isCleared(String body) {
        set("{\"name\":\"Ana\",\"avatar\":\"fox_01\"}").expect(200);
        set(body).expect(200);
        assertFalse(identity().has("data.displayIdentity.avatar"));
    }

    @Test
    void name_hasFrom1To32Characters() {
        set("{\"name\":\"" + "\uD83E\uDD8A".repeat(32) + "\"}").expect(200);
        set("{\"name\":\"" + "a".repeat(33) + "\"}").expectError(400, "validation_failed");
        set("{\"name\":\"\"}").expectError(400, "validation_failed");
        set("{\"name\":\" \\t \"}").expectError(400, "validation_failed");
        set("{\"name\":7}").expectError(400, "validation_failed");
        set("{\"avatar\":\"fox_01\"}").expectError(400, "validation_failed");
    }

    @Test
    void set_needsTheSecret_andNoBan() {
        api.write("PUT", "players/ana/identity", "{\"name\":\"Eve\"}", null).expectError(401, "player_secret_invalid");
        sandbox.ban("ana");
        set("{\"name\":\"Ana\"}").expectError(403, "player_banned");
        assertEquals(anonymized, identity().text("data.displayIdentity.name"));
    }

    @Test
    void sameKey_setsOnce() {
        String first = "{\"name\":\"Ana\",\"idempotencyKey\":\"one\"}";
        set(first).expect(200);
        set("{\"name\":\"Bea\",\"idempotencyKey\":\"two\"}").expect(200);
        assertEquals("Ana", set(first).expect(200).text("data.displayIdentity.name"));
        assertEquals("Bea", identity().text("data.displayIdentity.name"));
        set("{\"name\":\"Cleo\",\"idempotencyKey\":\"one\"}").expectError(409, "idempotency_conflict");
    }

    @Test
    void boards_showTheNewName_besideTheAnonymizedOne() {
        String board = ana.start("endless_run").text("data.leaderboardId");
        set("{\"name\":\"Ana\"}").expect(200);
        Reply read = api.get("event-leaderboards/" + board + "?includeSelf=true&externalId=ana");
        int row = (int) read.number("data.self.rank") - 1;
        assertEquals("Ana", read.text("data.entries." + row + ".name"));
        assertEquals(anonymized, read.text("data.entries." + row + ".anonymizedName"));
    }

    @Test
    void friends_seeTheNewName() {
        TestPlayer rui = api.register("rui");
        sandbox.befriend("ana", "rui");
        set("{\"name\":\"Ana\"}").expect(200);
        assertEquals("Ana", rui.get("friends").text("data.friends.0.displayIdentity.name"));
    }

    @Test
    void registeringAnew_tellsBothIdentities() {
        set("{\"name\":\"Ana\"}").expect(200);
        Reply reply = api.post("players/ana/register?force=true", "{}", null).expect(201);
        assertEquals("Ana", reply.text("data.displayIdentity.name"));
        assertEquals(anonymized, reply.text("data.anonymizedIdentity.name"));
        assertEquals(anonymized, reply.text("data.syntheticIdentity.name"));
    }

    private Reply identity() {
        return api.get("players/ana/identity").expect(200);
    }

    private Reply set(String body) {
        return ana.put("identity", body);
    }
}
