package io.kraty.sdk;

import io.kraty.api.PlayersApi;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.RegisterPlayerRequest;

/**
 * Registering players by hand. A game rarely needs it: the first call of a player registers them, and keeps the secret. Get
 * it from {@link Kraty#players()}. Thread-safe; each call blocks until it is answered.
 */
public final class PlayersClient {
    private static final RegisterPlayerRequest REGISTER =
            RegisterPlayerRequest.builder().build();

    private final PlayerScope scope;

    PlayersClient(PlayerScope scope) {
        this.scope = scope;
    }

    /** {@link #register(String, RequestOptions)} with the client's settings. */
    public PlayerRegistration register(String externalPlayerId) {
        return register(externalPlayerId, RequestOptions.none());
    }

    /**
     * Registers a player and hands back the secret, which the platform tells only this once. The active player stays who it
     * is; {@link Kraty#signIn} makes it this one. {@code POST /sdk/v1/players/{p}/register}.
     *
     * @param externalPlayerId the player's id, chosen by the game
     * @throws KratyApiException {@code player_already_registered} if the player has a secret, {@code player_banned}
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public PlayerRegistration register(String externalPlayerId, RequestOptions options) {
        return scope.call(PlayersApi.registerPlayer(externalPlayerId, REGISTER, null), options)
                .data();
    }

    /** {@link #rotate(String, RequestOptions)} with the client's settings. */
    public PlayerRegistration rotate(String externalPlayerId) {
        return rotate(externalPlayerId, RequestOptions.none());
    }

    /**
     * Registers a player even if they have a secret, which stops working: for development, with keys that are not live. If
     * it is the active player, the SDK goes on with the new secret and keeps it.
     * {@code POST /sdk/v1/players/{p}/register?force=true}.
     *
     * @param externalPlayerId the player's id
     * @throws KratyApiException {@code player_already_registered} with a live key, {@code player_banned}
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public PlayerRegistration rotate(String externalPlayerId, RequestOptions options) {
        PlayerRegistration rotated = scope.call(PlayersApi.registerPlayer(externalPlayerId, REGISTER, true), options)
                .data();
        scope.identity().rotated(new PlayerCredentials(externalPlayerId, rotated.secret()));
        return rotated;
    }
}
