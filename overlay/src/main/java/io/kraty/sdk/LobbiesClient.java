package io.kraty.sdk;

import io.kraty.api.LobbiesApi;
import io.kraty.api.model.Lobby;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.engine.Scope;
import io.kraty.sdk.internal.polling.LobbyWait;
import io.kraty.sdk.internal.polling.Patience;
import io.kraty.sdk.live.PollLobbyOptions;

/**
 * Where players of a matched event wait for each other. Get it from {@link Kraty#lobbies()}. Thread-safe; each call blocks
 * until it is answered.
 *
 * @since 0.1.0
 */
public final class LobbiesClient {
    private final Scope scope;

    LobbiesClient(Scope scope) {
        this.scope = scope;
    }

    /**
     * How the lobby stands: its status, and with {@link Lobby#filledSlots()} how full it looks.
     * {@code GET /sdk/v1/lobbies/{lobbyId}}.
     *
     * @param lobbyId the lobby, from {@link KratyApiException#lobbyId()}
     * @throws KratyApiException {@code not_found}
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public Lobby read(String lobbyId) {
        return scope.call(LobbiesApi.getLobby(lobbyId));
    }

    Lobby await(String lobbyId, PollLobbyOptions options) {
        // The last reading gets an interval, so that a platform that is silent cannot hold the wait for longer than
        // that.
        Patience patience =
                scope.patience(options.interval(), options.timeout(), options.interval(), options.onError());
        return new LobbyWait(
                        lobbyId,
                        within -> new LobbiesClient(scope.within(within)).read(lobbyId),
                        scope.telling(options.onUpdate()),
                        patience)
                .await();
    }
}
