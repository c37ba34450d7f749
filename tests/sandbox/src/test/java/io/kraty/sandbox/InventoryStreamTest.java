package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryStreamTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void ready_comesFirst_withThePlayer() throws IOException {
        try (Sse stream = api.holdings(ana)) {
            assertEquals("{\"externalPlayerId\":\"ana\"}", next(stream, "ready").toString());
        }
    }

    @Test
    void claimedReward_changesWalletAndInventory_byTheEngine() throws IOException {
        try (Sse stream = ready(ana)) {
            String reward = ana.get("pending-grants").text("data.0.id");
            ana.post("grants/" + reward + "/claim", "{}").expect(200);
            JsonObject gold = next(stream, "wallet_changed");
            assertEquals("gold", gold.get("economyKey").getAsString());
            assertEquals(150, gold.get("delta").getAsLong());
            assertEquals(150, gold.get("balance").getAsLong());
            assertEquals("grant_deposit", gold.get("reason").getAsString());
            assertEquals("engine", gold.get("origin").getAsString());
            assertEquals(sandbox.ledger().get(0).id(), gold.get("ledgerId").getAsString());
            assertEquals("2026-09-02T12:00:00Z", gold.get("occurredAt").getAsString());
            assertFalse(gold.has("kind"));
            JsonObject potions = next(stream, "inventory_changed");
            assertEquals("health_potion", potions.get("itemKey").getAsString());
            assertEquals(3, potions.get("quantity").getAsLong());
            assertEquals(sandbox.ledger().get(1).id(), potions.get("ledgerId").getAsString());
        }
    }

    @Test
    void origin_tellsWhoseDoingItWas() throws IOException {
        try (Sse stream = ready(ana)) {
            sandbox.credit("ana", "gold", 150);
            assertEquals("admin", next(stream, "wallet_changed").get("origin").getAsString());
            ana.post("wallet/gold/debit", "{\"amount\":10}").expect(200);
            JsonObject debit = next(stream, "wallet_changed");
            assertEquals("client", debit.get("origin").getAsString());
            assertEquals(-10, debit.get("delta").getAsLong());
            ana.start("bounty_hunt").expect(201);
            JsonObject cost = next(stream, "wallet_changed");
            assertEquals("engine", cost.get("origin").getAsString());
            assertEquals("entry_cost", cost.get("reason").getAsString());
        }
    }

    @Test
    void newGrants_areToldOf_withoutAnOrigin() throws IOException {
        try (Sse stream = ready(ana)) {
            sandbox.grantCrate("ana", "gold_crate");
            JsonObject created = next(stream, "grant_created");
            String id = ana.get("pending-grants").text("data.2.id");
            assertEquals(id, created.get("grantId").getAsString());
            assertEquals("crate", created.get("grantKind").getAsString());
            assertEquals("admin", created.get("sourceKind").getAsString());
            assertEquals(
                    "{\"crateItemKey\":\"gold_crate\"}", created.get("contents").toString());
            assertFalse(created.has("origin"));
            ana.post("crates/" + id + "/open", "{}").expect(200);
            assertEquals(
                    "crate_open",
                    next(stream, "grant_created").get("sourceKind").getAsString());
        }
    }

    @Test
    void level_comesAfterTheXpThatMadeIt() throws IOException {
        try (Sse stream = ready(ana)) {
            ana.post("wallet/xp/progress", "{\"amount\":250}").expect(200);
            JsonObject xp = next(stream, "wallet_changed");
            assertEquals("xp", xp.get("economyKey").getAsString());
            assertEquals("client", xp.get("origin").getAsString());
            JsonObject level = next(stream, "wallet_changed");
            assertEquals("level", level.get("economyKey").getAsString());
            assertEquals("engine", level.get("origin").getAsString());
            assertEquals(
                    "level_reward",
                    next(stream, "grant_created").get("sourceKind").getAsString());
        }
    }

    @Test
    void selfGrant_isTheClientsDoing_andWaitsForNobody() throws IOException {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.PERMISSIVE));
        ana = api.register("ana");
        try (Sse stream = ready(ana)) {
            ana.post("grants", "{\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":5}]}")
                    .expect(201);
            assertEquals("client", next(stream, "wallet_changed").get("origin").getAsString());
            sandbox.credit("ana", "gems", 1);
            assertEquals(
                    "gems", next(stream, "wallet_changed").get("economyKey").getAsString());
        }
    }

    @Test
    void gift_isHeardOnBothSides() throws IOException {
        TestPlayer rui = api.register("rui");
        sandbox.befriend("ana", "rui");
        sandbox.credit("ana", "gold", 10);
        try (Sse sender = ready(ana);
                Sse receiver = ready(rui)) {
            ana.post(
                            "friends/gifts",
                            "{\"externalPlayerId\":\"rui\",\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":5}")
                    .expect(201);
            JsonObject paid = next(sender, "wallet_changed");
            assertEquals(-5, paid.get("delta").getAsLong());
            assertEquals("client", paid.get("origin").getAsString());
            JsonObject waiting = next(receiver, "grant_created");
            assertEquals("gift", waiting.get("sourceKind").getAsString());
        }
    }

    @Test
    void everySubscriberOfThePlayer_hearsEverything_andNobodyElse() throws IOException {
        TestPlayer rui = api.register("rui");
        try (Sse phone = ready(ana);
                Sse tablet = ready(ana);
                Sse other = ready(rui)) {
            assertEquals(3, sandbox.openStreams());
            sandbox.credit("ana", "gold", 1);
            sandbox.credit("rui", "gems", 2);
            assertEquals(next(phone, "wallet_changed"), next(tablet, "wallet_changed"));
            assertEquals("gems", next(other, "wallet_changed").get("economyKey").getAsString());
        }
    }

    @Test
    void refusedAndReplayedCalls_areSilent() throws IOException {
        sandbox.credit("ana", "gold", 10);
        try (Sse stream = ready(ana)) {
            ana.post("wallet/gold/debit", "{\"amount\":11}").expectError(409, "conflict");
            String body = "{\"amount\":4,\"idempotencyKey\":\"one\"}";
            ana.post("wallet/gold/debit", body).expect(200);
            ana.post("wallet/gold/debit", body).expect(200);
            ana.post("wallet/xp/progress", "{\"amount\":-5}").expect(200);
            sandbox.credit("ana", "gems", 1);
            assertEquals(6, next(stream, "wallet_changed").get("balance").getAsLong());
            assertEquals(
                    "gems", next(stream, "wallet_changed").get("economyKey").getAsString());
        }
    }

    @Test
    void stream_needsTheSecret() {
        api.get("players/ana/inventory/stream").expectError(401, "player_secret_invalid");
        api.get("players/ana/inventory/stream", api.register("rui").secret()).expectError(401, "player_secret_invalid");
        api.get("players/nobody/inventory/stream", "x").expectError(401, "player_secret_invalid");
    }

    @Test
    void studioManagedGame_tellsOfGrantsOnly() throws IOException {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.STUDIO));
        ana = api.register("ana");
        try (Sse stream = ready(ana)) {
            ana.post("grants/" + ana.get("pending-grants").text("data.0.id") + "/claim", "{}")
                    .expect(200);
            sandbox.grantCurrency("ana", "gold", 1);
            next(stream, "grant_created");
        }
    }

    @Test
    void heartbeats_areComments() throws IOException {
        sandbox.close();
        sandbox = KratySandbox.builder()
                .clock(clock)
                .botInterval(Duration.ZERO)
                .heartbeat(Duration.ofMillis(20))
                .start();
        api = new Api(sandbox);
        ana = api.register("ana");
        try (Sse stream = ready(ana)) {
            assertEquals(":", stream.nextName());
            assertEquals(":", stream.nextName());
        }
    }

    @Test
    void droppedStream_breaksInsteadOfEnding_andTheNextOneWorks() throws IOException {
        try (Sse stream = ready(ana)) {
            sandbox.dropStreams();
            assertThrows(IOException.class, stream::next);
        }
        try (Sse again = ready(ana)) {
            sandbox.credit("ana", "gold", 1);
            next(again, "wallet_changed");
        }
    }

    @Test
    void closingTheSandbox_endsStreamsProperly() throws IOException {
        try (Sse stream = ready(ana)) {
            sandbox.credit("ana", "gold", 1);
            sandbox.close();
            next(stream, "wallet_changed");
            assertNull(stream.next());
        }
    }

    @Test
    void request_isRecorded() throws IOException {
        try (Sse stream = api.holdings(ana)) {
            next(stream, "ready");
            List<RecordedRequest> requests = sandbox.requests();
            assertEquals(
                    new RecordedRequest(
                            "req_2",
                            clock.instant(),
                            "GET",
                            "/sdk/v1/players/ana/inventory/stream",
                            "streamInventory",
                            "ana",
                            null,
                            200,
                            true,
                            false,
                            null),
                    requests.get(requests.size() - 1));
        }
    }

    private Sse ready(TestPlayer player) throws IOException {
        Sse stream = api.holdings(player);
        next(stream, "ready");
        return stream;
    }

    private static JsonObject next(Sse stream, String name) throws IOException {
        Sse.Event event = stream.next();
        assertNotNull(event);
        assertEquals(name, event.name(), event.data().toString());
        return event.data();
    }
}
