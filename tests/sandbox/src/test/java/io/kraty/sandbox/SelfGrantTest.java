package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kraty.api.model.ChangeOrigin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfGrantTest extends SandboxTest {
    private static final String GOLD = "{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":100}";
    private static final String POTIONS =
            "{\"type\":\"item\",\"itemKey\":\"health_potion\",\"quantity\":2,\"parameters\":{\"quality\":\"fine\"}}";
    private static final String CRATE = "{\"type\":\"crate\",\"crateItemKey\":\"silver_crate\",\"quantity\":1}";

    private TestPlayer ana;

    @BeforeEach
    void permissiveGame() {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.PERMISSIVE));
        ana = api.register("ana");
    }

    @Test
    void reward_isDepositedAtOnce() {
        Reply reply = grant("{\"entries\":[" + GOLD + "," + POTIONS + "],\"metadata\":{\"why\":\"tutorial\"}}")
                .expect(201);
        assertEquals("reward", reply.text("data.kind"));
        assertEquals("claimed", reply.text("data.status"));
        assertEquals("client", reply.text("data.sourceKind"));
        assertEquals("2026-09-02T12:00:00Z", reply.text("data.claimedAt"));
        assertEquals("fine", reply.text("data.contents.entries.1.parameters.quality"));
        assertEquals(100, ana.balance("gold"));
        assertEquals(2, ana.items("health_potion"));
        assertEquals(2, ana.get("pending-grants").objects("data").size(), "the welcome only");
        LedgerEntry deposit = sandbox.ledger().get(0);
        assertEquals("grant_deposit", deposit.reason());
        assertEquals(ChangeOrigin.CLIENT, deposit.origin());
        ana.post("grants/" + reply.text("data.id") + "/claim", "{}").expect(200);
        assertEquals(100, ana.balance("gold"));
    }

    @Test
    void crate_waitsToBeOpened() {
        Reply reply = grant("{\"kind\":\"crate\",\"entries\":[" + CRATE + "]}").expect(201);
        assertEquals("pending", reply.text("data.status"));
        assertEquals("silver_crate", reply.text("data.contents.crateItemKey"));
        assertEquals(
                reply.text("data.id"),
                ana.get("pending-grants").texts("data", "id").get(2));
        ana.post("crates/" + reply.text("data.id") + "/open", "{}").expect(200);
    }

    @Test
    void cratesInAReward_waitOneByOne() {
        Reply reply = grant("{\"entries\":[" + GOLD + "," + CRATE.replace("1}", "2}") + "]}")
                .expect(201);
        assertEquals(100, ana.balance("gold"));
        List<String> parents = ana.get("pending-grants").objects("data").stream()
                .skip(2)
                .map(grant -> grant.get("parentGrantId").getAsString())
                .toList();
        assertEquals(List.of(reply.text("data.id"), reply.text("data.id")), parents);
    }

    @Test
    void crateThatLapses_cannotBeOpenedAfterwards() {
        Reply reply = grant("{\"kind\":\"crate\",\"entries\":[" + CRATE + "],\"expiresAt\":\"2026-09-02T13:00:00Z\"}")
                .expect(201);
        assertEquals("2026-09-02T13:00:00Z", reply.text("data.expiresAt"));
        clock.advance(Duration.ofMinutes(59));
        assertEquals(3, ana.get("pending-grants").objects("data").size());
        clock.advance(Duration.ofMinutes(1));
        assertEquals(2, ana.get("pending-grants").objects("data").size());
        ana.post("crates/" + reply.text("data.id") + "/open", "{}").expectError(404, "not_found");
    }

    @Test
    void crateOpenedInTime_staysOpened() {
        String id = grant("{\"kind\":\"crate\",\"entries\":[" + CRATE + "],\"expiresAt\":\"2026-09-02T13:00:00Z\"}")
                .text("data.id");
        ana.post("crates/" + id + "/open", "{}").expect(200);
        clock.advance(Duration.ofHours(2));
        ana.post("crates/" + id + "/open", "{}").expect(200);
    }

    @ParameterizedTest
    @EnumSource(names = "PERMISSIVE", mode = EnumSource.Mode.EXCLUDE)
    void otherGames_refuse(InventoryManagement management) {
        restart(KratySandbox.builder().inventoryManagement(management));
        ana = api.register("ana");
        grant("{\"entries\":[" + GOLD + "]}").expectError(403, "inventory_not_permissive");
        assertEquals(2, ana.get("pending-grants").objects("data").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"entries\":[]}",
                "{\"entries\":{}}",
                "{\"entries\":[7]}",
                "{\"entries\":[{}]}",
                "{\"entries\":[{\"type\":\"mood\"}]}",
                "{\"entries\":[{\"type\":\"currency\",\"amount\":1}]}",
                "{\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"doubloons\",\"amount\":1}]}",
                "{\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":0}]}",
                "{\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":1.5}]}",
                "{\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":1e13}]}",
                "{\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":{\"min\":1,\"max\":2}}]}",
                "{\"entries\":[{\"type\":\"item\",\"itemKey\":\"sword\",\"quantity\":1}]}",
                "{\"entries\":[{\"type\":\"item\",\"itemKey\":\"health_potion\"}]}",
                "{\"entries\":[{\"type\":\"item\",\"itemKey\":\"health_potion\",\"quantity\":1,\"parameters\":[]}]}",
                "{\"entries\":[{\"type\":\"crate\",\"crateItemKey\":\"health_potion\",\"quantity\":1}]}",
                "{\"entries\":[{\"type\":\"crate\",\"crateItemKey\":\"silver_crate\",\"quantity\":101}]}",
                "{\"kind\":\"gift\",\"entries\":[" + GOLD + "]}",
                "{\"kind\":\"crate\",\"entries\":[" + GOLD + "]}",
                "{\"kind\":\"crate\",\"entries\":[" + CRATE + "," + CRATE + "]}",
                "{\"expiresAt\":\"2026-09-02T12:00:00Z\",\"entries\":[" + GOLD + "]}",
                "{\"expiresAt\":\"soon\",\"entries\":[" + GOLD + "]}",
                "{\"metadata\":7,\"entries\":[" + GOLD + "]}"
            })
    void body_isChecked_asAWhole(String body) {
        grant(body).expectError(400, "validation_failed");
        assertEquals(List.of(), sandbox.ledger());
        assertEquals(2, ana.get("pending-grants").objects("data").size());
    }

    @Test
    void errorsNameTheEntry() {
        Reply reply = grant("{\"entries\":[" + GOLD + ",{\"type\":\"item\",\"itemKey\":\"sword\",\"quantity\":1}]}");
        assertEquals(
                "is not in the catalog",
                reply.at("error.details")
                        .getAsJsonObject()
                        .get("entries.1.itemKey")
                        .getAsString());
        assertEquals(0, ana.balance("gold"));
    }

    @Test
    void sameKey_grantsOnce() {
        String body = "{\"entries\":[" + GOLD + "],\"idempotencyKey\":\"one\"}";
        Reply first = grant(body).expect(201);
        assertEquals(first.body(), grant(body).expect(201).body());
        assertEquals(100, ana.balance("gold"));
        assertFalse(sandbox.ledger().size() > 1);
    }

    @Test
    void players_grantToThemselvesOnly() {
        TestPlayer rui = api.register("rui");
        api.post("players/rui/grants", "{\"entries\":[" + GOLD + "]}", ana.secret())
                .expectError(401, "player_secret_invalid");
        assertEquals(0, rui.balance("gold"));
    }

    private Reply grant(String body) {
        return ana.post("grants", body);
    }
}
