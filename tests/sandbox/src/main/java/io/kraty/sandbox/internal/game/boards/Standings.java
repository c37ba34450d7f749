package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.BoardScope;
import io.kraty.api.model.BoardStandings;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.api.model.StandingsSegment;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board as a whole, segment by segment.
 *
 * <p>[choice] Segments stand in the order in which they came about: the configured ones first. With {@code externalId},
 * every scope tells where that player stands. A player nobody knows takes part in nothing.
 */
final class Standings {
    private final BoardViews views;
    private final Players players;

    Standings(BoardViews views, Players players) {
        this.views = views;
        this.players = players;
    }

    BoardStandings of(ConfiguredBoard board, StandingsRead read) {
        BoardPeriod period = board.period(read.period());
        List<String> names = names(board, period, read);
        return BoardStandings.builder()
                .key(board.definition.key())
                .leaderboardId(board.id)
                .scope(BoardScope.GAME)
                .resetCadence(board.definition.cadence())
                .scoreAggregation(board.definition.aggregation())
                .period(period.start)
                .segments(names.stream()
                        .limit(read.maxSegments())
                        .map(name -> segment(name, period.find(name), read.rows()))
                        .toList())
                .segmentsTruncated(names.size() > read.maxSegments())
                .build();
    }

    private List<String> names(ConfiguredBoard board, BoardPeriod period, StandingsRead read) {
        String externalId = read.rows().self();
        Player player = externalId == null ? null : players.find(externalId);
        return switch (read.scope().known()) {
            case ALL -> period.names();
            case SEGMENT -> List.of(named(board.segments, read.segment(), player, period));
            case MINE ->
                period.names().stream()
                        .filter(name -> isIn(player, period.find(name)))
                        .toList();
            case SELF_SEGMENT -> {
                String own = player == null ? null : board.segmentOf(player, period);
                yield own == null ? List.of() : List.of(own);
            }
            case UNRECOGNIZED -> throw ApiError.invalid("scope", "must be self_segment, mine, segment or all");
        };
    }

    private static String named(Segments segments, @Nullable String name, @Nullable Player player, BoardPeriod period) {
        if ((name == null || name.isEmpty()) && !(segments instanceof Segments.Unsplit)) {
            throw ApiError.invalid("segment", "is required with scope=segment");
        }
        return segments.forRead(name, player, player == null ? null : period.segmentOf(player));
    }

    private static boolean isIn(@Nullable Player player, @Nullable Board board) {
        return player != null && board != null && board.of(player) != null;
    }

    private StandingsSegment segment(String name, @Nullable Board board, BoardRead read) {
        LeaderboardSelf self = board == null ? null : views.self(board, read);
        return new StandingsSegment(
                name.isEmpty() ? null : name,
                self != null,
                self == null ? null : self.rank(),
                board == null ? List.of() : views.entries(board, read));
    }
}
