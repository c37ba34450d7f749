package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockTest extends SocialTest {
    @Test
    void block_isListed_byTheOneWhoBlocked() {
        Reply blocked = block(ana, rui).expect(201);
        assertEquals("rui", blocked.text("data.blocked.externalPlayerId"));
        assertEquals(name(rui), blocked.text("data.blocked.displayIdentity.name"));
        assertEquals("2026-09-02T12:00:00Z", blocked.text("data.blocked.blockedAt"));
        Reply list = ana.get("blocks").expect(200);
        assertEquals(blocked.at("data.blocked"), list.at("data.blocked.0"));
        assertEquals(List.of(), rui.get("blocks").objects("data.blocked"));
    }

    @Test
    void byCode_reachesItsOwner() {
        assertEquals("rui", ana.post("blocks", byCode(code(rui))).expect(201).text("data.blocked.externalPlayerId"));
        ana.post("blocks", byCode("000000")).expectError(404, "friend_code_invalid");
        ana.post("blocks", "{\"externalPlayerId\":\"nobody\"}").expectError(404, "not_found");
        block(ana, ana).expectError(400, "validation_failed");
    }

    @Test
    void blockingAgain_isTheSameBlock() {
        Reply first = block(ana, rui).expect(201);
        clock.advance(Duration.ofMinutes(1));
        assertEquals(first.body(), block(ana, rui).expect(201).body());
        assertEquals(1, ana.get("blocks").objects("data.blocked").size());
    }

    @Test
    void block_endsTheFriendship() {
        sandbox.befriend("ana", "rui");
        block(ana, rui).expect(201);
        assertEquals(List.of(), friends(ana));
        assertEquals(List.of(), friends(rui));
    }

    @Test
    void block_dropsRequestsInBothDirections() {
        String sent = requestId(ana, rui);
        String received = requestId(eva, ana);
        block(ana, rui).expect(201);
        block(ana, eva).expect(201);
        assertEquals(List.of(), requests(ana, "outgoing"));
        assertEquals(List.of(), requests(ana, "incoming"));
        assertEquals(List.of(), requests(rui, "incoming"));
        assertEquals(List.of(), requests(eva, "outgoing"));
        accept(rui, sent).expectError(404, "not_found");
        accept(ana, received).expectError(404, "not_found");
    }

    @Test
    void blocked_neitherCanAskTheOther() {
        block(ana, rui).expect(201);
        ask(ana, rui).expectError(403, "player_blocked");
        ask(rui, ana).expectError(403, "player_blocked");
        rui.post("friends/requests", byCode(code(ana))).expectError(403, "player_blocked");
    }

    @Test
    void unblock_letsThemAsk_butBringsNoFriendshipBack() {
        sandbox.befriend("ana", "rui");
        block(ana, rui).expect(201);
        assertTrue(delete(ana, "blocks/rui").expect(200).at("data.unblocked").getAsBoolean());
        assertEquals(List.of(), ana.get("blocks").objects("data.blocked"));
        assertEquals(List.of(), friends(ana));
        ask(rui, ana).expect(201);
    }

    @Test
    void unblock_needsABlockOfOnesOwn() {
        block(ana, rui).expect(201);
        delete(rui, "blocks/ana").expectError(404, "not_found");
        delete(ana, "blocks/eva").expectError(404, "not_found");
        delete(ana, "blocks/nobody").expectError(404, "not_found");
        delete(ana, "blocks/rui").expect(200);
        delete(ana, "blocks/rui").expectError(404, "not_found");
    }

    @Test
    void blockOfTheOther_isLiftedByTheOtherOnly() {
        block(ana, rui).expect(201);
        block(rui, ana).expect(201);
        delete(ana, "blocks/rui").expect(200);
        ask(ana, rui).expectError(403, "player_blocked");
        delete(rui, "blocks/ana").expect(200);
        ask(ana, rui).expect(201);
    }
}
