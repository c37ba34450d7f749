package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest extends SandboxTest {
    private static final String WITH_KEY = "{\"idempotencyKey\":\"one\"}";

    @Test
    void register_answersTheSecretAndAnIdentity() {
        Reply reply = api.post("players/ana/register", "{}", null).expect(201);
        assertEquals("ana", reply.text("data.externalPlayerId"));
        assertEquals(sandbox.secretOf("ana").orElseThrow(), reply.text("data.secret"));
        assertTrue(reply.text("data.secret").startsWith(reply.text("data.secretPrefix")));
        assertEquals(reply.text("data.syntheticIdentity.name"), reply.text("data.anonymizedIdentity.name"));
        assertEquals("2026-09-02T12:00:00Z", reply.text("data.registeredAt"));
        assertNotEquals("ana", reply.text("data.playerId"));
    }

    @Test
    void registerAgain_withTheSameKey_recoversTheFirstAnswer() {
        Reply first = api.post("players/ana/register", WITH_KEY, null).expect(201);
        Reply second = api.post("players/ana/register", WITH_KEY, null).expect(201);
        assertEquals(first.body(), second.body());
    }

    @Test
    void registerAgain_withAnotherKey_isRefused() {
        api.post("players/ana/register", WITH_KEY, null).expect(201);
        api.post("players/ana/register", "{\"idempotencyKey\":\"two\"}", null)
                .expectError(409, "player_already_registered");
        api.post("players/ana/register", "{}", null).expectError(409, "player_already_registered");
    }

    @Test
    void force_withATestKey_rotatesTheSecret() {
        TestPlayer before = api.register("ana");
        Reply forced = api.post("players/ana/register?force=true", "{}", null).expect(201);
        assertNotEquals(before.secret(), forced.text("data.secret"));
        before.get("wallet").expectError(401, "player_secret_invalid");
    }

    @Test
    void force_withALiveKey_isIgnored() {
        restart(KratySandbox.builder().liveKey(true));
        TestPlayer before = api.register("ana");
        api.post("players/ana/register?force=true", "{}", null).expectError(409, "player_already_registered");
        before.get("wallet").expect(200);
    }

    @Test
    void ids_mayHoldSlashesSpacesAndEmoji() {
        api.post("players/a%2Fb%20c%2B%F0%9F%A6%8A/register", "{}", null).expect(201);
        assertEquals(List.of("a/b c+\uD83E\uDD8A"), sandbox.players());
        api.post("players/%FF/register", "{}", null).expectError(400, "validation_failed");
    }

    @Test
    void newPlayer_findsAWelcome() {
        TestPlayer ana = api.register("ana");
        Reply pending = ana.get("pending-grants").expect(200);
        assertEquals(List.of("reward", "crate"), pending.texts("data", "kind"));
        assertEquals(150, pending.number("data.0.contents.entries.0.amount"));
        assertEquals(3, pending.number("data.0.contents.entries.1.quantity"));
        assertEquals("silver_crate", pending.text("data.1.contents.crateItemKey"));
        assertEquals(
                List.of("gold", "gems", "xp", "level", "division"),
                ana.get("wallet").texts("data.wallet", "economyKey"));
    }
}
