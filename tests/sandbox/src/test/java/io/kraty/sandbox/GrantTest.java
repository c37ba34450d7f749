package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrantTest extends SandboxTest {
    private TestPlayer ana;
    private String reward;
    private String crate;

    @BeforeEach
    void welcome() {
        begin();
    }

    @Test
    void claim_depositsOnce() {
        Reply first = claim(reward).expect(200);
        assertEquals("claimed", first.text("data.status"));
        assertEquals(first.body(), claim(reward).expect(200).body());
        assertEquals(150, ana.balance("gold"));
        assertEquals(3, ana.items("health_potion"));
        assertEquals(2, sandbox.ledger().size());
        assertEquals("grant_deposit", sandbox.ledger().get(0).reason());
    }

    @Test
    void claimedGrants_areNotPending() {
        claim(reward).expect(200);
        assertEquals(List.of(crate), ana.get("pending-grants").texts("data", "id"));
    }

    @Test
    void grants_areAllThere_whateverBecameOfThem() {
        claim(reward).expect(200);
        assertEquals(
                List.of(reward + " claimed", crate + " pending"),
                sandbox.grantsOf("ana").stream()
                        .map(grant -> grant.id() + " " + grant.status().value())
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> sandbox.grantsOf("nobody"));
    }

    @Test
    void open_rollsOnce_intoANewPendingGrant() {
        Reply first = open(crate).expect(200);
        assertEquals("claimed", first.text("data.crate.status"));
        assertEquals("pending", first.text("data.contents.status"));
        assertEquals("crate_open", first.text("data.contents.sourceKind"));
        assertEquals(crate, first.text("data.contents.parentGrantId"));
        String contents = first.text("data.contents.id");
        assertEquals(List.of(reward, contents), ana.get("pending-grants").texts("data", "id"));
        claim(contents).expect(200);
        Reply again = open(crate).expect(200);
        assertEquals(contents, again.text("data.contents.id"));
        assertEquals(first.at("data.contents.contents"), again.at("data.contents.contents"));
        assertTrue(sandbox.ledger().size() > 0);
    }

    @Test
    void grantsOfTheOtherKindOrOfOthers_areNotFound() {
        claim(crate).expectError(404, "not_found");
        open(reward).expectError(404, "not_found");
        claim("none").expectError(404, "not_found");
        api.register("rui").post("grants/" + reward + "/claim", "{}").expectError(404, "not_found");
    }

    @Test
    void grantsByHand_waitToBeCollected() {
        sandbox.grantCurrency("ana", "gems", 5);
        sandbox.grantItem("ana", "arena_ticket", 2);
        sandbox.grantCrate("ana", "gold_crate");
        List<String> ids = ana.get("pending-grants").texts("data", "id");
        assertEquals(5, ids.size());
        claim(ids.get(2)).expect(200);
        claim(ids.get(3)).expect(200);
        open(ids.get(4)).expect(200);
        assertEquals(5, ana.balance("gems"));
        assertEquals(2, ana.items("arena_ticket"));
        assertThrows(IllegalArgumentException.class, () -> sandbox.grantItem("ana", "unheard_of", 1));
        assertThrows(IllegalArgumentException.class, () -> sandbox.grantCurrency("nobody", "gold", 1));
    }

    @Test
    void consume_takesAllOrNothing() {
        claim(reward).expect(200);
        ana.consume("health_potion", 4).expectError(409, "conflict");
        Reply used = ana.consume("health_potion", 2).expect(200);
        assertEquals(1, used.number("data.quantity"));
        ana.consume("health_potion", 1).expect(200);
        assertEquals(List.of(), ana.get("inventory").objects("data.items"));
        ana.consume("unheard_of", 1).expectError(409, "conflict");
    }

    @Test
    void debit_takesAllOrNothing_andKeepsTheReason() {
        claim(reward).expect(200);
        ana.post("wallet/gold/debit", "{\"amount\":151}").expectError(409, "conflict");
        ana.post("wallet/gold/debit", "{\"amount\":150,\"reason\":\"bought_skin\"}")
                .expect(200);
        assertEquals(0, ana.balance("gold"));
        LedgerEntry last = sandbox.ledger().get(sandbox.ledger().size() - 1);
        assertEquals("bought_skin", last.reason());
        assertEquals(-150, last.delta());
    }

    @Test
    void studioManagedGame_keepsNothing_andRefusesToSpend() {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.STUDIO));
        begin();
        assertEquals("claimed", claim(reward).expect(200).text("data.status"));
        assertEquals(List.of(), ana.get("wallet").objects("data.wallet"));
        assertEquals(List.of(), ana.get("inventory").objects("data.items"));
        ana.consume("health_potion", 1).expectError(409, "conflict");
        ana.post("wallet/gold/debit", "{\"amount\":1}").expectError(409, "conflict");
        ana.start("bounty_hunt").expect(201);
        assertEquals(List.of(), sandbox.ledger());
        assertThrows(IllegalStateException.class, () -> sandbox.credit("ana", "gold", 1));
    }

    private void begin() {
        ana = api.register("ana");
        List<String> ids = ana.get("pending-grants").texts("data", "id");
        reward = ids.get(0);
        crate = ids.get(1);
    }

    private Reply claim(String id) {
        return ana.post("grants/" + id + "/claim", "{}");
    }

    private Reply open(String id) {
        return ana.post("crates/" + id + "/open", "{}");
    }
}
