package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.internal.definition.EventDefinition;
import java.util.ArrayList;
import java.util.List;

/** The board of a window or of a lobby, with the attempts that are ranked on it. */
final class EventBoard {
    final Board board;
    final EventDefinition event;
    final String eventId;
    final List<AttemptState> attempts = new ArrayList<>();

    EventBoard(Board board, EventDefinition event, String eventId) {
        this.board = board;
        this.event = event;
        this.eventId = eventId;
    }

    boolean isFinal() {
        return board.finalized() != null;
    }
}
