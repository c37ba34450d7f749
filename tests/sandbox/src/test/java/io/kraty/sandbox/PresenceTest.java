package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceTest extends SocialTest {
    @BeforeEach
    void friendship() {
        sandbox.befriend("ana", "rui");
    }

    @Test
    void withoutAnyHeartbeat_friendIsOffline_andWasNeverHere() {
        Reply friends = ana.get("friends").expect(200);
        assertFalse(friends.at("data.friends.0.online").getAsBoolean());
        assertFalse(friends.has("data.friends.0.lastActiveAt"));
        assertFalse(friends.has("data.friends.0.status"));
    }

    @Test
    void heartbeat_isSeenByFriends() {
        Reply own = heartbeat("{\"status\":\"In the arena\"}");
        assertTrue(own.at("data.online").getAsBoolean());
        assertEquals("2026-09-02T12:00:00Z", own.text("data.lastActiveAt"));
        assertEquals("In the arena", own.text("data.status"));
        Reply friends = ana.get("friends").expect(200);
        assertTrue(friends.at("data.friends.0.online").getAsBoolean());
        assertEquals("2026-09-02T12:00:00Z", friends.text("data.friends.0.lastActiveAt"));
        assertEquals("In the arena", friends.text("data.friends.0.status"));
    }

    @Test
    void status_isSet_leftAloneWhenAbsent_andClearedByNull() {
        heartbeat("{\"status\":\"In the arena\"}");
        assertEquals("In the arena", heartbeat("{}").text("data.status"));
        assertEquals("In the menu", heartbeat("{\"status\":\"In the menu\"}").text("data.status"));
        assertFalse(heartbeat("{\"status\":null}").has("data.status"));
        assertFalse(heartbeat("{}").has("data.status"));
        assertFalse(ana.get("friends").has("data.friends.0.status"));
    }

    @Test
    void presence_lasts75Seconds_andThenWhatWasSaidLastStays() {
        heartbeat("{\"status\":\"In the arena\"}");
        clock.advance(Duration.ofSeconds(75).minusMillis(1));
        assertTrue(ana.get("friends").at("data.friends.0.online").getAsBoolean());
        clock.advance(Duration.ofMillis(1));
        Reply friends = ana.get("friends").expect(200);
        assertFalse(friends.at("data.friends.0.online").getAsBoolean());
        assertEquals("2026-09-02T12:00:00Z", friends.text("data.friends.0.lastActiveAt"));
        assertEquals("In the arena", friends.text("data.friends.0.status"));
        assertEquals("2026-09-02T12:01:15Z", heartbeat("{}").text("data.lastActiveAt"));
        assertTrue(ana.get("friends").at("data.friends.0.online").getAsBoolean());
    }

    @Test
    void repeatedHeartbeat_isNoNewOne() {
        Reply first = heartbeat("{\"status\":\"here\",\"idempotencyKey\":\"one\"}");
        clock.advance(Duration.ofSeconds(80));
        assertEquals(
                first.body(),
                heartbeat("{\"status\":\"here\",\"idempotencyKey\":\"one\"}").body());
        assertFalse(ana.get("friends").at("data.friends.0.online").getAsBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":1}", "{\"status\":{}}", "[]"})
    void otherStatus_isRefused(String body) {
        rui.post("presence", body).expectError(400, "validation_failed");
        assertFalse(ana.get("friends").has("data.friends.0.lastActiveAt"));
    }

    private Reply heartbeat(String body) {
        return rui.post("presence", body).expect(200);
    }
}
