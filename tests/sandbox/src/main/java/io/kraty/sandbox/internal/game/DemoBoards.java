package io.kraty.sandbox.internal.game;

import io.kraty.api.model.ResetCadence;
import io.kraty.api.model.ScoreAggregation;
import java.util.List;

/**
 * The configured boards of the demo game.
 *
 * <table>
 * <caption>Boards</caption>
 * <tr><th>Board</th><th>Shows</th></tr>
 * <tr><td>weekly_gold</td><td>scored by the server: the gold earned per week</td></tr>
 * <tr><td>weekly_score</td><td>scored by clients; the best of the week counts</td></tr>
 * <tr><td>daily_lap</td><td>split by any {@code track}; the latest of the day counts</td></tr>
 * <tr><td>region_cup</td><td>split by {@code region}, one of four; the sum of the month counts</td></tr>
 * <tr><td>hall_of_fame</td><td>one period forever; the best counts</td></tr>
 * <tr><td>xp_league</td><td>ranks by xp, in divisions with promotion and relegation every week</td></tr>
 * </table>
 */
final class DemoBoards {
    private DemoBoards() {}

    static List<BoardDefinition> all() {
        return List.of(
                new BoardDefinition("weekly_gold", ResetCadence.WEEKLY, ScoreAggregation.SUM)
                        .from(BoardDefinition.Source.EARNED, DemoCatalog.GOLD)
                        .bots(12, 1000),
                new BoardDefinition("weekly_score", ResetCadence.WEEKLY, ScoreAggregation.BEST).bots(8, 1000),
                new BoardDefinition("daily_lap", ResetCadence.DAILY, ScoreAggregation.LATEST)
                        .segmentedBy(new Segmentation.Context("track", List.of())),
                new BoardDefinition("region_cup", ResetCadence.MONTHLY, ScoreAggregation.SUM)
                        .segmentedBy(new Segmentation.Context("region", List.of("eu", "na", "sa", "asia")))
                        .bots(4, 1000),
                new BoardDefinition("hall_of_fame", ResetCadence.NEVER, ScoreAggregation.BEST),
                new BoardDefinition("xp_league", ResetCadence.WEEKLY, ScoreAggregation.LATEST)
                        .from(BoardDefinition.Source.BALANCE, DemoCatalog.XP)
                        .segmentedBy(
                                new Segmentation.Division(DemoCatalog.DIVISION, List.of("bronze", "silver", "gold")))
                        .moving(2)
                        .bots(5, 600));
    }
}
