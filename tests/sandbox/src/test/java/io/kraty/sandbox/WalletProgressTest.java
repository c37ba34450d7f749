package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.ChangeOrigin;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletProgressTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void progress_addsAndTakes() {
        Reply reply = progress(150).expect(200);
        assertEquals("xp", reply.text("data.economyKey"));
        assertEquals(150, reply.number("data.balance"));
        assertTrue(reply.at("data.applied").getAsBoolean());
        assertEquals(100, progress(-50).number("data.balance"));
        assertEquals(100, progress(0).number("data.balance"));
        assertEquals(2, sandbox.ledger().size());
    }

    @Test
    void balance_neverFallsBelowZero_andTheLedgerTellsWhatReallyWent() {
        progress(30).expect(200);
        ana.post("wallet/xp/progress", "{\"amount\":-50,\"reason\":\"lost_a_duel\"}")
                .expect(200);
        assertEquals(0, ana.balance("xp"));
        LedgerEntry last = sandbox.ledger().get(1);
        assertEquals(-30, last.delta());
        assertEquals("lost_a_duel", last.reason());
        assertEquals(ChangeOrigin.CLIENT, last.origin());
    }

    @Test
    void newLevels_areDerived_withTheirRewards() {
        assertEquals(List.of(), progress(249).objects("data.derived"));
        Reply reply = progress(260).expect(200);
        assertEquals("level", reply.text("data.derived.0.economyKey"));
        assertEquals(0, reply.number("data.derived.0.previous"));
        assertEquals(2, reply.number("data.derived.0.current"));
        assertEquals(2, reply.number("data.derived.0.delta"));
        List<String> grants = reply.at("data.derived.0.grantIds").getAsJsonArray().asList().stream()
                .map(id -> id.getAsString())
                .toList();
        assertEquals(grants, ana.get("pending-grants").texts("data", "id").subList(2, 4));
        assertEquals("level_reward", ana.get("pending-grants").text("data.2.sourceKind"));
        ana.post("grants/" + grants.get(0) + "/claim", "{}").expect(200);
        assertEquals(25, ana.balance("gold"));
        assertEquals(2, ana.balance("level"));
        assertEquals("derived", sandbox.ledger().get(2).reason());
        assertEquals(ChangeOrigin.ENGINE, sandbox.ledger().get(2).origin());
    }

    @Test
    void lostLevel_isDerivedToo_andPaidOnce() {
        progress(500).expect(200);
        Reply lost = progress(-250).expect(200);
        assertEquals(-1, lost.number("data.derived.0.delta"));
        assertEquals("[]", lost.at("data.derived.0.grantIds").toString());
        Reply again = progress(250).expect(200);
        assertEquals(2, again.number("data.derived.0.current"));
        assertEquals("[]", again.at("data.derived.0.grantIds").toString());
        assertEquals(4, ana.get("pending-grants").objects("data").size());
    }

    @Test
    void level_followsXp_whateverMovedIt_upToTheHighest() {
        sandbox.credit("ana", "xp", 300);
        assertEquals(1, ana.balance("level"));
        ana.post("wallet/xp/debit", "{\"amount\":100}").expect(200);
        assertEquals(0, ana.balance("level"));
        Reply reply = progress(1_000_000_000_000L).expect(200);
        assertEquals(100, reply.number("data.derived.0.current"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gold", "level", "division", "unheard_of"})
    void whatClientsMayNotWrite_isForbidden(String key) {
        ana.post("wallet/" + key + "/progress", "{\"amount\":1}").expectError(403, "forbidden");
        assertEquals(List.of(), sandbox.ledger());
    }

    @Test
    void studioManagedGame_letsClientsWriteNothing() {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.STUDIO));
        ana = api.register("ana");
        progress(1).expectError(403, "forbidden");
    }

    @Test
    void sameKey_movesOnce_andSaysSo() {
        String body = "{\"amount\":300,\"idempotencyKey\":\"one\"}";
        Reply first = ana.post("wallet/xp/progress", body).expect(200);
        assertTrue(first.at("data.applied").getAsBoolean());
        Reply second = ana.post("wallet/xp/progress", body).expect(200);
        assertFalse(second.at("data.applied").getAsBoolean());
        assertEquals(300, second.number("data.balance"));
        assertEquals(List.of(), second.objects("data.derived"));
        assertEquals(300, ana.balance("xp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"amount\":1.5}",
                "{\"amount\":\"1\"}",
                "{\"amount\":1e30}",
                "{\"amount\":-1000000000001}"
            })
    void amount_isChecked(String body) {
        ana.post("wallet/xp/progress", body).expectError(400, "validation_failed");
    }

    private Reply progress(long amount) {
        return ana.post("wallet/xp/progress", "{\"amount\":" + amount + "}");
    }
}
