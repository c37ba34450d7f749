package io.kraty.sandbox.internal.game;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time in which an event runs. */
final class EventWindow {
    final String id;
    final String eventId;
    final long index;
    final Instant startsAt;
    final Instant endsAt;
    /** The board of everybody; null for events that play in lobbies. */
    final @Nullable EventBoard board;

    boolean closed;

    EventWindow(String id, String eventId, long index, Instant startsAt, Instant endsAt, @Nullable EventBoard board) {
        this.id = id;
        this.eventId = eventId;
        this.index = index;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.board = board;
    }
}
