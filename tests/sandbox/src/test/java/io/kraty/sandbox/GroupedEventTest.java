package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that rank players with those who came at about the same time. */
class GroupedEventTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void game() {
        restart(KratySandbox.builder()
                .game(Games.of(
                        new TestEvent("sprint").ranking(new Ranking.Grouped(2)).bots(1))));
        ana = api.register("ana");
    }

    @Test
    void group_isClosedToNewcomers_whenItIsFull() {
        String first = board(ana);
        assertEquals(first, board(api.register("rui")));
        String second = board(api.register("eva"));
        assertNotEquals(first, second);
        assertEquals(second, board(api.register("tom")));
        Reply full = api.get("event-leaderboards/" + first).expect(200);
        assertEquals("grouped", full.text("data.mode"));
        assertEquals(3, full.objects("data.entries").size(), "two players and a bot");
        assertFalse(api.get("players/ana/events").has("data.0.leaderboardId"));
        ana.post("event-leaderboards/" + second + "/join", "{}").expectError(403, "forbidden");
    }

    @Test
    void player_staysInTheGroup_forTheWindow() {
        String first = board(ana);
        board(api.register("rui"));
        clock.advance(Duration.ofMinutes(30));
        assertEquals(first, board(ana), "though it is full, and this is a new attempt");
        clock.advance(Duration.ofHours(2));
        assertNotEquals(first, board(ana));
    }

    @Test
    void attempts_takeNoPlaceTwice() {
        String first = board(ana);
        clock.advance(Duration.ofMinutes(30));
        board(ana);
        assertEquals(first, board(api.register("rui")));
    }

    @Test
    void groupThatWasEndedByHand_takesNobody() {
        String first = board(ana);
        sandbox.finalizeBoard(first);
        ana.start("sprint").expectError(409, "no_active_window");
        assertNotEquals(first, board(api.register("rui")));
    }

    @Test
    void groups_endWithTheWindow() {
        List<String> boards = List.of(board(ana), board(api.register("rui")), board(api.register("eva")));
        sandbox.closeWindow("sprint");
        for (String board : boards) {
            assertEquals("window_closed", api.get("event-leaderboards/" + board).text("data.finalizedReason"));
        }
    }

    private static String board(TestPlayer player) {
        return player.start("sprint").expect(201).text("data.leaderboardId");
    }
}
