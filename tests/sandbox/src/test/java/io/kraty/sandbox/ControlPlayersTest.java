package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the control API does to one player. */
class ControlPlayersTest extends SandboxTest {
    private ControlClient control;

    @BeforeEach
    void connect() {
        control = new ControlClient(sandbox.baseUrl() + "/sandbox");
    }

    @Test
    void register_givesTheSecret() {
        String secret = control.post("/players/ana/register").expect(200).text("secret");
        new TestPlayer(api, "ana", secret).get("wallet").expect(200);
        assertEquals(1, sandbox.requests().size());
        control.post("/players/ana/register").expectError(409, "player_already_registered");
    }

    @Test
    void grant_givesRewardsAndCrates() {
        TestPlayer ana = api.register("ana");
        Reply given = control.post("/players/ana/grants", """
                        {"entries":[{"type":"item","itemKey":"health_potion","quantity":2},
                         {"type":"currency","currencyKey":"gold","amount":9},
                         {"type":"crate","crateItemKey":"gold_crate","quantity":1}]}""").expect(200);
        assertEquals(List.of("reward", "crate"), given.texts("grants", "kind"));
        ana.post("grants/" + given.text("grants.0.id") + "/claim", "{}").expect(200);
        assertEquals(2, ana.items("health_potion"));
        assertEquals(9, ana.balance("gold"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"entries\":[]}",
                "{\"entries\":[{\"type\":\"item\",\"itemKey\":\"nothing\",\"quantity\":1}]}",
                "{\"entries\":[{\"type\":\"item\",\"itemKey\":\"health_potion\",\"quantity\":0}]}",
                "{\"entries\":[{\"type\":\"item\",\"itemKey\":\"health_potion\",\"quantity\":{\"min\":1,\"max\":2}}]}",
                "{\"entries\":[{\"type\":\"hat\"}]}"
            })
    void grant_ofWhatCannotBe_isRefused(String body) {
        api.register("ana");
        control.post("/players/ana/grants", body).expectError(400, "validation_failed");
        assertEquals(2, sandbox.grantsOf("ana").size());
    }

    @Test
    void credit_goesStraightIntoTheWallet() {
        TestPlayer ana = api.register("ana");
        Reply player = control.post("/players/ana/credit", "{\"economyKey\":\"gold\",\"amount\":50}")
                .expect(200);
        assertEquals(50, player.number("player.wallet.gold"));
        assertEquals(50, ana.balance("gold"));
        control.post("/players/ana/credit", "{\"economyKey\":\"tin\",\"amount\":50}")
                .expectError(400, "validation_failed");
        control.post("/players/ana/credit", "{\"economyKey\":\"gold\",\"amount\":-1}")
                .expectError(400, "validation_failed");
        control.post("/players/bo/credit", "{\"economyKey\":\"gold\",\"amount\":1}")
                .expectError(404, "not_found");
    }

    @Test
    void credit_whereTheStudioKeepsTheHoldings_isAConflict() {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.STUDIO));
        connect();
        api.register("ana");
        control.post("/players/ana/credit", "{\"economyKey\":\"gold\",\"amount\":1}")
                .expectError(409, "conflict");
    }

    @Test
    void ban_refusesWrites() {
        TestPlayer ana = api.register("ana");
        control.post("/players/ana/ban").expect(200);
        ana.start("coin_rush").expectError(403, "player_banned");
        assertTrue(control.get("/state").at("players.0.banned").getAsBoolean());
    }

    @Test
    void rotateSecret_replacesIt() {
        TestPlayer ana = api.register("ana");
        String secret = control.post("/players/ana/rotate-secret").expect(200).text("secret");
        assertNotEquals(ana.secret(), secret);
        ana.get("wallet").expect(401);
        new TestPlayer(api, "ana", secret).get("wallet").expect(200);
        control.post("/players/bo/rotate-secret").expectError(404, "not_found");
    }

    @Test
    void befriend_makesFriendsOfBoth() {
        api.register("ana");
        TestPlayer bo = api.register("bo");
        assertEquals(
                "bo",
                control.post("/players/ana/friends", "{\"with\":\"bo\"}")
                        .expect(200)
                        .text("friends.0"));
        assertEquals("ana", bo.get("friends").text("data.friends.0.externalPlayerId"));
        control.post("/players/ana/friends", "{\"with\":\"bo\"}").expectError(409, "already_friends");
        control.post("/players/ana/friends", "{\"with\":\"cy\"}").expectError(404, "not_found");
        control.post("/players/ana/friends", "{}").expectError(400, "validation_failed");
    }
}
