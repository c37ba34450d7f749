package io.kraty.sandbox.internal.game;

import io.kraty.api.model.BoardScope;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.ResetCadence;
import io.kraty.api.model.ScoreAggregation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The board of gold earned per week. Spending does not count against it. Not segmented, so a segment is ignored.
 *
 * <p>[choice] A week starts on Monday at midnight UTC. A period in which nobody looked or earned is a 404.
 */
public final class ConfiguredBoards {
    private final Settings settings;
    private final Seeds seeds;
    private final Map<Instant, Board> byPeriod = new HashMap<>();

    ConfiguredBoards(Settings settings, Seeds seeds) {
        this.settings = settings;
        this.seeds = seeds;
    }

    void earned(Player player, String economyKey, long amount) {
        if (economyKey.equals(DemoCatalog.GOLD)) {
            Board board = current();
            Participant row = board.join(player);
            board.score(row, row.score + amount);
        }
    }

    Leaderboard read(String key, @Nullable Instant period, BoardRead read, BoardViews views) {
        Instant start = period == null ? periodStart() : period;
        boolean live = start.equals(periodStart());
        Board board = live ? current() : byPeriod.get(start);
        if (!key.equals(DemoGame.WEEKLY_BOARD) || board == null) {
            throw ApiError.notFound("leaderboard");
        }
        if (live) {
            board.moveBots(settings.clock().instant(), settings.botInterval());
        }
        return Leaderboard.builder()
                .key(key)
                .leaderboardId(seeds.id("configured", key))
                .scope(BoardScope.GAME)
                .resetCadence(ResetCadence.WEEKLY)
                .scoreAggregation(ScoreAggregation.SUM)
                .segment(null)
                .period(start)
                .entries(views.entries(board, read))
                .self(live ? views.self(board, read) : null)
                .build();
    }

    void tick() {
        current().moveOneBot();
    }

    private Board current() {
        return byPeriod.computeIfAbsent(
                periodStart(),
                start -> new Board(
                        seeds.id("period", start.toString()),
                        seeds,
                        DemoGame.WEEKLY_BOTS,
                        DemoGame.WEEKLY_BOT_CEILING,
                        settings.clock().instant()));
    }

    private Instant periodStart() {
        return LocalDate.ofInstant(settings.clock().instant(), ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
