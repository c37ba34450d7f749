package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

class CredentialsTest extends SandboxTest {
    @Test
    void withoutAuthorization_isUnauthenticated() {
        Api.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sdk/v1/ping"))
                        .build())
                .expectError(401, "unauthenticated");
    }

    @Test
    void unknownOrMalformedKey_isSessionInvalid() {
        ping("Bearer somebody.else").expectError(401, "session_invalid");
        ping("Basic " + sandbox.apiKey()).expectError(401, "session_invalid");
        ping(sandbox.apiKey()).expectError(401, "session_invalid");
    }

    @Test
    void serverKey_isForbidden() {
        ping("Bearer " + sandbox.serverApiKey()).expectError(403, "forbidden");
    }

    @Test
    void goodKey_pings() {
        assertEquals(
                "{\"ok\":true}", ping("bearer " + sandbox.apiKey()).expect(200).body());
    }

    @Test
    void playerRoutes_needTheSecretOfThatPlayer() {
        TestPlayer ana = api.register("ana");
        TestPlayer rui = api.register("rui");
        api.get("players/ana/wallet").expectError(401, "player_secret_invalid");
        api.get("players/ana/wallet", rui.secret()).expectError(401, "player_secret_invalid");
        api.get("players/nobody/pending-grants", ana.secret()).expectError(401, "player_secret_invalid");
        api.post("players/ana/events/coin_rush/start", "{}", null).expectError(401, "player_secret_invalid");
        ana.get("wallet").expect(200);
    }

    @Test
    void rotatedSecret_replacesTheOldOne() {
        TestPlayer ana = api.register("ana");
        String rotated = sandbox.rotateSecret("ana");
        ana.get("wallet").expectError(401, "player_secret_invalid");
        api.get("players/ana/wallet", rotated).expect(200);
        assertEquals(rotated, sandbox.secretOf("ana").orElseThrow());
    }

    @Test
    void bannedPlayer_readsButDoesNotWriteOrRegister() {
        TestPlayer ana = api.register("ana");
        sandbox.ban("ana");
        sandbox.ban("newcomer");
        ana.get("wallet").expect(200);
        ana.start("coin_rush").expectError(403, "player_banned");
        api.post("players/ana/register?force=true", "{}", null).expectError(403, "player_banned");
        api.post("players/newcomer/register", "{}", null).expectError(403, "player_banned");
    }

    @Test
    void unknownPath_isNotFound_andOtherMethodIsNotAllowed() {
        api.get("nowhere").expectError(404, "not_found");
        api.get("players//wallet").expectError(404, "not_found");
        Reply reply = api.get("players/ana/register");
        reply.expectError(405, "method_not_allowed");
        assertEquals("POST", reply.headers().firstValue("Allow").orElseThrow());
        Api.send(api.request("catalog", null).DELETE().build()).expectError(405, "method_not_allowed");
        Api.send(api.request("catalog", null)
                        .method("HEAD", BodyPublishers.noBody())
                        .build())
                .expect(405);
    }

    @Test
    void everyAnswer_carriesARequestIdOfItsOwn() {
        String first = api.get("ping").headers().firstValue("X-Request-Id").orElseThrow();
        String second = api.get("nowhere").headers().firstValue("X-Request-Id").orElseThrow();
        assertTrue(first.startsWith("req_") && !first.equals(second), first + " " + second);
    }

    private Reply ping(String authorization) {
        return Api.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sdk/v1/ping"))
                .header("Authorization", authorization)
                .build());
    }
}
