package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kraty.api.model.GrantStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Games whose grants wait for so long and no longer. */
class GrantExpiryTest extends SandboxTest {
    private TestPlayer ana;

    private void play(@Nullable Duration lifetime) {
        restart(KratySandbox.builder()
                .game(Games.withGrantLifetime(lifetime))
                .inventoryManagement(InventoryManagement.PERMISSIVE));
        ana = api.register("ana");
    }

    @Test
    void grant_lapses_whenItsTimeIsUp() {
        play(Duration.ofHours(1));
        sandbox.grantCurrency("ana", "gold", 10);
        sandbox.grantCrate("ana", "gold_crate");
        Reply pending = ana.get("pending-grants");
        assertEquals("2026-09-02T13:00:00Z", pending.text("data.0.expiresAt"));
        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertEquals(2, ana.get("pending-grants").objects("data").size());
        clock.advance(Duration.ofMillis(1));
        assertEquals(List.of(), ana.get("pending-grants").objects("data"));
        ana.post("grants/" + pending.text("data.0.id") + "/claim", "{}").expectError(404, "not_found");
        ana.post("crates/" + pending.text("data.1.id") + "/open", "{}").expectError(404, "not_found");
        assertEquals(0, ana.balance("gold"));
        assertEquals(
                List.of(GrantStatus.EXPIRED, GrantStatus.EXPIRED),
                sandbox.grantsOf("ana").stream().map(grant -> grant.status()).toList());
    }

    @Test
    void collectedGrant_staysCollected() {
        play(Duration.ofHours(1));
        sandbox.grantCurrency("ana", "gold", 10);
        String id = ana.get("pending-grants").text("data.0.id");
        ana.post("grants/" + id + "/claim", "{}").expect(200);
        clock.advance(Duration.ofDays(1));
        assertEquals(
                "claimed", ana.post("grants/" + id + "/claim", "{}").expect(200).text("data.status"));
        assertEquals(10, ana.balance("gold"));
    }

    @Test
    void whatIsInsideACrate_hasTimeOfItsOwn() {
        play(Duration.ofHours(1));
        sandbox.grantCrate("ana", "gold_crate");
        clock.advance(Duration.ofMinutes(59));
        String crate = ana.get("pending-grants").text("data.0.id");
        Reply opened = ana.post("crates/" + crate + "/open", "{}").expect(200);
        assertEquals("2026-09-02T13:59:00Z", opened.text("data.contents.expiresAt"));
    }

    @Test
    void grantThatSaysOtherwise_goesByItsOwnTime() {
        play(Duration.ofHours(1));
        ana.post(
                        "grants",
                        "{\"kind\":\"crate\",\"expiresAt\":\"2026-09-02T12:10:00Z\",\"entries\":"
                                + "[{\"type\":\"crate\",\"crateItemKey\":\"gold_crate\",\"quantity\":1}]}")
                .expect(201);
        clock.advance(Duration.ofMinutes(10));
        assertEquals(List.of(), ana.get("pending-grants").objects("data"));
    }

    @Test
    void withoutALifetime_grantsWait() {
        play(null);
        sandbox.grantCurrency("ana", "gold", 10);
        clock.advance(Duration.ofDays(1000));
        Reply pending = ana.get("pending-grants");
        assertEquals(1, pending.objects("data").size());
        assertFalse(pending.has("data.0.expiresAt"));
    }
}
