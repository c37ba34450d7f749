package io.kraty.sdk;

import io.kraty.api.LobbiesApi;
import io.kraty.api.model.Lobby;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;

/**
 * Where players of a matched event wait for each other. Get it from {@link Kraty#lobbies()}. Thread-safe; each call blocks
 * until it is answered.
 */
public final class LobbiesClient {
    private final PlayerScope scope;

    LobbiesClient(PlayerScope scope) {
        this.scope = scope;
    }

    /** {@link #read(String, RequestOptions)} with the client's settings. */
    public Lobby read(String lobbyId) {
        return read(lobbyId, RequestOptions.none());
    }

    /**
     * How the lobby stands: its status, and with {@link Lobby#filledSlots()} how full it looks.
     * {@code GET /sdk/v1/lobbies/{lobbyId}}.
     *
     * @param lobbyId the lobby, from {@link KratyApiException#lobbyId()}
     * @throws KratyApiException {@code not_found}
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public Lobby read(String lobbyId, RequestOptions options) {
        return scope.call(LobbiesApi.getLobby(lobbyId), options);
    }

    /** Waits between two reads. */
    void pause(Duration duration, Timing timing) throws InterruptedException {
        scope.pause(duration, timing);
    }
}
