package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocialAccessTest extends SocialTest {
    @ParameterizedTest
    @CsvSource({
        "GET, friend-code",
        "POST, presence",
        "GET, friends",
        "GET, friends/search?q=a",
        "GET, friends/suggestions",
        "GET, friends/requests",
        "POST, friends/requests",
        "POST, friends/requests/r/accept",
        "POST, friends/requests/r/decline",
        "DELETE, friends/requests/r",
        "DELETE, friends/rui",
        "GET, blocks",
        "POST, blocks",
        "DELETE, blocks/rui",
        "GET, friends/gifts/catalog",
        "GET, friends/gifts",
        "POST, friends/gifts",
        "GET, friends/gifts/sent",
        "POST, friends/gifts/g/claim"
    })
    void everything_needsTheSecretOfThePlayer_andWritesOneWhoIsNotBanned(String method, String path) {
        send(method, path, null).expectError(401, "player_secret_invalid");
        send(method, path, rui.secret()).expectError(401, "player_secret_invalid");
        sandbox.ban("ana");
        if (method.equals("GET")) {
            send(method, path, ana.secret()).expect(200);
        } else {
            send(method, path, ana.secret()).expectError(403, "player_banned");
        }
    }

    @Test
    void bannedPlayer_endsNothing() {
        sandbox.befriend("ana", "rui");
        sandbox.ban("ana");
        delete(ana, "friends/rui").expectError(403, "player_banned");
        assertEquals("rui", friends(ana).get(0));
    }

    @Test
    void deletion_carriesNoKey_soARepetitionFindsNothing() {
        sandbox.befriend("ana", "rui");
        delete(ana, "friends/rui").expect(200);
        delete(ana, "friends/rui").expectError(404, "not_found");
        assertEquals(
                2,
                sandbox.requests().stream()
                        .filter(request -> request.method().equals("DELETE") && request.idempotencyKey() == null)
                        .count());
    }

    @Test
    void requestReplay_answersTheSame_whateverHappenedSince() {
        String body = "{\"externalPlayerId\":\"rui\",\"idempotencyKey\":\"one\"}";
        Reply first = ana.post("friends/requests", body).expect(201);
        decline(rui, first.text("data.request.requestId")).expect(200);
        assertEquals(
                first.body(), ana.post("friends/requests", body).expect(201).body());
        assertEquals(0, requests(rui, "incoming").size());
        ana.post("friends/requests", "{\"externalPlayerId\":\"eva\",\"idempotencyKey\":\"one\"}")
                .expectError(409, "idempotency_conflict");
    }

    @Test
    void blockReplay_doesNotBlockAgain() {
        String body = "{\"externalPlayerId\":\"rui\",\"idempotencyKey\":\"one\"}";
        ana.post("blocks", body).expect(201);
        delete(ana, "blocks/rui").expect(200);
        ana.post("blocks", body).expect(201);
        assertEquals(0, ana.get("blocks").objects("data.blocked").size());
    }

    @Test
    void otherMethod_isNotAllowed() {
        Reply reply = ana.post("friends", "{}");
        reply.expectError(405, "method_not_allowed");
        assertEquals("GET", reply.headers().firstValue("Allow").orElseThrow());
    }

    private Reply send(String method, String path, String secret) {
        return Api.send(api.request("players/ana/" + path, secret)
                .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
                .build());
    }
}
