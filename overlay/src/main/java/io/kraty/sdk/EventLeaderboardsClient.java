package io.kraty.sdk;

import io.kraty.api.EventLeaderboardsApi;
import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.internal.stream.Source;
import io.kraty.sdk.live.BoardListener;
import io.kraty.sdk.live.BoardOptions;
import io.kraty.sdk.live.BoardSubscription;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The boards of event windows. Get it from {@link Kraty#eventLeaderboards()}. Thread-safe; each call blocks until it
 * is answered, but {@code live} and {@code subscribe}, which open at once and connect in the background.
 *
 * @since 0.1.0
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
        Checks.present("read", read);
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
     * @param listener is called where the {@code callbackExecutor} says, else on a thread of the SDK's; one event
     *     after the other
     * @return the open stream, to be closed by the caller
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public LeaderboardStream live(String leaderboardId, LeaderboardListener listener) {
        return open(leaderboardId, Checks.present("listener", listener));
    }

    private LeaderboardStream open(String leaderboardId, @Nullable LeaderboardListener listener) {
        return scope.streams().leaderboard(source(leaderboardId), listener);
    }

    /** Where every stream of a board comes from. */
    private Source<LeaderboardEvent> source(String leaderboardId) {
        return new Source<>(
                scope.later(EventLeaderboardsApi.streamEventLeaderboard(leaderboardId)),
                event -> event instanceof LeaderboardClosed || event instanceof LeaderboardFinalized,
                this::isWanted);
    }

    /** {@link #subscribe(String, BoardListener, BoardOptions)} to the best 50. */
    public BoardSubscription subscribe(String leaderboardId, BoardListener listener) {
        return subscribe(leaderboardId, listener, BoardOptions.defaults());
    }

    /**
     * Keeps the board of an event current: a snapshot to draw every frame, and a listener that is told what changed. It
     * connects again when the connection is lost, reads what was missed, and ends by itself when the board is closed or final.
     * Never blocks. {@code GET /sdk/v1/event-leaderboards/{leaderboardId}/stream} and
     * {@code GET /sdk/v1/event-leaderboards/{leaderboardId}}.
     *
     * <pre>{@code
     * BoardSubscription board = kraty.eventLeaderboards().subscribe(id, event -> {});
     * // every frame:
     * if (board.board().version() != drawn) {
     *     drawn = draw(board.board());
     * }
     * }</pre>
     *
     * @param leaderboardId the board, from {@link EventsClient#start}
     * @param listener is told what happens, one thing after the other
     * @param options how many rows, how often to read, whether to reconnect
     * @return the subscription, to be closed by the caller; it also ends with its {@link Kraty}
     * @throws IllegalArgumentException if the id cannot stand in a path, the limit is not 1 to 200, or a segment or a period is
     *     named, which the board of an event does not have
     */
    public BoardSubscription subscribe(String leaderboardId, BoardListener listener, BoardOptions options) {
        Checks.present("options", options);
        EventLeaderboardReadOptions read = ofAnEvent(options.read());
        scope.check(player -> EventLeaderboardsApi.getEventLeaderboard(leaderboardId, read, player));
        EventLeaderboardReadOptions withoutSelf =
                new EventLeaderboardReadOptions(read.limit(), false, read.progression());
        Supplier<EventLeaderboard> reading = scope.reading(
                read.includeSelf(),
                player -> EventLeaderboardsApi.getEventLeaderboard(
                        leaderboardId, player == null ? withoutSelf : read, player));
        return scope.follow(
                source(leaderboardId), () -> noted(reading.get()), options, Checks.present("listener", listener));
    }

    static EventLeaderboardReadOptions ofAnEvent(LeaderboardReadOptions read) {
        if (read.segment() != null || read.period() != null) {
            throw new IllegalArgumentException("segment, period: the board of an event has neither");
        }
        return new EventLeaderboardReadOptions(read.limit(), read.includeSelf(), read.progression());
    }

    /** The end of a board may be read only, since no stream was there to say it. */
    private EventLeaderboard noted(EventLeaderboard board) {
        if (board.finalized()) {
            scope.finalizations().seen(board.leaderboardId());
        }
        return board;
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
        Checks.present("join", join);
        if (join.segment() != null) {
            throw new IllegalArgumentException("segment: the board of an event has none, was " + join.segment());
        }
        return scope.call(
                player -> EventLeaderboardsApi.joinEventLeaderboard(player, leaderboardId, join.limit()),
                (player, board) -> scope.finalizations().track(player, leaderboardId, null));
    }
}
