package io.kraty.sdk.soak;

import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.sdk.LeaderboardJoinOptions;
import io.kraty.sdk.LeaderboardsClient;
import java.util.List;

/** Boards of events and configured ones. */
final class Boards {
    private static final List<String> KEYS = List.of("weekly_gold", "weekly_score", "hall_of_fame", "xp_league");
    private static final List<String> OPEN = List.of("weekly_score", "hall_of_fame", "weekly_gold");

    private Boards() {}

    static void read(SimulatedPlayer player) {
        LeaderboardsClient boards = player.kraty().leaderboards();
        String id = player.soak.seen.board(player.dice);
        if (id != null) {
            boards.read(id);
            player.kraty().eventLeaderboards().read(id);
        }
        boards.read(player.any(KEYS));
        boards.read("region_cup", LeaderboardReadOptions.builder().segment("eu").build());
        boards.standings("xp_league");
        boards.standings(
                "daily_lap",
                StandingsOptions.builder()
                        .scope(StandingsScope.SEGMENT)
                        .segment("harbour")
                        .build());
        boards.listPeriods(player.any(KEYS), 3);
    }

    static void submit(SimulatedPlayer player) {
        LeaderboardsClient boards = player.kraty().leaderboards();
        boards.submitScore(
                "daily_lap",
                SubmitScoreRequest.builder()
                        .value(player.dice.nextInt(1000))
                        .segment("harbour")
                        .build());
        boards.submitScore(player.any(OPEN), player.dice.nextInt(1000)); // one of them takes none from clients
    }

    static void join(SimulatedPlayer player) {
        LeaderboardsClient boards = player.kraty().leaderboards();
        boards.join("weekly_score");
        boards.join(
                "daily_lap", LeaderboardJoinOptions.builder().segment("harbour").build());
        String id = player.soak.seen.board(player.dice);
        if (id != null) {
            player.kraty().eventLeaderboards().join(id);
        }
    }
}
