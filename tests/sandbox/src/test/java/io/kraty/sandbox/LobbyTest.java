package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LobbyTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void firstStart_waitsInALobby() {
        String lobby = forming(ana, "{}");
        Reply reply = api.get("lobbies/" + lobby).expect(200);
        assertEquals("forming", reply.text("data.status"));
        assertEquals(1, reply.number("data.participantCount"));
        assertEquals(6, reply.number("data.capacity"));
        assertEquals(0, reply.number("data.botSlots"));
        assertEquals("2026-09-02T12:00:04Z", reply.text("data.fillBy"));
        assertFalse(reply.has("data.leaderboardId"));
    }

    @Test
    void waiting_isNotRememberedUnderTheKey() {
        String body = "{\"idempotencyKey\":\"one\"}";
        String lobby = forming(ana, body);
        assertEquals(lobby, forming(ana, body));
        clock.advance(Duration.ofSeconds(4));
        Reply started = ana.post("events/quick_brawl/start", body).expect(201);
        assertEquals(started.body(), ana.post("events/quick_brawl/start", body).body());
    }

    @Test
    void botSlots_growWithAge_untilTheLobbyIsActive() {
        String lobby = forming(ana, "{}");
        clock.advance(Duration.ofSeconds(2));
        assertEquals(2, api.get("lobbies/" + lobby).number("data.botSlots"));
        clock.advance(Duration.ofMillis(1999));
        assertEquals("forming", api.get("lobbies/" + lobby).text("data.status"));
        clock.advance(Duration.ofMillis(1));
        Reply active = api.get("lobbies/" + lobby);
        assertEquals("active", active.text("data.status"));
        assertEquals(5, active.number("data.botSlots"));
        Reply start = ana.start("quick_brawl").expect(201);
        assertEquals(active.text("data.leaderboardId"), start.text("data.leaderboardId"));
        Reply board = api.get("event-leaderboards/" + start.text("data.leaderboardId"));
        assertEquals(6, board.objects("data.entries").size());
    }

    @Test
    void players_shareALobby_untilItIsFull() {
        String first = forming(ana, "{}");
        for (int i = 2; i <= 6; i++) {
            assertEquals(first, forming(api.register("p" + i), "{}"));
        }
        Reply full = api.get("lobbies/" + first);
        assertEquals("active", full.text("data.status"));
        assertEquals(0, full.number("data.botSlots"));
        assertNotEquals(first, forming(api.register("late"), "{}"));
        ana.start("quick_brawl").expect(201);
    }

    @Test
    void fillLobby_makesItActiveAtOnce() {
        String lobby = forming(ana, "{}");
        sandbox.fillLobby(lobby);
        ana.start("quick_brawl").expect(201);
    }

    @Test
    void closedLobby_takesNobody_andTheNextStartFindsAnother() {
        String lobby = forming(ana, "{}");
        sandbox.closeLobby(lobby);
        assertEquals("closed", api.get("lobbies/" + lobby).text("data.status"));
        assertNotEquals(lobby, forming(ana, "{}"));
    }

    @Test
    void round_endsWithItsTime_andFinalizesTheBoard() {
        String lobby = forming(ana, "{}");
        sandbox.fillLobby(lobby);
        Reply start = ana.start("quick_brawl").expect(201);
        clock.advance(Duration.ofMinutes(10));
        assertEquals("closed", api.get("lobbies/" + lobby).text("data.status"));
        Reply board = api.get("event-leaderboards/" + start.text("data.leaderboardId"));
        assertEquals("window_closed", board.text("data.finalizedReason"));
        ana.increment("quick_brawl", start.text("data.attempt.id"), 1).expectError(409, "attempt_finished");
    }

    @Test
    void afterTheAttempt_theNextStartWaitsInANewLobby() {
        String lobby = forming(ana, "{}");
        sandbox.fillLobby(lobby);
        String attempt = ana.start("quick_brawl").text("data.attempt.id");
        ana.increment("quick_brawl", attempt, 30).expect(200);
        assertNotEquals(lobby, forming(ana, "{}"));
    }

    @Test
    void unknownLobby_isNotFound() {
        api.get("lobbies/none").expectError(404, "not_found");
        assertThrows(IllegalArgumentException.class, () -> sandbox.fillLobby("none"));
    }

    private static String forming(TestPlayer player, String body) {
        Reply reply = player.post("events/quick_brawl/start", body);
        reply.expectError(202, "lobby_forming");
        return reply.text("error.details.lobbyId");
    }
}
