package io.kraty.sdk.internal.identity;

import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.SecretStore;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK keeps in a {@link SecretStore}, and under which names:
 *
 * <ul>
 *   <li>{@code kraty/<environment>/active}: the id of the player the next launch resumes
 *   <li>{@code kraty/<environment>/secret/<id>}: that player's secret
 *   <li>{@code kraty/<environment>/registering} and {@code …/registering/<id>}: a registration that was begun, for a fresh
 *       player and for one the game named
 * </ul>
 */
public final class StoredPlayers {
    private final SecretStore store;
    private final String prefix;

    /** Looks into {@code store}, at what belongs to {@code environment}. */
    public StoredPlayers(SecretStore store, String environment) {
        this.store = store;
        this.prefix = "kraty/" + environment + "/";
    }

    /** The player the next launch resumes; null for none. */
    public @Nullable String active() {
        return nonEmpty(store.read(prefix + "active"));
    }

    /** Makes the next launch resume this player. */
    public void setActive(String externalPlayerId) {
        store.write(prefix + "active", externalPlayerId);
    }

    /** Makes the next launch resume nobody. */
    public void clearActive() {
        store.remove(prefix + "active");
    }

    /** The player with the secret that is kept; null if none is. */
    public @Nullable PlayerCredentials credentials(String externalPlayerId) {
        String secret = nonEmpty(store.read(secretName(externalPlayerId)));
        return secret == null ? null : new PlayerCredentials(externalPlayerId, secret);
    }

    /** Keeps a player's secret. */
    public void put(PlayerCredentials credentials) {
        store.write(secretName(credentials.externalPlayerId()), credentials.secret());
    }

    void forget(String externalPlayerId) {
        store.remove(secretName(externalPlayerId));
    }

    /** The registration that was begun, or {@code fresh} if there was none; it is stored when this returns. */
    Registration begin(@Nullable String pinned, Registration fresh) {
        String name = registrationName(pinned);
        Registration stored = Registration.parse(store.writeIfAbsent(name, fresh.format()));
        if (stored != null && (pinned == null || pinned.equals(stored.externalPlayerId()))) {
            return stored;
        }
        store.write(name, fresh.format());
        return fresh;
    }

    boolean isBegun(@Nullable String pinned, Registration registration) {
        return registration.format().equals(store.read(registrationName(pinned)));
    }

    void end(@Nullable String pinned) {
        store.remove(registrationName(pinned));
    }

    private String secretName(String externalPlayerId) {
        return prefix + "secret/" + externalPlayerId;
    }

    private String registrationName(@Nullable String pinned) {
        return prefix + "registering" + (pinned == null ? "" : "/" + pinned);
    }

    private static @Nullable String nonEmpty(@Nullable String value) {
        return value == null || value.trim().isEmpty() ? null : value;
    }
}
