package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FriendListTest extends SocialTest {
    @Test
    void friends_comeInTheOrderInWhichTheyBecameSo() {
        assertEquals(List.of(), friends(ana));
        sandbox.befriend("ana", "eva");
        sandbox.befriend("rui", "ana");
        Reply reply = ana.get("friends").expect(200);
        assertEquals(List.of("eva", "rui"), reply.texts("data.friends", "externalPlayerId"));
        assertEquals(name(eva), reply.text("data.friends.0.displayIdentity.name"));
        assertEquals("2026-09-02T12:00:00Z", reply.text("data.friends.0.friendsSince"));
        assertFalse(reply.has("data.friends.0.giftCooldownUntil"));
    }

    @Test
    void progression_isThatOfEachFriend() {
        sandbox.befriend("ana", "rui");
        sandbox.credit("rui", "gold", 12);
        Reply reply = ana.get("friends?progression=gold%2Cgems").expect(200);
        assertEquals(
                "{\"gold\":12,\"gems\":0}",
                reply.at("data.friends.0.progression").toString());
        assertFalse(ana.get("friends").has("data.friends.0.progression"));
        ana.get("friends?progression=a,b,c,d,e,f,g,h,i").expectError(400, "validation_failed");
    }

    @Test
    void remove_endsTheFriendshipOfBoth() {
        sandbox.befriend("ana", "rui");
        assertTrue(delete(ana, "friends/rui").expect(200).at("data.removed").getAsBoolean());
        assertEquals(List.of(), friends(ana));
        assertEquals(List.of(), friends(rui));
        delete(ana, "friends/rui").expectError(404, "not_found");
        delete(rui, "friends/ana").expectError(404, "not_found");
        delete(ana, "friends/nobody").expectError(404, "not_found");
        ask(rui, ana).expect(201);
    }

    @Test
    void remove_takesIdsThatAreAlsoWordsInPaths() {
        api.register("requests");
        api.register("a%2Fb%20c");
        sandbox.befriend("ana", "requests");
        sandbox.befriend("ana", "a/b c");
        delete(ana, "friends/requests").expect(200);
        delete(ana, "friends/a%2Fb%20c").expect(200);
        assertEquals(List.of(), friends(ana));
    }

    @Test
    void befriend_settlesARequestThatWaits() {
        ask(ana, rui).expect(201);
        sandbox.befriend("ana", "rui");
        assertEquals(List.of(), requests(rui, "incoming"));
        assertThrows(IllegalArgumentException.class, () -> sandbox.befriend("ana", "rui"));
        assertThrows(IllegalArgumentException.class, () -> sandbox.befriend("ana", "ana"));
        assertThrows(IllegalArgumentException.class, () -> sandbox.befriend("ana", "nobody"));
        block(ana, eva).expect(201);
        assertThrows(IllegalArgumentException.class, () -> sandbox.befriend("eva", "ana"));
    }
}
