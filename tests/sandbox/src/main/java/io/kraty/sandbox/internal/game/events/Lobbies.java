package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.FinalizedReason;
import io.kraty.api.model.Lobby;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition.FillStrategy;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Ordered;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.views.Snapshot.LobbyView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lobbies. A first start takes a place, time and other players fill the rest, and the next start plays.
 *
 * <p>[choice] One attempt per lobby: whoever has played theirs is seated in another one by the next start. The first
 * start answers {@code lobby_forming} even if it fills the lobby.
 */
public final class Lobbies {
    private static final int MOST_SHOWN = 50;

    private final Settings settings;
    private final Seeds seeds;
    private final EventBoards boards;
    private final Map<String, LobbyRoom> byId = new LinkedHashMap<>();
    /** Those that are not closed, oldest first. */
    private final Set<LobbyRoom> open = new LinkedHashSet<>();

    private final Leftovers<LobbyRoom> over = new Leftovers<>(lobby -> byId.remove(lobby.id));
    private Instant next = Instant.MAX;
    private long made;

    public Lobbies(Settings settings, Seeds seeds, EventBoards boards) {
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

    /** Gives all free places to bots, so that the lobby becomes active. [choice] By hand, whatever its strategy is. */
    public void fill(String id) {
        LobbyRoom lobby = find(id);
        if (lobby.isForming()) {
            activate(lobby, now(), lobby.free());
        }
    }

    /** Nobody plays in this lobby any more. */
    public void close(String id) {
        close(find(id), FinalizedReason.SESSION_TERMINATED);
    }

    /**
     * The board of the lobby in which the player may play.
     *
     * @throws ApiError 202 while it forms; the player has a place in it
     */
    EventBoard boardOf(Player player, EventDefinition event, LobbyDefinition definition, EventWindow window) {
        LobbyRoom lobby = seat(player, event, definition, window);
        EventBoard board = lobby.board();
        if (board == null) {
            throw new ApiError(
                    202, ErrorCode.LOBBY_FORMING, "The lobby is still forming.", Map.of("lobbyId", lobby.id));
        }
        return board;
    }

    private LobbyRoom seat(Player player, EventDefinition event, LobbyDefinition definition, EventWindow window) {
        LobbyRoom latest = window.lobbyOf(player);
        if (latest != null) {
            advance(latest);
            if (!latest.isClosed() && !latest.hasPlayed(player)) {
                return latest;
            }
        }
        LobbyRoom forming = window.roomFor(player);
        LobbyRoom lobby = forming == null ? create(event, definition, window) : forming;
        window.enter(player, lobby);
        expect(lobby.isFull() ? now() : lobby.next());
        return lobby;
    }

    /** The latest as they are now, newest first. */
    public List<LobbyView> look() {
        return Ordered.latest(byId.values(), MOST_SHOWN, lobby -> lobby.look(now()));
    }

    /** The lobby as it is now. */
    public LobbyView look(String id) {
        return find(id).look(now());
    }

    void advanceAll() {
        if (!now().isBefore(next)) {
            wake();
        }
    }

    /** Looks at all of them: a window has closed, or time is up for one at least. */
    void wake() {
        next = Instant.MAX;
        for (LobbyRoom lobby : List.copyOf(open)) {
            advance(lobby);
            if (!lobby.isClosed()) {
                expect(lobby.next());
            }
        }
    }

    /** Forgets lobbies that were closed for long. */
    public void sweep() {
        over.sweep(now());
    }

    public int size() {
        return byId.size();
    }

    private void expect(Instant time) {
        next = time.isBefore(next) ? time : next;
    }

    private void advance(LobbyRoom lobby) {
        Instant now = now();
        if (lobby.isClosed()) {
            return;
        }
        if (lobby.window.isClosed()) {
            close(lobby, FinalizedReason.WINDOW_CLOSED);
        } else if (lobby.isForming() && lobby.isDue(now)) {
            boolean fills = lobby.definition.strategy() == FillStrategy.FILL_WITH_BOTS;
            activate(lobby, lobby.fillBy, fills ? lobby.free() : 0);
        } else if (lobby.isForming() && lobby.isFull()) {
            activate(lobby, now, 0);
        }
        EventBoard board = lobby.board();
        if (board != null && board.isFinal()) {
            closed(lobby);
        } else if (lobby.isOver(now)) {
            close(lobby, FinalizedReason.WINDOW_CLOSED);
        }
    }

    private void activate(LobbyRoom lobby, Instant at, int bots) {
        EventBoard board = boards.create(
                seeds.id("board", lobby.id), lobby.event, lobby.event.bots().withCount(bots));
        lobby.activate(at, bots, board);
        lobby.members().forEach(player -> boards.join(board, player));
        expect(lobby.next());
    }

    private void close(LobbyRoom lobby, FinalizedReason reason) {
        closed(lobby);
        EventBoard board = lobby.board();
        if (board != null) {
            boards.finish(board, reason);
        }
    }

    private void closed(LobbyRoom lobby) {
        if (!lobby.isClosed()) {
            lobby.close();
            open.remove(lobby);
            over.add(lobby.event.key(), lobby, now());
        }
    }

    private LobbyRoom create(EventDefinition event, LobbyDefinition definition, EventWindow window) {
        String id = seeds.id("lobby", window.id, Long.toString(made++));
        LobbyRoom lobby = new LobbyRoom(id, event, definition, window, now());
        byId.put(id, lobby);
        open.add(lobby);
        window.forms(lobby);
        return lobby;
    }

    private LobbyRoom find(String id) {
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
