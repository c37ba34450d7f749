package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiftSendTest extends GiftTest {
    @Test
    void catalog_saysWhatCanBeGiven() {
        Reply catalog = ana.get("friends/gifts/catalog").expect(200);
        assertTrue(catalog.at("data.enabled").getAsBoolean());
        assertEquals(3600, catalog.number("data.cooldownSeconds"));
        assertEquals(5, catalog.number("data.dailySendLimit"));
        assertEquals(0, catalog.number("data.sentToday"));
        assertEquals(List.of("gold", "health_potion", "arena_ticket"), catalog.texts("data.resources", "key"));
        assertEquals("Ouro", catalog.text("data.resources.0.name.pt"));
        assertEquals("currency", catalog.text("data.resources.0.economyKind"));
        assertEquals("common", catalog.text("data.resources.1.rarity"));
        send(ana, rui, GOLD).expect(201);
        assertEquals(1, ana.get("friends/gifts/catalog").number("data.sentToday"));
        assertEquals(0, rui.get("friends/gifts/catalog").number("data.sentToday"));
    }

    @Test
    void gift_isSeenFromBothSides() {
        Reply sent = send(ana, rui, GOLD + ",\"message\":\"Good luck!\"").expect(201);
        assertEquals("outgoing", sent.text("data.gift.direction"));
        assertEquals("rui", sent.text("data.gift.player.externalPlayerId"));
        assertEquals("currency", sent.text("data.gift.type"));
        assertEquals("gold", sent.text("data.gift.resourceKey"));
        assertEquals(25, sent.number("data.gift.amount"));
        assertEquals("Good luck!", sent.text("data.gift.message"));
        assertEquals("pending", sent.text("data.gift.status"));
        assertEquals("2026-09-02T12:00:00Z", sent.text("data.gift.sentAt"));
        assertEquals("2026-09-09T12:00:00Z", sent.text("data.gift.expiresAt"));
        assertEquals(sent.at("data.gift"), ana.get("friends/gifts/sent").at("data.gifts.0"));
        Reply inbox = rui.get("friends/gifts").expect(200);
        assertEquals("incoming", inbox.text("data.gifts.0.direction"));
        assertEquals("ana", inbox.text("data.gifts.0.player.externalPlayerId"));
        assertEquals(sent.text("data.gift.giftId"), inbox.text("data.gifts.0.giftId"));
        assertEquals(sent.text("data.gift.grantId"), inbox.text("data.gifts.0.grantId"));
        assertEquals(List.of(), inbox(ana, ""));
        assertEquals(List.of(), rui.get("friends/gifts/sent").objects("data.gifts"));
    }

    @Test
    void friend_mayBeNamedByCode() {
        Reply sent = ana.post("friends/gifts", "{\"friendCode\":\"" + code(rui) + "\"," + POTION + "}")
                .expect(201);
        assertEquals("rui", sent.text("data.gift.player.externalPlayerId"));
    }

    @Test
    void resourceThatCosts_isTakenFromTheSender() {
        send(ana, rui, GOLD).expect(201);
        assertEquals(975, ana.balance("gold"));
        LedgerEntry last = sandbox.ledger().get(sandbox.ledger().size() - 1);
        assertEquals("gift", last.reason());
        assertEquals(-25, last.delta());
        send(rui, ana, POTION).expect(201);
        assertEquals(0, rui.items("health_potion"));
        assertEquals(last, sandbox.ledger().get(sandbox.ledger().size() - 1), "potions are on the house");
    }

    @Test
    void itemThatCosts_isTakenFromTheSender() {
        String ticket = "\"type\":\"item\",\"resourceKey\":\"arena_ticket\",\"amount\":1";
        send(ana, rui, ticket).expectError(409, "conflict");
        sandbox.grantItem("ana", "arena_ticket", 1);
        List<String> grants = ana.get("pending-grants").texts("data", "id");
        claimGrant(ana, grants.get(grants.size() - 1)).expect(200);
        send(ana, rui, ticket).expect(201);
        assertEquals(0, ana.items("arena_ticket"));
    }

    @Test
    void tooLittleToGive_changesNothing() {
        sandbox.befriend("rui", "eva");
        send(rui, ana, GOLD).expectError(409, "conflict");
        assertEquals(0, rui.get("friends/gifts/catalog").number("data.sentToday"));
        assertEquals(List.of(), inbox(ana, ""));
        assertEquals(2, ana.get("pending-grants").objects("data").size());
        assertFalse(rui.get("friends").has("data.friends.0.giftCooldownUntil"));
    }

    @Test
    void onlyFriends_areGiven() {
        api.register("tom");
        TestPlayer tom = new TestPlayer(api, "tom", "");
        send(ana, tom, POTION).expectError(403, "forbidden");
        send(ana, ana, POTION).expectError(403, "forbidden");
        ask(ana, tom).expect(201);
        send(ana, tom, POTION).expectError(403, "forbidden");
        block(ana, rui).expect(201);
        send(rui, ana, POTION).expectError(403, "forbidden");
        send(ana, new TestPlayer(api, "nobody", ""), POTION).expectError(404, "not_found");
        ana.post("friends/gifts", "{\"friendCode\":\"000000\"," + POTION + "}").expectError(404, "friend_code_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"resourceKey\":\"gold\",\"amount\":1",
                "\"type\":\"currency\",\"amount\":1",
                "\"type\":\"currency\",\"resourceKey\":\"gold\"",
                "\"type\":\"crate\",\"resourceKey\":\"gold\",\"amount\":1",
                "\"type\":\"item\",\"resourceKey\":\"gold\",\"amount\":1",
                "\"type\":\"currency\",\"resourceKey\":\"gems\",\"amount\":1",
                "\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":51",
                "\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":0",
                "\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":1.5",
                "\"type\":\"currency\",\"resourceKey\":\"gold\",\"amount\":1,\"message\":7"
            })
    void whatTheCatalogDoesNotAllow_isRefused(String fields) {
        send(ana, rui, fields).expectError(400, "validation_failed");
        assertEquals(1000, ana.balance("gold"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{" + POTION + "}", "{\"externalPlayerId\":\"rui\",\"friendCode\":\"K7PM2X\"," + POTION + "}"})
    void target_isExactlyOneOfIdAndCode(String body) {
        ana.post("friends/gifts", body).expectError(400, "validation_failed");
    }

    @Test
    void message_isTrimmed_andAtMost140Characters() {
        Reply sent = send(ana, rui, POTION + ",\"message\":\"  Good luck! \"").expect(201);
        assertEquals("Good luck!", sent.text("data.gift.message"));
        String longest = "\uD83E\uDD8A".repeat(140);
        send(ana, eva, POTION + ",\"message\":\"" + longest + "!\"").expectError(400, "validation_failed");
        assertEquals(
                longest,
                send(ana, eva, POTION + ",\"message\":\" " + longest + " \"")
                        .expect(201)
                        .text("data.gift.message"));
        assertFalse(send(rui, ana, POTION + ",\"message\":\" \"").expect(201).has("data.gift.message"));
        assertFalse(send(eva, ana, POTION + ",\"message\":null").expect(201).has("data.gift.message"));
    }

    @Test
    void sameKey_answersWithTheOriginalGift() {
        String keyed = GOLD + ",\"idempotencyKey\":\"one\"";
        Reply first = send(ana, rui, keyed).expect(201);
        assertEquals(first.body(), send(ana, rui, keyed).expect(201).body());
        assertEquals(975, ana.balance("gold"));
        assertEquals(1, inbox(rui, "").size());
        send(ana, eva, keyed).expectError(409, "idempotency_conflict");
    }

    @Test
    void giftsThatAreOff_areRefusedEverywhere() {
        restart(KratySandbox.builder().gifting(false));
        players();
        befriend();
        ana.get("friends/gifts/catalog").expectError(403, "gifting_disabled");
        ana.get("friends/gifts").expectError(403, "gifting_disabled");
        ana.get("friends/gifts/sent").expectError(403, "gifting_disabled");
        send(ana, rui, POTION).expectError(403, "gifting_disabled");
        claim(ana, "any").expectError(403, "gifting_disabled");
        ana.get("friends").expect(200);
    }
}
