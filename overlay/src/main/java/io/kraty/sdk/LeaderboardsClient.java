package io.kraty.sdk;

import io.kraty.api.LeaderboardsApi;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.api.runtime.Checks;
import java.util.regex.Pattern;

/**
 * All boards by one method: those of events, by the id that {@link EventsClient#start} returned, and those the studio
 * configured, by their key. Get it from {@link Kraty#leaderboards()}. Thread-safe; reads block until they are answered.
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
     * @throws IllegalArgumentException if the id or key cannot stand in a path, or the limit is not 1 to 200
     */
    public LeaderboardSnapshot read(String idOrKey, LeaderboardReadOptions read, RequestOptions options) {
        Checks.pathSegment("idOrKey", idOrKey);
        if (UUID.matcher(idOrKey).matches()) {
            return events.read(idOrKey, read, options);
        }
        if (!read.includeSelf()) {
            return scope.call(
                            LeaderboardsApi.getLeaderboard(
                                    idOrKey,
                                    read.limit(),
                                    read.segment(),
                                    read.period(),
                                    null,
                                    null,
                                    read.progression()),
                            options)
                    .data();
        }
        return scope.call(
                        options,
                        player -> LeaderboardsApi.getLeaderboard(
                                idOrKey, read.limit(), read.segment(), read.period(), true, player, read.progression()))
                .data();
    }

    /** {@link EventLeaderboardsClient#live(String)}. */
    public LeaderboardStream live(String leaderboardId) {
        return events.live(leaderboardId);
    }

    /** {@link EventLeaderboardsClient#live(String, LeaderboardListener)}. */
    public LeaderboardStream live(String leaderboardId, LeaderboardListener listener) {
        return events.live(leaderboardId, listener);
    }
}
