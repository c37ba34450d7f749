package io.kraty.sdk;

import io.kraty.api.PlayersApi;
import io.kraty.api.model.IdentityPair;
import io.kraty.api.model.PlayerIdentity;
import io.kraty.api.model.PlayerMetadata;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.api.model.SetIdentityRequest;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.engine.Scope;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Players: how they appear to others, what the game keeps with them, and registering them by hand, which a game rarely
 * needs: the first call of a player registers them, and keeps the secret. Get it from {@link Kraty#players()}. Thread-safe;
 * each call blocks until it is answered.
 *
 * @since 0.1.0
 */
public final class PlayersClient {
    private final Scope scope;

    PlayersClient(Scope scope) {
        this.scope = scope;
    }

    /**
     * Registers a player and hands back the secret, which the platform tells only this once. The active player stays who it
     * is; {@link Kraty#signIn} makes it this one. {@code POST /sdk/v1/players/{p}/register}.
     *
     * @param externalPlayerId the player's id, chosen by the game
     * @throws KratyApiException {@code player_already_registered} if the player has a secret, {@code player_banned}
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public PlayerRegistration register(String externalPlayerId) {
        return scope.register(externalPlayerId, false);
    }

    /**
     * Registers a player even if they have a secret, which stops working: for development, with keys that are not
     * live. If it is the active player, or another one whose secret the store has, the SDK goes on with the new
     * secret and keeps it: before this returns, but after an interrupt or {@link Kraty#close()}, for which the wait
     * ends, by another thread.
     * {@code POST /sdk/v1/players/{p}/register?force=true}.
     *
     * @param externalPlayerId the player's id
     * @throws KratyApiException {@code player_already_registered} with a live key, {@code player_banned}
     * @throws IllegalArgumentException if the id cannot stand in a path
     */
    public PlayerRegistration rotate(String externalPlayerId) {
        return scope.register(externalPlayerId, true);
    }

    /**
     * How a player appears to others: the display identity, which the player can change, and the anonymized one, which the
     * platform picked. Of another player too, through {@link KratyView#as}; no secret is needed for it.
     * {@code GET /sdk/v1/players/{p}/identity}.
     *
     * @throws KratyApiException {@code not_found}
     */
    public IdentityPair getIdentity() {
        return scope.call(PlayersApi::getPlayerIdentity);
    }

    /**
     * {@link #getIdentity()}, the one for people who should not see the real name; empty if the platform has
     * none.
     *
     * @throws KratyApiException {@code not_found}
     */
    public Optional<PlayerIdentity> getAnonymizedIdentity() {
        return Optional.ofNullable(getIdentity().anonymizedIdentity());
    }

    /** {@link #setIdentity(SetIdentityRequest)} without an avatar: it is cleared. */
    public IdentityPair setIdentity(String name) {
        return setIdentity(name, null);
    }

    /** {@link #setIdentity(SetIdentityRequest)} with both; a null avatar clears it. */
    public IdentityPair setIdentity(String name, @Nullable String avatar) {
        return setIdentity(
                SetIdentityRequest.builder().name(name).avatar(avatar).build());
    }

    /**
     * Changes the name and the avatar that others see. The anonymized identity stays.
     * {@code PUT /sdk/v1/players/{p}/identity}.
     *
     * @param identity the name (at least one character; the platform has a greatest length), and the avatar, which is
     *     cleared if there is none
     * @return both identities after the change
     * @throws KratyApiException {@code validation_failed} for a name the platform refuses, {@code player_banned}
     * @throws IllegalArgumentException if the name is empty
     */
    public IdentityPair setIdentity(SetIdentityRequest identity) {
        return scope.call(player -> PlayersApi.setPlayerIdentity(player, identity));
    }

    /**
     * Replaces what the game keeps with the player: whatever is not in {@code metadata} is gone.
     * {@code PUT /sdk/v1/players/{p}/metadata}.
     *
     * @param metadata texts, numbers, booleans, nulls, and maps and lists of those; sent exactly as it is now
     * @return the whole bag after the change
     * @throws KratyApiException {@code player_banned}
     * @throws IllegalArgumentException if it holds what JSON cannot
     */
    public PlayerMetadata setMetadata(Map<String, ? extends @Nullable Object> metadata) {
        return scope.call(player -> PlayersApi.setPlayerMetadata(player, metadata));
    }

    /**
     * Sets some keys of what the game keeps with the player and leaves the others alone. A map replaces the map under its
     * key. {@code PATCH /sdk/v1/players/{p}/metadata}.
     *
     * @param changes as in {@link #setMetadata(Map)}; a null is stored as a null
     * @return the whole bag after the change
     * @throws KratyApiException {@code player_banned}
     * @throws IllegalArgumentException if it holds what JSON cannot
     */
    public PlayerMetadata mergeMetadata(Map<String, ? extends @Nullable Object> changes) {
        return scope.call(player -> PlayersApi.mergePlayerMetadata(player, changes));
    }
}
