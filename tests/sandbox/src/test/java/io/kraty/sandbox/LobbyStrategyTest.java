package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.LobbyDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition.FillStrategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a lobby that does not fill in time. */
class LobbyStrategyTest extends SandboxTest {
    private static final Duration FILL = Duration.ofSeconds(10);

    private TestPlayer ana;

    private String wait(FillStrategy strategy, boolean drip) {
        LobbyDefinition lobby = new LobbyDefinition(4, FILL, strategy, drip);
        restart(KratySandbox.builder().game(Games.of(new TestEvent("brawl").ranking(new Ranking.Lobbies(lobby)))));
        ana = api.register("ana");
        return forming(ana);
    }

    @Test
    void fillWithBots_padsAtTheDeadline() {
        String lobby = wait(FillStrategy.FILL_WITH_BOTS, true);
        clock.advance(FILL.dividedBy(2));
        assertLobby(lobby, "forming", 1);
        clock.advance(FILL.dividedBy(2));
        assertLobby(lobby, "active", 3);
        assertEquals(4, boardSize());
    }

    @Test
    void withoutDrip_botsShowUpAtTheDeadline() {
        String lobby = wait(FillStrategy.FILL_WITH_BOTS, false);
        clock.advance(FILL.minusMillis(1));
        assertLobby(lobby, "forming", 0);
        clock.advance(Duration.ofMillis(1));
        assertLobby(lobby, "active", 3);
    }

    @Test
    void startShort_startsWithWhoeverIsThere() {
        String lobby = wait(FillStrategy.START_SHORT, true);
        forming(api.register("rui"));
        clock.advance(FILL.minusMillis(1));
        assertLobby(lobby, "forming", 0);
        clock.advance(Duration.ofMillis(1));
        assertLobby(lobby, "active", 0);
        assertEquals(2, boardSize());
    }

    @Test
    void waitFull_waitsForPlayers_howeverLong() {
        String lobby = wait(FillStrategy.WAIT_FULL, true);
        clock.advance(Duration.ofHours(1));
        assertLobby(lobby, "forming", 0);
        for (String late : new String[] {"rui", "eva", "tom"}) {
            assertEquals(lobby, forming(api.register(late)));
        }
        assertLobby(lobby, "active", 0);
        assertEquals("2026-09-02T13:00:00Z", api.get("lobbies/" + lobby).text("data.startedAt"));
        assertEquals(4, boardSize());
    }

    @Test
    void waitFull_canBeStartedByHand() {
        String lobby = wait(FillStrategy.WAIT_FULL, true);
        sandbox.fillLobby(lobby);
        assertLobby(lobby, "active", 3);
        assertEquals(4, boardSize());
    }

    @Test
    void lobbyThatStillForms_closesWithTheWindow() {
        String lobby = wait(FillStrategy.WAIT_FULL, true);
        clock.advance(Duration.ofHours(2));
        assertLobby(lobby, "closed", 0);
        assertNotEquals(lobby, forming(ana));
    }

    @Test
    void round_endsWithTheWindow_atTheLatest() {
        String lobby = wait(FillStrategy.FILL_WITH_BOTS, true);
        clock.advance(Duration.ofMinutes(100));
        String late = forming(api.register("rui"));
        clock.advance(FILL);
        assertEquals("2026-09-02T14:00:00Z", api.get("lobbies/" + late).text("data.endsAt"));
        assertLobby(lobby, "closed", 3);
        clock.advance(Duration.ofMinutes(20));
        assertLobby(late, "closed", 3);
    }

    private void assertLobby(String id, String status, int botSlots) {
        Reply lobby = api.get("lobbies/" + id).expect(200);
        assertEquals(status, lobby.text("data.status"));
        assertEquals(botSlots, lobby.number("data.botSlots"));
    }

    private int boardSize() {
        String board = ana.start("brawl").expect(201).text("data.leaderboardId");
        return api.get("event-leaderboards/" + board).objects("data.entries").size();
    }

    private static String forming(TestPlayer player) {
        Reply reply = player.start("brawl");
        reply.expectError(202, "lobby_forming");
        return reply.text("error.details.lobbyId");
    }
}
