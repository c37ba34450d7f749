package io.kraty.sdk;

import io.kraty.api.EventLeaderboardsApi;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.internal.stream.Source;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import org.jspecify.annotations.Nullable;

/**
 * The boards of event windows. Get it from {@link Kraty#eventLeaderboards()}. Thread-safe; each call blocks until it
 * is answered, but {@code live}, which opens at once and connects in the background.
 */
public final class EventLeaderboardsClient {
    private final Scope scope;

    EventLeaderboardsClient(Scope scope) {
        this.scope = scope;
    }

    /** {@link #read(String, EventLeaderboardReadOptions)} with defaults. */
    public EventLeaderboard read(String leaderboardId) {
        return read(leaderboardId, EventLeaderboardReadOptions.defaults());
    }

    /**
     * Reads the board of an event window. Reading also moves its bots on.
     * {@code GET /sdk/v1/event-leaderboards/{leaderboardId}}.
     *
     * @param leaderboardId the board, from {@link EventsClient#start}
     * @param read how many rows, and whether with the player's own place
     * @throws KratyApiException {@code not_found}
     * @throws IllegalArgumentException if the id cannot stand in a path, or the limit is not 1 to 200
     */
    public EventLeaderboard read(String leaderboardId, EventLeaderboardReadOptions read) {
        return read.includeSelf()
                ? scope.call(player -> EventLeaderboardsApi.getEventLeaderboard(leaderboardId, read, player))
                : scope.call(EventLeaderboardsApi.getEventLeaderboard(leaderboardId, read, null));
    }

    /**
     * Follows the board of an event as it changes; the events wait in the stream until they are fetched.
     * {@code GET /sdk/v1/event-leaderboards/{leaderboardId}/stream}.
     *
     * @return an open stream, to be closed by the caller; connecting goes on in the background
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public LeaderboardStream live(String leaderboardId) {
        return open(leaderboardId, null);
    }

    /**
     * Follows the board of an event as it changes; the events are delivered to {@code listener}.
     *
     * @param listener is called on the stream's own thread, one event after the other
     * @return the open stream, to be closed by the caller
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public LeaderboardStream live(String leaderboardId, LeaderboardListener listener) {
        return open(leaderboardId, Checks.present("listener", listener));
    }

    private LeaderboardStream open(String leaderboardId, @Nullable LeaderboardListener listener) {
        return scope.streams()
                .leaderboard(
                        new Source<>(
                                scope.later(EventLeaderboardsApi.streamEventLeaderboard(leaderboardId)),
                                event -> event instanceof LeaderboardClosed || event instanceof LeaderboardFinalized,
                                this::isWanted),
                        listener);
    }

    private boolean isWanted(LeaderboardEvent event) {
        if (event instanceof LeaderboardFinalized end) {
            scope.finalizations().seen(end);
        }
        return true;
    }

    /** {@link #join(String, LeaderboardJoinOptions)} with defaults. */
    public EventLeaderboard join(String leaderboardId) {
        return join(leaderboardId, LeaderboardJoinOptions.defaults());
    }

    /**
     * Puts the player on the board without an attempt. Joining again changes nothing. How the board ends is reported to
     * {@link Kraty#onFinalized}.
     * {@code POST /sdk/v1/players/{p}/event-leaderboards/{leaderboardId}/join}.
     *
     * @param leaderboardId the board, from {@link EventsClient#start} or the list of events
     * @param join how many rows to return
     * @return the board, with the player on it
     * @throws KratyApiException {@code conflict} once the board is final, {@code not_found}, {@code player_banned}
     * @throws IllegalArgumentException if the id cannot stand in a path, the limit is not 1 to 200, or a segment is named, which
     *     the board of an event does not have
     */
    public EventLeaderboard join(String leaderboardId, LeaderboardJoinOptions join) {
        if (join.segment() != null) {
            throw new IllegalArgumentException("segment: the board of an event has none, was " + join.segment());
        }
        return scope.call(
                player -> EventLeaderboardsApi.joinEventLeaderboard(player, leaderboardId, join.limit()),
                (player, board) -> scope.finalizations().track(player, leaderboardId, null));
    }
}
