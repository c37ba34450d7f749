package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.ScoreAggregation;
import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A configured board with its running period and those before it.
 *
 * <p>[choice] A period that somebody ends by hand is followed by one that ends when the calendar says.
 */
final class ConfiguredBoard {
    /** [choice] How many past periods are kept: as many as can be listed at once. */
    private static final int MOST_PAST = 52;

    final BoardDefinition definition;
    final Segments segments;
    final String id;
    private final BoardCalendar calendar;
    private final Settings settings;
    private final Seeds seeds;
    private final Deque<BoardPeriod> newestFirst = new ArrayDeque<>();
    private BoardPeriod live;

    ConfiguredBoard(BoardDefinition definition, Settings settings, Seeds seeds, Holdings holdings) {
        this.definition = definition;
        this.segments = Segments.of(definition.segmentation(), holdings);
        this.settings = settings;
        this.seeds = seeds;
        id = seeds.id("configured", definition.key());
        calendar = new BoardCalendar(definition.cadence(), settings.zone(), now());
        live = period(calendar.start(now()), now());
        live.open();
    }

    BoardPeriod live() {
        return live;
    }

    /** Those that are over, newest first. */
    List<BoardPeriod> past() {
        return List.copyOf(newestFirst);
    }

    /** The period that began then; null stands for the running one. */
    BoardPeriod period(@Nullable Instant start) {
        if (start == null || start.equals(live.start)) {
            return live;
        }
        return newestFirst.stream()
                .filter(period -> period.start.equals(start))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("period"));
    }

    /**
     * Begins new periods as often as it is time to; those that ended, with nothing to come any more, oldest first. All
     * but the first of them are empty: nobody saw them.
     */
    List<BoardPeriod> roll() {
        Instant now = now();
        if (!live.isOver(now)) {
            return List.of();
        }
        List<BoardPeriod> ended = new ArrayList<>();
        while (live.isOver(now)) {
            ended.add(follow(Objects.requireNonNull(live.end())));
        }
        live.open();
        return ended;
    }

    /** Ends the running period now, and begins another one. */
    BoardPeriod end() {
        Instant now = now();
        if (now.equals(live.start)) {
            throw ApiError.conflict("The period has only just begun.");
        }
        live.end(now);
        BoardPeriod ended = follow(now);
        live.open();
        return ended;
    }

    /** Puts the running period away for one that starts then. */
    private BoardPeriod follow(Instant start) {
        BoardPeriod ended = live;
        moveBots(ended, start);
        live = period(start, start);
        newestFirst.addFirst(ended);
        if (newestFirst.size() > MOST_PAST) {
            newestFirst.removeLast();
        }
        return ended;
    }

    private BoardPeriod period(Instant start, Instant botsFrom) {
        return new BoardPeriod(definition, segments, seeds, start, calendar.end(botsFrom), botsFrom);
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
        return period == live ? segments.of(player, latest) : latest;
    }

    /** Enters a score and says which one counts now; equal scores leave the place that was reached with the first. */
    static double enter(Board board, Participant row, double value, ScoreAggregation aggregation) {
        double score = switch (aggregation.known()) {
            case BEST -> row.hasScored() ? Math.max(row.score(), value) : value;
            case SUM -> row.score() + value;
            case LATEST, UNRECOGNIZED -> value;
        };
        if (!row.hasScored() || score != row.score()) {
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
