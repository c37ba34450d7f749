package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.FinalizedReason;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.game.boards.Board;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot.EventBoardView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The board of a window or of a lobby, with the attempts that are ranked on it. */
final class EventBoard {
    final Board board;
    final EventDefinition event;
    final String eventId;
    /** The latest attempt of each player: no other can be open. */
    private final Map<Player, AttemptState> attempts = new LinkedHashMap<>();

    EventBoard(Board board, EventDefinition event, String eventId) {
        this.board = board;
        this.event = event;
        this.eventId = eventId;
    }

    String id() {
        return board.id();
    }

    /** Ranks the attempt here, in place of the player's one before. */
    void add(AttemptState attempt) {
        attempts.put(attempt.player, attempt);
    }

    boolean hasPlayed(Player player) {
        return attempts.containsKey(player);
    }

    /** The board is final: nothing changes on it any more, and open attempts are over. */
    void finish(FinalizedReason reason, Instant now) {
        board.finish(reason, now);
        attempts.values().forEach(attempt -> attempt.boardFinished(reason, now));
    }

    EventBoardView look() {
        FinalizedReason finalized = board.finalized();
        return new EventBoardView(
                id(),
                event.key(),
                event.ranking().mode().value(),
                finalized == null ? null : finalized.value(),
                board.size(),
                board.best());
    }

    boolean isFinal() {
        return board.finalized() != null;
    }
}
