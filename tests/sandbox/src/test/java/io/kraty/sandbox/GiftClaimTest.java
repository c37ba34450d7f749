package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GiftClaimTest extends GiftTest {
    private String gift;
    private String grant;

    @BeforeEach
    void sendOne() {
        Reply sent = send(ana, rui, GOLD).expect(201);
        gift = sent.text("data.gift.giftId");
        grant = sent.text("data.gift.grantId");
    }

    @Test
    void gift_waitsAmongThePendingGrants() {
        List<String> ids = rui.get("pending-grants").texts("data", "id");
        int index = ids.indexOf(grant);
        Reply pending = rui.get("pending-grants").expect(200);
        assertEquals("reward", pending.text("data." + index + ".kind"));
        assertEquals("gift", pending.text("data." + index + ".sourceKind"));
        assertEquals(gift, pending.text("data." + index + ".sourceRefId"));
        assertEquals("gold", pending.text("data." + index + ".contents.entries.0.currencyKey"));
        assertEquals(25, pending.number("data." + index + ".contents.entries.0.amount"));
        assertEquals("2026-09-09T12:00:00Z", pending.text("data." + index + ".expiresAt"));
        assertFalse(ana.get("pending-grants").texts("data", "id").contains(grant));
    }

    @Test
    void claim_paysOut_once() {
        clock.advance(Duration.ofMinutes(5));
        Reply first = claim(rui, gift).expect(200);
        assertEquals("claimed", first.text("data.gift.status"));
        assertEquals("incoming", first.text("data.gift.direction"));
        assertEquals("2026-09-02T12:05:00Z", first.text("data.gift.claimedAt"));
        assertEquals(25, rui.balance("gold"));
        clock.advance(Duration.ofMinutes(5));
        assertEquals(first.body(), claim(rui, gift).expect(200).body());
        assertEquals("claimed", claimGrant(rui, grant).expect(200).text("data.status"));
        assertEquals(25, rui.balance("gold"));
        assertFalse(rui.get("pending-grants").texts("data", "id").contains(grant));
        assertEquals("claimed", ana.get("friends/gifts/sent").text("data.gifts.0.status"));
    }

    @Test
    void claimOfTheGrant_claimsTheGift() {
        clock.advance(Duration.ofMinutes(5));
        claimGrant(rui, grant).expect(200);
        assertEquals(25, rui.balance("gold"));
        Reply inbox = rui.get("friends/gifts").expect(200);
        assertEquals("claimed", inbox.text("data.gifts.0.status"));
        assertEquals("2026-09-02T12:05:00Z", inbox.text("data.gifts.0.claimedAt"));
        assertEquals("claimed", claim(rui, gift).expect(200).text("data.gift.status"));
        assertEquals(25, rui.balance("gold"));
    }

    @Test
    void bothWaysAtOnce_payOutOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reply>> replies = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit(() -> i % 2 == 0 ? claim(rui, gift) : claimGrant(rui, grant)))
                    .toList();
            for (Future<Reply> reply : replies) {
                reply.get().expect(200);
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(25, rui.balance("gold"));
    }

    @Test
    void item_isPaidOut() {
        String potion = send(rui, ana, POTION).expect(201).text("data.gift.giftId");
        claim(ana, potion).expect(200);
        assertEquals(1, ana.items("health_potion"));
    }

    @Test
    void claim_isForTheReceiver() {
        claim(ana, gift).expectError(404, "not_found");
        claim(eva, gift).expectError(404, "not_found");
        claim(rui, "none").expectError(404, "not_found");
        claim(rui, grant).expectError(404, "not_found");
        claimGrant(ana, grant).expectError(404, "not_found");
    }

    @Test
    void giftThatNobodyClaimed_lapses() {
        clock.advance(Duration.ofDays(7).minusMillis(1));
        assertEquals("pending", rui.get("friends/gifts").text("data.gifts.0.status"));
        clock.advance(Duration.ofMillis(1));
        assertFalse(rui.get("pending-grants").texts("data", "id").contains(grant));
        assertEquals("expired", rui.get("friends/gifts").text("data.gifts.0.status"));
        assertEquals("expired", ana.get("friends/gifts/sent").text("data.gifts.0.status"));
        claim(rui, gift).expectError(404, "not_found");
        claimGrant(rui, grant).expectError(404, "not_found");
        assertEquals(0, rui.balance("gold"));
        assertEquals(975, ana.balance("gold"), "not given back");
    }

    @Test
    void claimedGift_staysClaimed() {
        claim(rui, gift).expect(200);
        clock.advance(Duration.ofDays(8));
        assertEquals("claimed", rui.get("friends/gifts").text("data.gifts.0.status"));
        assertEquals("claimed", claim(rui, gift).expect(200).text("data.gift.status"));
    }

    @Test
    void gift_survivesTheEndOfTheFriendship() {
        block(rui, ana).expect(201);
        claim(rui, gift).expect(200);
        assertEquals(25, rui.balance("gold"));
    }

    @Test
    void lists_comeNewestFirst_andCanBeNarrowed() {
        String second = send(eva, ana, POTION).expect(201).text("data.gift.giftId");
        clock.advance(Duration.ofMinutes(1));
        String third = send(rui, ana, POTION).expect(201).text("data.gift.giftId");
        assertEquals(List.of(third, second), inbox(ana, ""));
        assertEquals(List.of(third), inbox(ana, "?limit=1"));
        claim(ana, third).expect(200);
        assertEquals(List.of(second), inbox(ana, "?status=pending"));
        assertEquals(List.of(second), inbox(ana, "?status=pending&limit=1"));
        assertEquals(List.of(third), inbox(ana, "?status=claimed"));
        assertEquals(List.of(), inbox(ana, "?status=unheard_of"));
        ana.get("friends/gifts?limit=0").expectError(400, "validation_failed");
        String fourth = send(ana, eva, POTION).expect(201).text("data.gift.giftId");
        assertEquals(List.of(fourth, gift), ana.get("friends/gifts/sent").texts("data.gifts", "giftId"));
        claim(rui, gift).expect(200);
        assertEquals(
                List.of(fourth), ana.get("friends/gifts/sent?status=pending").texts("data.gifts", "giftId"));
    }

    @Test
    void streams_tellOfTheGift_andOfItsClaim() throws IOException {
        try (Sse receiver = api.holdings(ana);
                Sse sender = api.holdings(eva)) {
            assertEquals("ready", receiver.nextName());
            assertEquals("ready", sender.nextName());
            sandbox.credit("eva", "gold", 30);
            assertEquals("wallet_changed", sender.nextName());
            Reply sent = send(eva, ana, GOLD).expect(201);
            JsonObject taken = sender.next().data();
            assertEquals(-25, taken.get("delta").getAsLong());
            assertEquals("gift", taken.get("reason").getAsString());
            JsonObject created = receiver.next().data();
            assertEquals(sent.text("data.gift.grantId"), created.get("grantId").getAsString());
            assertEquals("gift", created.get("sourceKind").getAsString());
            claim(ana, sent.text("data.gift.giftId")).expect(200);
            JsonObject paid = receiver.next().data();
            assertEquals(25, paid.get("delta").getAsLong());
            assertEquals("grant_deposit", paid.get("reason").getAsString());
        }
    }

    @Test
    void studioManagedGame_onlyTurnsTheStatus() {
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.STUDIO));
        players();
        befriend();
        sendOne();
        assertEquals("claimed", claim(rui, gift).expect(200).text("data.gift.status"));
        assertEquals(List.of(), rui.get("wallet").objects("data.wallet"));
        assertEquals(List.of(), sandbox.ledger());
    }
}
