package io.kraty.sandbox.internal.game;

import io.kraty.api.model.FinalizedReason;
import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The lobbies. A first start takes a place, time and other players fill the rest, and the next start plays.
 *
 * <p>[choice] One attempt per lobby: whoever has played theirs is seated in another one by the next start. The first
 * start answers {@code lobby_forming} even if it fills the lobby.
 */
public final class Lobbies {
    private final Settings settings;
    private final Seeds seeds;
    private final EventBoards boards;
    private final Map<String, LobbyRoom> byId = new LinkedHashMap<>();

    Lobbies(Settings settings, Seeds seeds, EventBoards boards) {
        this.settings = settings;
        this.seeds = seeds;
        this.boards = boards;
    }

    /** Reading brings the lobby up to date. */
    public Lobby read(String id) {
        LobbyRoom lobby = find(id);
        advance(lobby);
        return lobby.model(now());
    }

    /** Gives all free places to bots, so that the lobby becomes active. */
    public void fill(String id) {
        LobbyRoom lobby = find(id);
        if (lobby.isForming()) {
            activate(lobby, now());
        }
    }

    /** Nobody plays in this lobby any more. */
    public void close(String id) {
        close(find(id), FinalizedReason.SESSION_TERMINATED);
    }

    /** The lobby in which the player waits or may play; takes a place in one if there is none. */
    LobbyRoom seat(Player player, EventDefinition event, LobbyDefinition definition, EventWindow window) {
        for (LobbyRoom lobby : byId.values()) {
            advance(lobby);
            if (lobby.window == window
                    && !lobby.status.equals(LobbyStatus.CLOSED)
                    && lobby.members.contains(player)
                    && !hasPlayed(lobby, player)) {
                return lobby;
            }
        }
        LobbyRoom lobby = byId.values().stream()
                .filter(open -> open.window == window && open.hasRoom() && !open.members.contains(player))
                .findFirst()
                .orElseGet(() -> create(event, definition, window));
        lobby.members.add(player);
        return lobby;
    }

    /** Oldest first. */
    Collection<LobbyRoom> all() {
        return byId.values();
    }

    void advanceAll() {
        byId.values().forEach(this::advance);
    }

    private void advance(LobbyRoom lobby) {
        Instant now = now();
        if (lobby.status.equals(LobbyStatus.CLOSED)) {
            return;
        }
        if (lobby.window.closed) {
            close(lobby, FinalizedReason.WINDOW_CLOSED);
        } else if (lobby.isForming() && (lobby.members.size() >= lobby.definition.capacity() || isDue(lobby, now))) {
            activate(lobby, isDue(lobby, now) ? lobby.fillBy : now);
        }
        if (lobby.board != null && lobby.board.isFinal()) {
            lobby.status = LobbyStatus.CLOSED;
        } else if (lobby.endsAt != null && !now.isBefore(lobby.endsAt)) {
            close(lobby, FinalizedReason.WINDOW_CLOSED);
        }
    }

    private static boolean isDue(LobbyRoom lobby, Instant now) {
        return !now.isBefore(lobby.fillBy);
    }

    private void activate(LobbyRoom lobby, Instant at) {
        int bots = lobby.definition.capacity() - lobby.members.size();
        lobby.status = LobbyStatus.ACTIVE;
        lobby.startedAt = at;
        lobby.endsAt = at.plus(lobby.event.attemptLength());
        EventBoard board = boards.create(
                seeds.id("board", lobby.id), lobby.event, lobby.event.bots().withCount(bots));
        lobby.board = board;
        lobby.members.forEach(player -> boards.join(board, player));
    }

    private void close(LobbyRoom lobby, FinalizedReason reason) {
        lobby.status = LobbyStatus.CLOSED;
        if (lobby.board != null) {
            boards.finish(lobby.board, reason);
        }
    }

    private LobbyRoom create(EventDefinition event, LobbyDefinition definition, EventWindow window) {
        String id = seeds.id("lobby", window.id, Integer.toString(byId.size()));
        LobbyRoom lobby = new LobbyRoom(id, event, definition, window, now());
        byId.put(id, lobby);
        return lobby;
    }

    private static boolean hasPlayed(LobbyRoom lobby, Player player) {
        return lobby.board != null && lobby.board.attempts.stream().anyMatch(attempt -> attempt.player == player);
    }

    LobbyRoom find(String id) {
        LobbyRoom lobby = byId.get(id);
        if (lobby == null) {
            throw ApiError.notFound("lobby");
        }
        return lobby;
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
