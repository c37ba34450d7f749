package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limit that a game's settings set, over HTTP. */
class RateLimitTest extends SandboxTest {
    @BeforeEach
    void limit() {
        restart(KratySandbox.builder()
                .game(Game.parse("{game: Busy, settings: {rateLimit: {requests: 3, per: 10s}}}", "busy.yaml")));
    }

    @Test
    void requestsBeyondTheLimit_waitAsLongAsTheyAreTold() {
        for (int i = 0; i < 3; i++) {
            api.get("ping").expect(200);
        }
        clock.advance(Duration.ofMillis(2500));
        Reply refused = api.get("ping");
        refused.expectError(429, "rate_limited");
        assertEquals("8", refused.headers().firstValue("Retry-After").orElseThrow());
        clock.advance(Duration.ofSeconds(8));
        api.get("ping").expect(200);
    }

    @Test
    void requestsWithoutTheKey_doNotUseItUp() {
        HttpRequest stranger = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sdk/v1/ping"))
                .build();
        for (int i = 0; i < 10; i++) {
            Api.send(stranger).expectError(401, "unauthenticated");
        }
        Reply reply = api.get("ping").expect(200);
        assertFalse(reply.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void refusedWrite_leavesItsKeyUnused() {
        TestPlayer ana = api.register("ana");
        api.get("ping").expect(200);
        api.get("ping").expect(200);
        String body = "{\"name\":\"Ana\",\"idempotencyKey\":\"k\"}";
        ana.put("identity", body).expectError(429, "rate_limited");
        clock.advance(Duration.ofSeconds(10));
        assertEquals("Ana", ana.put("identity", body).expect(200).text("data.displayIdentity.name"));
    }
}
