package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.internal.definition.EventDefinition;
import java.util.LinkedHashMap;
import java.util.Map;

/** The board of a window or of a lobby, with the attempts that are ranked on it. */
final class EventBoard {
    final Board board;
    final EventDefinition event;
    final String eventId;
    /** The latest attempt of each player: no other can be open. */
    final Map<Player, AttemptState> attempts = new LinkedHashMap<>();

    EventBoard(Board board, EventDefinition event, String eventId) {
        this.board = board;
        this.event = event;
        this.eventId = eventId;
    }

    boolean isFinal() {
        return board.finalized() != null;
    }
}
