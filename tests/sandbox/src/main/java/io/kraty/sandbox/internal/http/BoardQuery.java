package io.kraty.sandbox.internal.http;

import io.kraty.api.model.StandingsScope;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.boards.BoardRead;
import io.kraty.sandbox.internal.game.boards.StandingsRead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the queries of board reads ask for. */
final class BoardQuery {
    private static final int DEFAULT_ROWS = 50;
    private static final int MOST_ROWS = 200;
    private static final int DEFAULT_SEGMENTS = 20;
    private static final int MOST_SEGMENTS = 100;
    private static final int DEFAULT_PERIODS = 12;
    private static final int MOST_PERIODS = 52;

    private BoardQuery() {}

    /** A read of one board. */
    static BoardRead read(Call call) {
        Query query = call.query();
        return new BoardRead(
                rows(query), query.flag("includeSelf") ? externalId(query, "includeSelf") : null, query.progression());
    }

    /** The board as the player who has just joined sees it. */
    static BoardRead joined(Call call) {
        return new BoardRead(rows(call.query()), call.externalPlayerId(), List.of());
    }

    static StandingsRead standings(Call call) {
        Query query = call.query();
        StandingsScope scope = StandingsScope.of(query.text("scope", "all"));
        boolean ofPlayer = StandingsScope.OF_A_PLAYER.contains(scope);
        String externalId = ofPlayer ? externalId(query, "scope=" + scope.value()) : query.text("externalId");
        BoardRead rows = new BoardRead(rows(query), externalId, query.progression());
        int segments = query.integer("maxSegments", 1, MOST_SEGMENTS, DEFAULT_SEGMENTS);
        return new StandingsRead(scope, query.text("segment"), query.period(), segments, rows);
    }

    static int periods(Call call) {
        return call.query().integer("limit", 1, MOST_PERIODS, DEFAULT_PERIODS);
    }

    private static int rows(Query query) {
        return query.integer("limit", 1, MOST_ROWS, DEFAULT_ROWS);
    }

    private static String externalId(Query query, String reason) {
        @Nullable String id = query.text("externalId");
        if (id == null || id.isEmpty()) {
            throw ApiError.invalid("externalId", "is required with " + reason);
        }
        return id;
    }
}
