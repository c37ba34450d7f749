package io.kraty.sandbox.internal.game;

import io.kraty.sandbox.internal.definition.EventDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
    /** Where players were put by their first start. */
    final Map<Player, EventBoard> seats = new HashMap<>();
    /** The lobby that a player waits or plays in, or was in last. */
    final Map<Player, LobbyRoom> lobbies = new HashMap<>();
    /** The lobbies that may have room, oldest first. */
    final Set<LobbyRoom> forming = new LinkedHashSet<>();

    private @Nullable EventBoard openGroup;
    private int inOpenGroup;

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

    /** The group that the next newcomer belongs to: the one that is open, or a new one. */
    EventBoard nextInGroup(int size, Function<String, EventBoard> create) {
        if (openGroup == null || inOpenGroup >= size || openGroup.isFinal()) {
            String name = Integer.toString(boards.size() + 1);
            openGroup = create.apply(name);
            boards.put(name, openGroup);
            inOpenGroup = 0;
        }
        inOpenGroup++;
        return openGroup;
    }
}
