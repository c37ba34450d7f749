package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FriendRequestTest extends SocialTest {
    @Test
    void request_waitsOnBothSides() {
        Reply sent = ask(ana, rui).expect(201);
        assertEquals("pending", sent.text("data.status"));
        assertFalse(sent.has("data.friend"));
        String id = sent.text("data.request.requestId");
        assertEquals("outgoing", sent.text("data.request.direction"));
        assertEquals("2026-09-02T12:00:00Z", sent.text("data.request.createdAt"));
        Reply mine = ana.get("friends/requests").expect(200);
        assertEquals(List.of(), mine.objects("data.incoming"));
        assertEquals(sent.at("data.request"), mine.at("data.outgoing.0"));
        Reply theirs = rui.get("friends/requests").expect(200);
        assertEquals(List.of(), theirs.objects("data.outgoing"));
        assertEquals(id, theirs.text("data.incoming.0.requestId"));
        assertEquals("incoming", theirs.text("data.incoming.0.direction"));
        assertEquals("ana", theirs.text("data.incoming.0.player.externalPlayerId"));
        assertEquals(name(ana), theirs.text("data.incoming.0.player.displayIdentity.name"));
        assertEquals(List.of(), friends(ana));
    }

    @Test
    void byCode_reachesItsOwner() {
        Reply sent = ana.post("friends/requests", byCode(code(rui))).expect(201);
        assertEquals("rui", sent.text("data.request.player.externalPlayerId"));
    }

    @Test
    void reverseRequest_makesFriendsAtOnce() {
        ask(ana, rui).expect(201);
        clock.advance(Duration.ofMinutes(1));
        Reply sent = ask(rui, ana).expect(200);
        assertEquals("accepted", sent.text("data.status"));
        assertFalse(sent.has("data.request"));
        assertEquals("ana", sent.text("data.friend.externalPlayerId"));
        assertEquals("2026-09-02T12:01:00Z", sent.text("data.friend.friendsSince"));
        assertEquals(List.of("rui"), friends(ana));
        assertEquals(List.of("ana"), friends(rui));
        assertEquals(List.of(), requests(ana, "outgoing"));
        assertEquals(List.of(), requests(rui, "incoming"));
    }

    @Test
    void askingAgain_isTheSameRequest() {
        Reply first = ask(ana, rui).expect(201);
        clock.advance(Duration.ofMinutes(1));
        assertEquals(first.body(), ask(ana, rui).expect(201).body());
        assertEquals(1, requests(rui, "incoming").size());
    }

    @Test
    void accept_makesFriends_andIsForTheOneWhoWasAsked() {
        String id = requestId(ana, rui);
        accept(ana, id).expectError(404, "not_found");
        accept(eva, id).expectError(404, "not_found");
        accept(rui, "none").expectError(404, "not_found");
        Reply accepted = accept(rui, id).expect(200);
        assertEquals("ana", accepted.text("data.friend.externalPlayerId"));
        assertEquals(List.of("rui"), friends(ana));
        assertEquals(List.of(), requests(ana, "outgoing"));
        accept(rui, id).expectError(404, "not_found");
    }

    @Test
    void acceptReplay_answersTheSame() {
        String path = "friends/requests/" + requestId(ana, rui) + "/accept";
        Reply first = rui.post(path, "{\"idempotencyKey\":\"one\"}").expect(200);
        assertEquals(
                first.body(),
                rui.post(path, "{\"idempotencyKey\":\"one\"}").expect(200).body());
    }

    @Test
    void decline_dropsTheRequest_andIsForTheOneWhoWasAsked() {
        String id = requestId(ana, rui);
        decline(ana, id).expectError(404, "not_found");
        decline(eva, id).expectError(404, "not_found");
        assertTrue(decline(rui, id).expect(200).at("data.declined").getAsBoolean());
        decline(rui, id).expectError(404, "not_found");
        assertEquals(List.of(), requests(ana, "outgoing"));
        assertEquals(List.of(), friends(ana));
        assertNotEquals(id, requestId(ana, rui), "asking again is another request");
    }

    @Test
    void cancel_dropsTheRequest_andIsForTheOneWhoAsked() {
        String id = requestId(ana, rui);
        delete(rui, "friends/requests/" + id).expectError(404, "not_found");
        delete(eva, "friends/requests/" + id).expectError(404, "not_found");
        assertTrue(delete(ana, "friends/requests/" + id)
                .expect(200)
                .at("data.cancelled")
                .getAsBoolean());
        delete(ana, "friends/requests/" + id).expectError(404, "not_found");
        assertEquals(List.of(), requests(rui, "incoming"));
    }

    @Test
    void friends_cannotBeAskedAgain() {
        sandbox.befriend("ana", "rui");
        ask(ana, rui).expectError(409, "already_friends");
        ask(rui, ana).expectError(409, "already_friends");
    }

    @Test
    void oneself_cannotBeAsked() {
        ask(ana, ana).expectError(400, "cannot_friend_self");
        ana.post("friends/requests", byCode(code(ana))).expectError(400, "cannot_friend_self");
    }

    @Test
    void unknownTarget_isNotFound() {
        ana.post("friends/requests", "{\"externalPlayerId\":\"nobody\"}").expectError(404, "not_found");
        ana.post("friends/requests", byCode("000000")).expectError(404, "friend_code_invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"externalPlayerId\":null}",
                "{\"externalPlayerId\":\"\"}",
                "{\"friendCode\":\"\"}",
                "{\"externalPlayerId\":7}",
                "{\"externalPlayerId\":\"rui\",\"friendCode\":\"K7PM2X\"}"
            })
    void target_isExactlyOneOfIdAndCode(String body) {
        ana.post("friends/requests", body).expectError(400, "validation_failed");
        ana.post("blocks", body).expectError(400, "validation_failed");
    }

    @Test
    void bots_areNobodyToAsk() {
        String board = ana.start("coin_rush").expect(201).text("data.leaderboardId");
        List<JsonObject> bots = api.get("event-leaderboards/" + board).objects("data.entries").stream()
                .filter(entry -> entry.get("kind").getAsString().equals("bot"))
                .toList();
        assertFalse(bots.isEmpty());
        for (JsonObject bot : bots) {
            ana.post("friends/requests", "{\"externalPlayerId\":" + bot.get("participantId") + "}")
                    .expectError(404, "not_found");
        }
    }

    @Test
    void progression_isThatOfTheOther() {
        ask(ana, rui).expect(201);
        sandbox.credit("ana", "xp", 5);
        sandbox.credit("rui", "xp", 9);
        assertEquals(5, rui.get("friends/requests?progression=xp").number("data.incoming.0.player.progression.xp"));
        assertEquals(9, ana.get("friends/requests?progression=xp").number("data.outgoing.0.player.progression.xp"));
        assertFalse(rui.get("friends/requests").has("data.incoming.0.player.progression"));
    }

    @Test
    void requests_comeOldestFirst() {
        String first = requestId(rui, ana);
        String second = requestId(eva, ana);
        assertEquals(List.of(first, second), requests(ana, "incoming"));
    }
}
