package io.kraty.sdk;

import io.kraty.api.model.Lobby;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyLobbyClosedException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyTimeoutException;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollLobbyOptions;
import io.kraty.sdk.live.PollPendingGrantsOptions;

/**
 * Waits and watches that a game would otherwise write itself. Also reachable as methods of {@link Kraty}. A wait blocks the
 * calling thread; a watch goes on in the background.
 *
 * @since 0.1.0
 */
public final class Polling {
    private Polling() {}

    /**
     * Watches for grants in the background, until the returned handle or the client's {@link Kraty} is closed. Never blocks. Goes on
     * for whoever plays; after a logout it stands still until somebody does.
     *
     * @param grants whose; the active player's, or those of a view's player
     * @param options how often, and whom to tell
     */
    public static GrantPoller pollPendingGrants(GrantsClient grants, PollPendingGrantsOptions options) {
        return Checks.present("grants", grants).watch(options);
    }

    /**
     * Waits on the calling thread until a lobby is active; then the event can be started, which
     * {@link EventsClient#startWhenReady} does too. Failures that may pass do not end the wait.
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
        return Checks.present("lobbies", lobbies).await(lobbyId, Checks.present("options", options));
    }
}
