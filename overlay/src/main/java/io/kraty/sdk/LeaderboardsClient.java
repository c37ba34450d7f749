package io.kraty.sdk;

import io.kraty.api.LeaderboardsApi;
import io.kraty.api.model.BoardStandings;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.JoinLeaderboardRequest;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.LeaderboardPeriods;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.LeaderboardScoreResult;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.api.model.StandingsOptions;
import io.kraty.api.model.StandingsScope;
import io.kraty.api.model.SubmitScoreRequest;
import io.kraty.api.runtime.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All boards by one method: those of events, by the id that {@link EventsClient#start} returned, and those the studio
 * configured, by their key. Get it from {@link Kraty#leaderboards()}. Thread-safe; each call blocks until it is answered, but
 * {@code live}, which opens at once and connects in the background.
 */
public final class LeaderboardsClient {
    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private final PlayerScope scope;
    private final EventLeaderboardsClient events;

    LeaderboardsClient(PlayerScope scope, EventLeaderboardsClient events) {
        this.scope = scope;
        this.events = events;
    }

    /** {@link #read(String, LeaderboardReadOptions, RequestOptions)} with defaults. */
    public LeaderboardSnapshot read(String idOrKey) {
        return read(idOrKey, LeaderboardReadOptions.defaults(), RequestOptions.none());
    }

    /** {@link #read(String, LeaderboardReadOptions, RequestOptions)} for the active player. */
    public LeaderboardSnapshot read(String idOrKey, LeaderboardReadOptions read) {
        return read(idOrKey, read, RequestOptions.none());
    }

    /**
     * Reads a board. What has the form of a UUID is the board of an event
     * ({@code GET /sdk/v1/event-leaderboards/{id}}, an {@link io.kraty.api.model.EventLeaderboard}), everything else the key
     * of a configured board ({@code GET /sdk/v1/leaderboards/{key}}, a {@link io.kraty.api.model.Leaderboard}).
     *
     * @param idOrKey which board
     * @param read how many rows, which part, and whether with the player's own place
     * @throws KratyApiException {@code not_found}; {@code validation_failed} for a segmented board without its segment
     * @throws IllegalArgumentException if the id or key cannot stand in a path, or the limit is not 1 to 200, or a segment or a
     *     period is asked for of the board of an event, which has neither
     */
    public LeaderboardSnapshot read(String idOrKey, LeaderboardReadOptions read, RequestOptions options) {
        Checks.pathSegment("idOrKey", idOrKey);
        if (UUID.matcher(idOrKey).matches()) {
            return events.read(idOrKey, ofAnEvent(read), options);
        }
        return read.includeSelf()
                ? scope.call(options, player -> LeaderboardsApi.getLeaderboard(idOrKey, read, player))
                : scope.call(LeaderboardsApi.getLeaderboard(idOrKey, read, null), options);
    }

    private static EventLeaderboardReadOptions ofAnEvent(LeaderboardReadOptions read) {
        if (read.segment() != null || read.period() != null) {
            throw new IllegalArgumentException("segment, period: the board of an event has neither");
        }
        return new EventLeaderboardReadOptions(read.limit(), read.includeSelf(), read.progression());
    }

    /** {@link EventLeaderboardsClient#live(String)}. */
    public LeaderboardStream live(String leaderboardId) {
        return events.live(leaderboardId);
    }

    /** {@link EventLeaderboardsClient#live(String, LeaderboardListener)}. */
    public LeaderboardStream live(String leaderboardId, LeaderboardListener listener) {
        return events.live(leaderboardId, listener);
    }

    /** {@link #standings(String, StandingsOptions, RequestOptions)} of all segments. */
    public BoardStandings standings(String key) {
        return standings(key, StandingsOptions.defaults(), RequestOptions.none());
    }

    /** {@link #standings(String, StandingsOptions, RequestOptions)} for the active player. */
    public BoardStandings standings(String key, StandingsOptions read) {
        return standings(key, read, RequestOptions.none());
    }

    /**
     * Reads a configured board segment by segment. {@code GET /sdk/v1/leaderboards/{key}/standings}.
     *
     * @param key the board's key
     * @param read which segments and period, and how many rows
     * @throws KratyApiException {@code not_found}; {@code validation_failed} for a segment that is missing or unknown
     * @throws IllegalArgumentException if the key cannot stand in a path, or a limit is out of range
     */
    public BoardStandings standings(String key, StandingsOptions read, RequestOptions options) {
        return StandingsScope.OF_A_PLAYER.contains(read.scope())
                ? scope.call(options, player -> LeaderboardsApi.getLeaderboardStandings(key, read, player))
                : scope.call(LeaderboardsApi.getLeaderboardStandings(key, read, null), options);
    }

    /** {@link #listPeriods(String, Integer, RequestOptions)}, the last 12. */
    public LeaderboardPeriods listPeriods(String key) {
        return listPeriods(key, null, RequestOptions.none());
    }

    /** {@link #listPeriods(String, Integer, RequestOptions)} with the client's settings. */
    public LeaderboardPeriods listPeriods(String key, int limit) {
        return listPeriods(key, limit, RequestOptions.none());
    }

    /**
     * The periods that a configured board has been through, newest first; the start of one is what
     * {@link LeaderboardReadOptions.Builder#period} takes. {@code GET /sdk/v1/leaderboards/{key}/periods}.
     *
     * @param key the board's key
     * @param limit how many, 1 to 52; null for the platform's 12
     * @throws KratyApiException {@code not_found}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the limit is not 1 to 52
     */
    public LeaderboardPeriods listPeriods(String key, @Nullable Integer limit, RequestOptions options) {
        return scope.call(LeaderboardsApi.listLeaderboardPeriods(key, limit), options);
    }

    /** {@link #submitScore(String, SubmitScoreRequest, RequestOptions)} for the active player, without a segment. */
    public LeaderboardScoreResult submitScore(String key, double value) {
        return submitScore(key, SubmitScoreRequest.builder().value(value).build(), RequestOptions.none());
    }

    /**
     * Enters a score on a configured board. What counts is the board's decision: the best, the newest, or the sum. Counted
     * once, however often the SDK had to repeat it. {@code POST /sdk/v1/players/{p}/leaderboards/{key}/score}.
     *
     * @param key the board's key
     * @param score the score, with the player's segment on boards that are split by a context value
     * @return the score that counts now, and the place it gives
     * @throws KratyApiException {@code client_scoring_disabled}, {@code score_not_supported}, {@code not_found},
     *     {@code player_banned}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the score is not finite
     */
    public LeaderboardScoreResult submitScore(String key, SubmitScoreRequest score, RequestOptions options) {
        return scope.call(options, player -> LeaderboardsApi.submitScore(player, key, score));
    }

    /** {@link #join(String, LeaderboardJoinOptions, RequestOptions)} with defaults, for the active player. */
    public Leaderboard join(String key) {
        return join(key, LeaderboardJoinOptions.defaults(), RequestOptions.none());
    }

    /**
     * Puts the player on a configured board without a score. Joining again changes nothing and keeps the score.
     * {@code POST /sdk/v1/players/{p}/leaderboards/{key}/join}.
     *
     * @param key the board's key
     * @param join the player's segment on boards that are split by a context value, and how many rows to return
     * @return the board, with the player on it
     * @throws KratyApiException {@code not_found}, {@code player_banned}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the limit is not 1 to 200
     */
    public Leaderboard join(String key, LeaderboardJoinOptions join, RequestOptions options) {
        JoinLeaderboardRequest body =
                JoinLeaderboardRequest.builder().segment(join.segment()).build();
        return scope.call(options, player -> LeaderboardsApi.joinLeaderboard(player, key, body, join.limit()));
    }
}
