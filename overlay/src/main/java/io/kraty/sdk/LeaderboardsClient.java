package io.kraty.sdk;

import io.kraty.api.LeaderboardsApi;
import io.kraty.api.model.BoardStandings;
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
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All boards by one method: those of events, by the id that {@link EventsClient#start} returned, and those the studio
 * configured, by their key. Get it from {@link Kraty#leaderboards()}. Thread-safe; each call blocks until it is answered, but
 * {@code live} and {@code subscribe}, which open at once and connect in the background.
 *
 * @since 0.1.0
 */
public final class LeaderboardsClient {
    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private final Scope scope;
    private final EventLeaderboardsClient events;

    LeaderboardsClient(Scope scope) {
        this.scope = scope;
        this.events = new EventLeaderboardsClient(scope);
    }

    /** {@link #read(String, LeaderboardReadOptions)} with defaults. */
    public LeaderboardSnapshot read(String idOrKey) {
        return read(idOrKey, LeaderboardReadOptions.defaults());
    }

    /**
     * Reads a board. What has the form of a UUID is the board of an event
     * ({@code GET /sdk/v1/event-leaderboards/{id}}, an {@link io.kraty.api.model.EventLeaderboard}), everything else the key
     * of a configured board ({@code GET /sdk/v1/leaderboards/{key}}, a {@link io.kraty.api.model.Leaderboard}).
     *
     * @param idOrKey which board
     * @param read how many rows, which part, and whether with the player's own place
     * @throws KratyApiException {@code not_found}; {@code validation_failed} for a segmented board without its segment
     * @throws IllegalArgumentException if the id or key cannot stand in a path, or the limit is not 1 to 200, or a segment
     *     or a period is asked for of the board of an event, which has neither
     */
    public LeaderboardSnapshot read(String idOrKey, LeaderboardReadOptions read) {
        Checks.present("read", read);
        Checks.pathSegment("idOrKey", idOrKey);
        if (UUID.matcher(idOrKey).matches()) {
            return events.read(idOrKey, EventLeaderboardsClient.ofAnEvent(read));
        }
        return read.includeSelf()
                ? scope.call(player -> LeaderboardsApi.getLeaderboard(idOrKey, read, player))
                : scope.call(LeaderboardsApi.getLeaderboard(idOrKey, read, null));
    }

    /** {@link EventLeaderboardsClient#live(String)}. */
    public LeaderboardStream live(String leaderboardId) {
        return events.live(leaderboardId);
    }

    /** {@link EventLeaderboardsClient#live(String, LeaderboardListener)}. */
    public LeaderboardStream live(String leaderboardId, LeaderboardListener listener) {
        return events.live(leaderboardId, listener);
    }

    /** {@link #subscribe(String, BoardListener, BoardOptions)} to the best 50. */
    public BoardSubscription subscribe(String idOrKey, BoardListener listener) {
        return subscribe(idOrKey, listener, BoardOptions.defaults());
    }

    /**
     * Keeps a board current: that of an event as {@link EventLeaderboardsClient#subscribe(String, BoardListener, BoardOptions)}
     * does, one that the studio configured by reading it again and again, since it has no stream. Never blocks.
     *
     * @param idOrKey which board, as for {@link #read(String, LeaderboardReadOptions)}
     * @param listener is told what happens, one thing after the other
     * @param options how many rows, which part, how often to read, whether to reconnect
     * @return the subscription, to be closed by the caller; it also ends with its {@link Kraty}
     * @throws IllegalArgumentException if the id or key cannot stand in a path, the limit is not 1 to 200, or a segment or a
     *     period is named of the board of an event, which has neither
     */
    public BoardSubscription subscribe(String idOrKey, BoardListener listener, BoardOptions options) {
        Checks.present("options", options);
        Checks.pathSegment("idOrKey", idOrKey);
        if (UUID.matcher(idOrKey).matches()) {
            return events.subscribe(idOrKey, listener, options);
        }
        scope.check(player -> LeaderboardsApi.getLeaderboard(idOrKey, options.read(), player));
        if (options.readInterval().isZero()) {
            throw new IllegalArgumentException("readInterval: must not be zero for a board that has no stream");
        }
        LeaderboardReadOptions read = options.read();
        LeaderboardReadOptions withoutSelf =
                new LeaderboardReadOptions(read.limit(), false, read.segment(), read.period(), read.progression());
        Supplier<Leaderboard> reading = scope.reading(
                read.includeSelf(),
                player -> LeaderboardsApi.getLeaderboard(idOrKey, player == null ? withoutSelf : read, player));
        return scope.follow(null, reading, options, Checks.present("listener", listener));
    }

    /** {@link #standings(String, StandingsOptions)} of all segments. */
    public BoardStandings standings(String key) {
        return standings(key, StandingsOptions.defaults());
    }

    /**
     * Reads a configured board segment by segment. {@code GET /sdk/v1/leaderboards/{key}/standings}.
     *
     * @param key the board's key
     * @param read which segments and period, and how many rows
     * @throws KratyApiException {@code not_found}; {@code validation_failed} for a segment that is missing or unknown
     * @throws IllegalArgumentException if the key cannot stand in a path, or a limit is out of range
     */
    public BoardStandings standings(String key, StandingsOptions read) {
        Checks.present("read", read);
        return StandingsScope.OF_A_PLAYER.contains(read.scope())
                ? scope.call(player -> LeaderboardsApi.getLeaderboardStandings(key, read, player))
                : scope.call(LeaderboardsApi.getLeaderboardStandings(key, read, null));
    }

    /** The last 12 periods. See {@link #listPeriods(String, int)}. */
    public LeaderboardPeriods listPeriods(String key) {
        return periods(key, null);
    }

    /**
     * The periods that a configured board has been through, newest first; the start of one is what
     * {@link LeaderboardReadOptions.Builder#period} takes. {@code GET /sdk/v1/leaderboards/{key}/periods}.
     *
     * @param key the board's key
     * @param limit how many, 1 to 52
     * @throws KratyApiException {@code not_found}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the limit is not 1 to 52
     */
    public LeaderboardPeriods listPeriods(String key, int limit) {
        return periods(key, limit);
    }

    private LeaderboardPeriods periods(String key, @Nullable Integer limit) {
        return scope.call(LeaderboardsApi.listLeaderboardPeriods(key, limit));
    }

    /** {@link #submitScore(String, SubmitScoreRequest)} without a segment. */
    public LeaderboardScoreResult submitScore(String key, double value) {
        return submitScore(key, SubmitScoreRequest.builder().value(value).build());
    }

    /**
     * Enters a score on a configured board. What counts is the board's decision: the best, the newest, or the sum. Counted
     * once, however often the SDK had to repeat it. How each period ends that the player was in from here on is reported to
     * {@link Kraty#checkFinalizations}. {@code POST /sdk/v1/players/{p}/leaderboards/{key}/score}.
     *
     * @param key the board's key
     * @param score the score, with the player's segment on boards that are split by a context value
     * @return the score that counts now, and the place it gives
     * @throws KratyApiException {@code client_scoring_disabled}, {@code score_not_supported}, {@code not_found},
     *     {@code player_banned}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the score is not finite
     */
    public LeaderboardScoreResult submitScore(String key, SubmitScoreRequest score) {
        return scope.call(
                player -> LeaderboardsApi.submitScore(player, key, score),
                (player, result) -> scope.finalizations().trackConfigured(player, key, null));
    }

    /** {@link #join(String, LeaderboardJoinOptions)} with defaults. */
    public Leaderboard join(String key) {
        return join(key, LeaderboardJoinOptions.defaults());
    }

    /**
     * Puts the player on a configured board without a score. Joining again changes nothing and keeps the score.
     * How each period ends that the player was in from here on is reported to {@link Kraty#checkFinalizations}.
     * {@code POST /sdk/v1/players/{p}/leaderboards/{key}/join}.
     *
     * @param key the board's key
     * @param join the player's segment on boards that are split by a context value, and how many rows to return
     * @return the board, with the player on it
     * @throws KratyApiException {@code not_found}, {@code player_banned}
     * @throws IllegalArgumentException if the key cannot stand in a path, or the limit is not 1 to 200
     */
    public Leaderboard join(String key, LeaderboardJoinOptions join) {
        Checks.present("join", join);
        JoinLeaderboardRequest body =
                JoinLeaderboardRequest.builder().segment(join.segment()).build();
        return scope.call(
                player -> LeaderboardsApi.joinLeaderboard(player, key, body, join.limit()),
                (player, board) -> scope.finalizations().trackConfigured(player, key, board.period()));
    }
}
