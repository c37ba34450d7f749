package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.internal.definition.EventDefinition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stretch of time in which an event runs. */
final class EventWindow {
    final String id;
    final String eventId;
    final EventDefinition event;
    final Instant startsAt;
    final Instant endsAt;

    /** What is different from the event's own metadata. */
    final Map<String, @Nullable Object> metadata;

    /** The boards by name: that of everybody has the empty one. Lobbies keep their own. */
    final Map<String, EventBoard> boards = new LinkedHashMap<>();

    boolean closed;

    EventWindow(
            String id,
            String eventId,
            EventDefinition event,
            Instant startsAt,
            Instant endsAt,
            Map<String, @Nullable Object> metadata) {
        this.id = id;
        this.eventId = eventId;
        this.event = event;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.metadata = metadata;
    }

    /** The board of everybody; null for events that rank otherwise. */
    @Nullable
    EventBoard everybody() {
        return boards.get("");
    }
}
