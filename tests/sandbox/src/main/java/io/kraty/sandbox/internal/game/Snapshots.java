package io.kraty.sandbox.internal.game;

import io.kraty.api.model.Friend;
import io.kraty.api.model.PlayerPresence;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.game.Snapshot.BoardView;
import io.kraty.sandbox.internal.game.Snapshot.EntryView;
import io.kraty.sandbox.internal.game.Snapshot.EventBoardView;
import io.kraty.sandbox.internal.game.Snapshot.EventView;
import io.kraty.sandbox.internal.game.Snapshot.LobbyView;
import io.kraty.sandbox.internal.game.Snapshot.PlayerDetails;
import io.kraty.sandbox.internal.game.Snapshot.PlayerView;
import io.kraty.sandbox.internal.game.Snapshot.PresenceView;
import io.kraty.sandbox.internal.game.Snapshot.SegmentView;
import io.kraty.sandbox.internal.game.Snapshot.WindowView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes snapshots. Bounded, however long the sandbox runs: of boards and lobbies, the latest; of boards, the best. */
public final class Snapshots {
    private static final int MOST_BOARDS = 24;
    private static final int MOST_LOBBIES = 50;
    private static final int MOST_ENTRIES = 10;
    private static final int MOST_GRANTS = 1000;

    private final Rules rules;
    private final Settings settings;

    Snapshots(Rules rules, Settings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    /** What there is now, with at most so many players. */
    public Snapshot take(int mostPlayers) {
        rules.boards.advanceAll();
        Collection<Player> players = rules.players.all();
        return new Snapshot(
                players.size(),
                players.stream()
                        .skip(Math.max(0, players.size() - mostPlayers))
                        .map(this::player)
                        .toList(),
                rules.events.all().stream().map(this::event).toList(),
                latest(rules.boards.all(), MOST_BOARDS, this::eventBoard),
                rules.configured.all().stream().map(this::board).toList(),
                latest(rules.lobbies.all(), MOST_LOBBIES, this::lobby));
    }

    /** Everything about a player. */
    public PlayerDetails details(Player player) {
        return new PlayerDetails(
                player(player),
                new LinkedHashMap<>(player.metadata),
                rules.social.friends().list(player, List.of()).friends().stream()
                        .map(Friend::externalPlayerId)
                        .toList(),
                player.attempts.all().stream().map(AttemptState::model).toList(),
                rules.grants.all(player));
    }

    /** The event as it is now. */
    public EventView event(String key) {
        return event(rules.events.find(key));
    }

    /** The lobby as it is now. */
    public LobbyView lobby(String id) {
        return lobby(rules.lobbies.find(id));
    }

    private PlayerView player(Player player) {
        PlayerPresence presence = rules.social.presence().of(player);
        return new PlayerView(
                player.externalId(),
                player.id(),
                player.identity().name(),
                rules.players.isBanned(player.externalId()),
                player.registeredAt(),
                new PresenceView(presence.online(), presence.lastActiveAt(), presence.status()),
                amounts(player.balances, 0),
                amounts(player.items, 1),
                rules.grants.pending(player, MOST_GRANTS));
    }

    private static Map<String, Long> amounts(Map<String, Holding> holdings, long min) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        holdings.forEach((key, holding) -> {
            if (holding.amount() >= min) {
                amounts.put(key, holding.amount());
            }
        });
        return amounts;
    }

    private EventView event(EventDefinition event) {
        EventWindow window = rules.events.window(event);
        return new EventView(
                event.key(), event.enabled(), event.ranking().mode().value(), window == null ? null : window(window));
    }

    private static WindowView window(EventWindow window) {
        return new WindowView(
                window.id,
                window.startsAt,
                window.endsAt,
                window.boards.values().stream().map(board -> board.board.id).toList());
    }

    private EventBoardView eventBoard(EventBoard board) {
        return new EventBoardView(
                board.board.id,
                board.event.key(),
                board.event.ranking().mode().value(),
                board.board.finalized() == null ? null : board.board.finalized().value(),
                board.board.ranked().size(),
                entries(board.board));
    }

    private BoardView board(ConfiguredBoard board) {
        board.moveBots();
        BoardPeriod live = board.live();
        List<SegmentView> segments = new ArrayList<>();
        for (String name : live.names()) {
            Board on = live.board(name);
            segments.add(new SegmentView(name, on.ranked().size(), entries(on)));
        }
        return new BoardView(
                board.definition.key(), board.id, board.definition.cadence().value(), live.start, segments);
    }

    private static List<EntryView> entries(Board board) {
        List<EntryView> entries = new ArrayList<>();
        for (Participant row : board.ranked()) {
            if (entries.size() == MOST_ENTRIES) {
                break;
            }
            entries.add(row.view(entries.size() + 1));
        }
        return entries;
    }

    private LobbyView lobby(LobbyRoom lobby) {
        Instant now = settings.clock().instant();
        return new LobbyView(
                lobby.id,
                lobby.event.key(),
                lobby.status.value(),
                lobby.definition.capacity(),
                lobby.members.stream().map(Player::externalId).toList(),
                lobby.botSlots(now),
                lobby.fillBy,
                lobby.startedAt,
                lobby.endsAt,
                lobby.board == null ? null : lobby.board.board.id);
    }

    /** The last ones, the very last first. */
    private static <T, V> List<V> latest(Collection<T> all, int most, Function<T, V> view) {
        List<T> latest = new ArrayList<>(all);
        Collections.reverse(latest);
        return latest.stream().limit(most).map(view).toList();
    }
}
