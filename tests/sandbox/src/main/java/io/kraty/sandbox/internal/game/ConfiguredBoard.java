package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ScoreAggregation;
import io.kraty.sandbox.internal.definition.BoardDefinition;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configured board with its running period and those before it. */
final class ConfiguredBoard {
    final BoardDefinition definition;
    final Segments segments;
    final String id;
    final BoardCalendar calendar;
    private final Settings settings;
    private final Seeds seeds;
    private final Map<Instant, BoardPeriod> past = new LinkedHashMap<>();
    private BoardPeriod live;

    ConfiguredBoard(BoardDefinition definition, Settings settings, Seeds seeds) {
        this.definition = definition;
        this.segments = Segments.of(definition.segmentation());
        this.settings = settings;
        this.seeds = seeds;
        id = seeds.id("configured", definition.key());
        calendar = new BoardCalendar(definition.cadence(), settings.zone(), now());
        live = new BoardPeriod(definition, segments, seeds, calendar.start(now()), now());
        live.open();
    }

    BoardPeriod live() {
        return live;
    }

    /** The period that began then; null stands for the running one. One that nobody saw is empty. */
    BoardPeriod period(@Nullable Instant start) {
        if (start == null || start.equals(live.start)) {
            return live;
        }
        if (!calendar.past(live.start).contains(start)) {
            throw ApiError.notFound("period");
        }
        return past.getOrDefault(start, new BoardPeriod(definition, segments, seeds, start, start));
    }

    /** Begins a new period if it is time; the one that ended, with nothing to come any more, or null. */
    @Nullable
    BoardPeriod roll() {
        BoardPeriod ended = live;
        Instant end = calendar.end(ended.start);
        Instant now = now();
        if (end == null || now.isBefore(end)) {
            return null;
        }
        moveBots(ended, end);
        Instant start = calendar.start(now);
        live = new BoardPeriod(definition, segments, seeds, start, start);
        live.open();
        past.put(ended.start, ended);
        Set<Instant> kept = new HashSet<>(calendar.past(start));
        past.keySet().retainAll(kept);
        return ended;
    }

    /** Lets the bots of the running period do what they did since the last call. */
    void moveBots() {
        moveBots(live, now());
    }

    /** One bot of each segment scores. */
    void tick() {
        boards(live).forEach(Board::moveOneBot);
    }

    /** The segment that the player is in, or was in when the period ended; null if nothing tells. */
    @Nullable
    String segmentOf(Player player, BoardPeriod period) {
        String latest = period.segmentOf(player);
        boolean moves = segments instanceof Segments.ByContext;
        return period == live && (latest == null || moves) ? segments.of(player) : latest;
    }

    /** Enters a score and says which one counts now; equal scores leave the place that was reached with the first. */
    static double enter(Board board, Participant row, double value, ScoreAggregation aggregation) {
        double score = switch (aggregation.known()) {
            case BEST -> row.scored ? Math.max(row.score, value) : value;
            case SUM -> row.score + value;
            case LATEST, UNRECOGNIZED -> value;
        };
        if (!row.scored || score != row.score) {
            board.score(row, score);
        }
        return score;
    }

    private void moveBots(BoardPeriod period, Instant until) {
        boards(period).forEach(board -> board.moveBots(until, settings.botInterval()));
    }

    private static List<Board> boards(BoardPeriod period) {
        return period.names().stream()
                .map(period::find)
                .filter(board -> board != null)
                .toList();
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
