package io.kraty.game.debug;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.RewardEntry;
import io.kraty.sdk.error.KratyApiException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every trick can be played, and does what it says. */
class TroublemakerTest {
    private final Played played = new Played();
    private final Troublemaker trouble = new Troublemaker(played.sandbox, played::kraty);

    @BeforeEach
    void register() {
        played.kraty().events().start("spark_rush");
    }

    @AfterEach
    void stop() {
        trouble.close();
        played.close();
    }

    @Test
    void everyTrickCanBePlayed() {
        String board = played.kraty().events().start("spark_rush").leaderboardId();
        played.kraty().eventLeaderboards().read(board);
        KratyApiException forming = assertThrows(
                KratyApiException.class, () -> played.kraty().events().start("quick_duel"));
        played.kraty().lobbies().read(forming.lobbyId().orElseThrow());
        for (String trick : trouble.tricks()) {
            assertEquals(trick + ": done", play(trick));
        }
    }

    @Test
    void troubleLastsUntilItIsDoneAgain() {
        play("30 % fail");
        assertTrue(trouble.lasts("30 % fail"));
        assertEquals(1, played.sandbox.trouble().size());
        play("Slow: 3 s");
        play("30 % fail");

        assertFalse(trouble.lasts("30 % fail"));
        assertEquals(1, played.sandbox.trouble().size());
        play("All well again");
        assertEquals(0, played.sandbox.trouble().size());
    }

    @Test
    void theBoardThatIsLookedAtIsFinalized() {
        assertTrue(play("Finalize current board").contains("none was asked for"));
        String board = played.kraty().events().start("spark_rush").leaderboardId();
        assertFalse(played.kraty().eventLeaderboards().read(board).finalized());
        play("Finalize current board");

        assertTrue(played.kraty().eventLeaderboards().read(board).finalized());
    }

    @Test
    void theLobbyThatIsLookedAtFills() {
        KratyApiException forming = assertThrows(
                KratyApiException.class, () -> played.kraty().events().start("quick_duel"));
        played.kraty().lobbies().read(forming.lobbyId().orElseThrow());
        play("Fill current lobby");

        assertDoesNotThrow(() -> played.kraty().events().start("quick_duel"));
    }

    @Test
    void whatThisVersionDoesNotKnowArrives() {
        play("Unknown reward");
        assertTrue(played.kraty().grants().listPending().stream()
                .flatMap(grant -> grant.contents().entries().stream())
                .anyMatch(RewardEntry.Unrecognized.class::isInstance));
        play("Unknown status");

        assertEquals(
                "glowing", played.kraty().grants().listPending().get(0).status().value());
    }

    @Test
    void timePasses() {
        Instant before = played.sandbox.clock().instant();
        play("A day later");

        assertTrue(played.sandbox.clock().instant().isAfter(before.plusSeconds(86_000)));
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        trouble.board = "no_such_board";

        String said = play("End board's period");

        assertTrue(said.contains("no such leaderboard"), said);
    }

    private String play(String trick) {
        CompletableFuture<String> said = new CompletableFuture<>();
        trouble.play(trick, said::complete);
        return said.join();
    }
}
