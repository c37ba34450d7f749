package io.kraty.sandbox.internal.http;

import io.kraty.api.model.BoardStandings;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.LeaderboardPeriods;
import io.kraty.api.model.LeaderboardScoreResult;
import io.kraty.sandbox.internal.game.World;

/** Configured boards, known by their keys, and the boards of events, known by their ids. */
final class BoardEndpoints {
    private final World world;

    BoardEndpoints(World world) {
        this.world = world;
    }

    Success<?> read(Call call) {
        Query query = call.query();
        return board(world.configuredBoards()
                .read(call.parameter(0), query.text("segment"), query.period(), BoardQuery.read(call)));
    }

    Success<?> standings(Call call) {
        return Success.of(
                200,
                BoardStandings.Adapter.INSTANCE,
                world.configuredBoards().standings(call.parameter(0), BoardQuery.standings(call)));
    }

    Success<?> periods(Call call) {
        return Success.of(
                200,
                LeaderboardPeriods.Adapter.INSTANCE,
                world.configuredBoards().periods(call.parameter(0), BoardQuery.periods(call)));
    }

    Success<?> submit(Call call) {
        Body body = call.requireBody();
        Double value = body.score("value");
        if (value == null) {
            throw body.invalid("value", "is required");
        }
        return Success.of(
                200,
                LeaderboardScoreResult.Adapter.INSTANCE,
                world.configuredBoards().submit(call.requirePlayer(), call.parameter(0), body.text("segment"), value));
    }

    Success<?> join(Call call) {
        String segment = call.requireBody().text("segment");
        return board(world.configuredBoards()
                .join(call.requirePlayer(), call.parameter(0), segment, BoardQuery.joined(call)));
    }

    Success<?> readEvent(Call call) {
        return event(world.eventBoards().read(call.parameter(0), BoardQuery.read(call)));
    }

    Success<?> joinEvent(Call call) {
        return event(world.eventBoards().join(call.requirePlayer(), call.parameter(0), BoardQuery.joined(call)));
    }

    private static Success<?> board(Leaderboard board) {
        return Success.of(200, Leaderboard.Adapter.INSTANCE, board);
    }

    private static Success<?> event(EventLeaderboard board) {
        return Success.of(200, EventLeaderboard.Adapter.INSTANCE, board);
    }
}
