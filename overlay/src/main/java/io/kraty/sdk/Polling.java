package io.kraty.sdk;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.request.RequestOptions;

import io.kraty.api.model.Lobby;
import io.kraty.api.model.LobbyStatus;
import io.kraty.sdk.internal.concurrent.Interval;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.internal.transport.RetryPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits and watches that a game would otherwise write itself. Also reachable as methods of {@link Kraty}. A wait blocks the
 * calling thread; a watch goes on in the background.
 */
public final class Polling {
    private Polling() {}

    /**
     * Watches for grants in the background until the returned handle is closed. Never blocks.
     *
     * @param grants whose; the active player's
     * @param options how often, and whom to tell
     */
    public static GrantPoller pollPendingGrants(GrantsClient grants, PollPendingGrantsOptions options) {
        return pollPendingGrants(grants, options, Timing.system(), poller -> {});
    }

    static GrantPoller pollPendingGrants(
            GrantsClient grants, PollPendingGrantsOptions options, Timing timing, Consumer<GrantPoller> whenOver) {
        return new GrantPoller(grants, options, timing, whenOver).start();
    }

    /**
     * Waits on the calling thread until a lobby is active; then the event can be started. Failures that may pass do not end
     * the wait.
     *
     * @param lobbies the client to read with
     * @param lobbyId the lobby, from {@link KratyApiException#lobbyId()}
     * @param options how often, how long, and whom to tell
     * @return the active lobby
     * @throws KratyTimeoutException if it is still forming when time is up
     * @throws KratyLobbyClosedException if it closed instead
     * @throws KratyApiException {@code not_found}, or a refused key
     * @throws KratyNetworkException if the thread is interrupted
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public static Lobby pollLobbyUntilActive(LobbiesClient lobbies, String lobbyId, PollLobbyOptions options) {
        return pollLobbyUntilActive(lobbies, lobbyId, options, Timing.system());
    }

    static Lobby pollLobbyUntilActive(LobbiesClient lobbies, String lobbyId, PollLobbyOptions options, Timing timing) {
        long start = timing.nanoTime();
        Interval interval = new Interval(options.interval(), 1, options.interval());
        while (true) {
            Lobby lobby = read(lobbies, lobbyId, options, options.timeout().minusNanos(timing.nanoTime() - start));
            if (lobby != null) {
                options.onUpdate().accept(lobby);
                if (lobby.status().equals(LobbyStatus.ACTIVE)) {
                    return lobby;
                }
                if (lobby.status().equals(LobbyStatus.CLOSED)) {
                    throw new KratyLobbyClosedException(lobby);
                }
                // A status that was added later is waited through: the game asked for an active lobby.
            }
            Duration left = options.timeout().minusNanos(timing.nanoTime() - start);
            Duration pause = interval.spread(timing.random());
            if (left.compareTo(Duration.ZERO) <= 0) {
                throw new KratyTimeoutException(
                        "lobby " + lobbyId + " did not become active within " + options.timeout());
            }
            pause(lobbies, timing, pause.compareTo(left) < 0 ? pause : left, lobbyId);
        }
    }

    private static @Nullable Lobby read(
            LobbiesClient lobbies, String lobbyId, PollLobbyOptions options, Duration left) {
        // The last read gets an interval, so that a platform that is silent cannot hold the wait for longer than that.
        Duration budget = left.compareTo(options.interval()) > 0 ? left : options.interval();
        try {
            return lobbies.read(lobbyId, RequestOptions.none().totalTimeout(budget));
        } catch (KratyException e) {
            if (!RetryPolicy.canHelp(e) || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            options.onError().accept(e);
            return null;
        }
    }

    private static void pause(LobbiesClient lobbies, Timing timing, Duration pause, String lobbyId) {
        try {
            lobbies.pause(pause, timing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException("interrupted while waiting for lobby " + lobbyId, 1, e);
        }
    }
}
