package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.BoardScope;
import io.kraty.api.model.BoardStandings;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.LeaderboardPeriod;
import io.kraty.api.model.LeaderboardPeriods;
import io.kraty.api.model.LeaderboardScoreResult;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.definition.BoardDefinition.Source;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import io.kraty.sandbox.internal.game.views.Snapshot.BoardView;
import io.kraty.sandbox.internal.game.views.Snapshot.SegmentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The boards that the studio configured, known by their keys.
 *
 * <p>[choice] Periods that ended before the sandbox started do not exist. A write without a score (joining) is for
 * everybody and every board. What is earned by somebody
 * who never said what segment they are in counts nowhere. Self is shown for the running period only, as the contract has it.
 */
public final class ConfiguredBoards implements Holdings.Listener {
    private final BoardViews views;
    private final Players players;
    private final Holdings holdings;
    private final League league;
    private final Map<String, ConfiguredBoard> boards = new LinkedHashMap<>();

    public ConfiguredBoards(
            List<BoardDefinition> definitions,
            Settings settings,
            Seeds seeds,
            BoardViews views,
            Players players,
            Holdings holdings) {
        this.views = views;
        this.players = players;
        this.holdings = holdings;
        league = new League(holdings);
        for (BoardDefinition definition : definitions) {
            boards.put(definition.key(), new ConfiguredBoard(definition, settings, seeds, holdings));
        }
    }

    /** Reads a segment. A null {@code period} is the running one; no wish for a segment is a null, too. */
    public Leaderboard read(String key, @Nullable String segment, @Nullable Instant period, BoardRead read) {
        ConfiguredBoard board = find(key);
        BoardPeriod of = board.period(period);
        board.moveBots();
        return view(board, of, segment(board, of, segment, read.self()), read).build();
    }

    public BoardStandings standings(String key, StandingsRead read) {
        ConfiguredBoard board = find(key);
        board.moveBots();
        return new Standings(views, players).of(board, read);
    }

    /** The periods that are over, newest first. */
    public LeaderboardPeriods periods(String key, int limit) {
        ConfiguredBoard board = find(key);
        List<LeaderboardPeriod> over = board.past().stream()
                .limit(limit)
                .map(period -> new LeaderboardPeriod(period.start, period.end()))
                .toList();
        return new LeaderboardPeriods(key, board.id, board.live().start, over);
    }

    /** Enters the player's score. */
    public LeaderboardScoreResult submit(Player player, String key, @Nullable String segment, double value) {
        ConfiguredBoard board = find(key);
        if (board.definition.source() instanceof Source.Balance) {
            throw new ApiError(400, ErrorCode.SCORE_NOT_SUPPORTED, "This board ranks by a progression.");
        }
        if (!(board.definition.source() instanceof Source.Clients)) {
            throw ApiError.forbidden(ErrorCode.CLIENT_SCORING_DISABLED, "This board takes no scores from clients.");
        }
        board.moveBots();
        Board on = board.live().board(board.live().enter(player, segment));
        Participant row = on.join(player);
        double score = ConfiguredBoard.enter(on, row, value, board.definition.aggregation());
        return new LeaderboardScoreResult(board.id, score, on.rankOf(row));
    }

    /** Puts the player on the board, with what they have already or nothing. */
    public Leaderboard join(Player player, String key, @Nullable String segment, BoardRead read) {
        ConfiguredBoard board = find(key);
        board.moveBots();
        String own = board.live().enter(player, segment);
        Board on = board.live().board(own);
        if (on.of(player) == null) {
            Participant row = on.join(player);
            if (board.definition.source() instanceof Source.Balance source) {
                on.start(row, (double) holdings.amount(player, ResourceKind.BALANCE, source.economyKey()));
            }
        }
        return view(board, board.live(), own, read).joined(true).build();
    }

    /** Ends the running period before its time, with all that follows from an end. */
    public void endPeriod(String key) {
        ConfiguredBoard board = find(key);
        league.settle(board.definition, board.end());
    }

    @Override
    public void changed(Player player, LedgerEntry change) {
        for (ConfiguredBoard board : boards.values()) {
            boolean counts =
                    change.kind() == ResourceKind.BALANCE && change.key().equals(economyKey(board));
            // A loss puts nobody on a board.
            if (counts && (change.delta() > 0 || board.live().segmentOf(player) != null)) {
                count(board, player, change);
            }
        }
    }

    private static void count(ConfiguredBoard board, Player player, LedgerEntry change) {
        if (board.segmentOf(player, board.live()) == null) {
            return;
        }
        Board on = board.live().board(board.live().enter(player, null));
        Participant row = on.join(player);
        if (board.definition.source() instanceof Source.Balance) {
            on.score(row, (double) change.balance());
        } else if (change.delta() > 0) {
            on.score(row, row.score() + change.delta());
        }
    }

    /** All of them as they are now, in the order in which the game lists them. */
    public List<BoardView> look() {
        return boards.values().stream().map(ConfiguredBoards::look).toList();
    }

    private static BoardView look(ConfiguredBoard board) {
        board.moveBots();
        BoardPeriod live = board.live();
        List<SegmentView> segments = new ArrayList<>();
        for (String name : live.names()) {
            Board on = live.board(name);
            segments.add(new SegmentView(name, on.size(), on.best()));
        }
        return new BoardView(
                board.definition.key(), board.id, board.definition.cadence().value(), live.start, segments);
    }

    /** Ends the periods whose time is over. */
    public void advance() {
        for (ConfiguredBoard board : boards.values()) {
            board.roll().forEach(ended -> league.settle(board.definition, ended));
        }
    }

    public void tick() {
        boards.values().forEach(ConfiguredBoard::tick);
    }

    private Leaderboard.Builder view(ConfiguredBoard board, BoardPeriod period, String segment, BoardRead read) {
        Board on = period.find(segment);
        return Leaderboard.builder()
                .key(board.definition.key())
                .leaderboardId(board.id)
                .scope(BoardScope.GAME)
                .resetCadence(board.definition.cadence())
                .scoreAggregation(board.definition.aggregation())
                .segment(segment.isEmpty() ? null : segment)
                .period(period.start)
                .entries(on == null ? List.of() : views.entries(on, read))
                .self(on == null || period != board.live() ? null : views.self(on, read))
                .progression(League.limits(board.definition, segment));
    }

    /** The segment that is read: the reader's own where the server knows it, unless they name another one. */
    private String segment(
            ConfiguredBoard board, BoardPeriod period, @Nullable String asked, @Nullable String externalId) {
        Player self = externalId == null ? null : players.find(externalId);
        return board.segments.forRead(asked, self, self == null ? null : period.segmentOf(self));
    }

    private static @Nullable String economyKey(ConfiguredBoard board) {
        if (board.definition.source() instanceof Source.Balance balance) {
            return balance.economyKey();
        }
        return board.definition.source() instanceof Source.Earned earned ? earned.economyKey() : null;
    }

    private ConfiguredBoard find(String key) {
        ConfiguredBoard board = boards.get(key);
        if (board == null) {
            throw ApiError.notFound("leaderboard");
        }
        return board;
    }
}
