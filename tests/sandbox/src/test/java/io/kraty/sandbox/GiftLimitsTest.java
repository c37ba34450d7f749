package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GiftLimitsTest extends GiftTest {
    @Test
    void cooldown_holdsForOneFriend_andOneDirection() {
        send(ana, rui, POTION).expect(201);
        send(ana, rui, POTION).expectError(409, "conflict");
        send(ana, eva, POTION).expect(201);
        send(rui, ana, POTION).expect(201);
    }

    @Test
    void cooldown_isSeenInTheFriendList_untilItIsOver() {
        send(ana, rui, POTION).expect(201);
        Reply friends = ana.get("friends").expect(200);
        assertEquals("2026-09-02T13:00:00Z", friends.text("data.friends.0.giftCooldownUntil"));
        assertFalse(friends.has("data.friends.1.giftCooldownUntil"));
        assertFalse(rui.get("friends").has("data.friends.0.giftCooldownUntil"));
        clock.advance(Duration.ofHours(1).minusMillis(1));
        send(ana, rui, POTION).expectError(409, "conflict");
        clock.advance(Duration.ofMillis(1));
        assertFalse(ana.get("friends").has("data.friends.0.giftCooldownUntil"));
        send(ana, rui, POTION).expect(201);
        assertEquals("2026-09-02T14:00:00Z", ana.get("friends").text("data.friends.0.giftCooldownUntil"));
    }

    @Test
    void cooldown_survivesTheEndOfTheFriendship() {
        send(ana, rui, POTION).expect(201);
        delete(ana, "friends/rui").expect(200);
        sandbox.befriend("ana", "rui");
        send(ana, rui, POTION).expectError(409, "conflict");
    }

    @Test
    void dailyLimit_countsTheLast24Hours() {
        send(ana, rui, POTION).expect(201);
        clock.advance(Duration.ofHours(10));
        for (int i = 0; i < 4; i++) {
            sandboxFriend("p" + i);
            send(ana, new TestPlayer(api, "p" + i, ""), POTION).expect(201);
        }
        send(ana, eva, POTION).expectError(409, "conflict");
        assertEquals(5, ana.get("friends/gifts/catalog").number("data.sentToday"));
        clock.advance(Duration.ofHours(14).minusMillis(1));
        send(ana, eva, POTION).expectError(409, "conflict");
        clock.advance(Duration.ofMillis(1));
        assertEquals(4, ana.get("friends/gifts/catalog").number("data.sentToday"));
        send(ana, eva, POTION).expect(201);
        send(ana, rui, POTION).expectError(409, "conflict");
        send(rui, ana, POTION).expect(201);
    }

    private void sandboxFriend(String id) {
        api.register(id);
        sandbox.befriend("ana", id);
    }
}
