package io.kraty.sandbox.internal.game.events;

import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot.WindowView;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Map<String, EventBoard> boards = new LinkedHashMap<>();
    /** Where players were put by their first start. */
    private final Map<Player, EventBoard> seats = new HashMap<>();
    /** The lobby that a player waits or plays in, or was in last. */
    private final Map<Player, LobbyRoom> lobbies = new HashMap<>();
    /** The lobbies that may have room, oldest first. */
    private final Set<LobbyRoom> forming = new LinkedHashSet<>();

    private @Nullable EventBoard openGroup;
    private int inOpenGroup;

    private boolean closed;

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

    /** The board of that name, made if there is none. */
    EventBoard board(String name, Function<String, EventBoard> create) {
        return boards.computeIfAbsent(name, create);
    }

    /** Where the player was put by their first start; null if they have yet to start. */
    @Nullable
    EventBoard seatOf(Player player) {
        return seats.get(player);
    }

    void seat(Player player, EventBoard board) {
        seats.put(player, board);
    }

    /** The lobby that the player waits or plays in, or was in last; null for none. */
    @Nullable
    LobbyRoom lobbyOf(Player player) {
        return lobbies.get(player);
    }

    /** Gives the player a place in the lobby. */
    void enter(Player player, LobbyRoom lobby) {
        lobby.add(player);
        lobbies.put(player, lobby);
    }

    /** The oldest lobby with room for the player; null if there is none. */
    @Nullable
    LobbyRoom roomFor(Player player) {
        return forming.stream()
                .filter(lobby -> lobby.hasRoom() && !lobby.has(player))
                .findFirst()
                .orElse(null);
    }

    /** The lobby forms from now on. */
    void forms(LobbyRoom lobby) {
        forming.add(lobby);
    }

    /** The lobby forms no longer. */
    void formed(LobbyRoom lobby) {
        forming.remove(lobby);
    }

    boolean isClosed() {
        return closed;
    }

    /** Nobody starts here any more; the boards that were open, if this is the first time. */
    List<EventBoard> close() {
        if (closed) {
            return List.of();
        }
        closed = true;
        return List.copyOf(boards.values());
    }

    WindowView look() {
        return new WindowView(
                id,
                startsAt,
                endsAt,
                boards.values().stream().map(EventBoard::id).toList());
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
