package io.kraty.sdk.internal.finalization;

import io.kraty.api.EventLeaderboardsApi;
import io.kraty.api.EventsApi;
import io.kraty.api.LeaderboardsApi;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardPeriods;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.api.model.LeaderboardStanding;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.StandingsSegment;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.internal.transport.Authorized;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.live.ConfiguredBoardRef;
import io.kraty.sdk.live.EventBoardRef;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.request.RequestOptions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the platform how a player's boards stand. Sends no secret and registers nobody.
 *
 * @param player whose boards
 * @param options what is different about the calls
 */
record Boards(Calls calls, String player, RequestOptions options) {
    private static final int ALL_ROWS = 200;
    private static final int ALL_PERIODS = 52;
    private static final EventLeaderboardReadOptions WHOLE = EventLeaderboardReadOptions.builder()
            .limit(ALL_ROWS)
            .includeSelf(true)
            .build();

    /** What the player can see of events, with the attempts that are open. */
    List<EventListing> events() {
        return call(EventsApi.listEvents(player, null));
    }

    /** How the board of an event ended; null if it runs. */
    @Nullable
    FinalizationResult end(EventBoardRef ref) {
        EventLeaderboard board = call(EventLeaderboardsApi.getEventLeaderboard(ref.leaderboardId(), WHOLE, player));
        if (!board.finalized()) {
            return null;
        }
        LeaderboardSelf self = board.self();
        return new FinalizationResult(
                ref,
                player,
                board.finalizedReason() == null ? FinalizationResult.FINALIZED : board.finalizedReason(),
                self == null ? null : self.rank(),
                self == null ? null : self.score(),
                board.entries());
    }

    /** How the board of an event ended, by what was said to all who follow it. */
    FinalizationResult end(EventBoardRef ref, LeaderboardFinalized said) {
        return new FinalizationResult(
                ref,
                player,
                said.reason(),
                null,
                null,
                said.standings().stream().map(Boards::entry).collect(Collectors.toList()));
    }

    private static LeaderboardEntry entry(LeaderboardStanding row) {
        return LeaderboardEntry.builder()
                .participantId(row.participantId())
                .kind(row.kind())
                .name(row.name())
                .rank(row.rank())
                .score(row.score())
                .build();
    }

    /** The periods a configured board has been through. */
    LeaderboardPeriods periods(String key) {
        return call(LeaderboardsApi.listLeaderboardPeriods(key, ALL_PERIODS));
    }

    /** How a period ended in each segment that the player was in; empty if in none. */
    List<FinalizationResult> ends(String key, Instant period) {
        StandingsOptions mine = StandingsOptions.builder()
                .scope(StandingsScope.MINE)
                .period(period.toString())
                .limit(ALL_ROWS)
                .build();
        return call(LeaderboardsApi.getLeaderboardStandings(key, mine, player)).segments().stream()
                .filter(StandingsSegment::participated)
                .map(segment -> end(new ConfiguredBoardRef(key, period, segment.segment()), segment))
                .collect(Collectors.toList());
    }

    private FinalizationResult end(ConfiguredBoardRef ref, StandingsSegment segment) {
        Double score = segment.entries().stream()
                .filter(LeaderboardEntry::isSelf)
                .findFirst()
                .map(LeaderboardEntry::score)
                .orElse(null);
        return new FinalizationResult(
                ref, player, FinalizationResult.PERIOD_ROLLED, segment.selfRank(), score, segment.entries());
    }

    private <T> T call(ApiRequest<T> request) {
        return calls.execute(Authorized.byTheKey(request), options);
    }
}
