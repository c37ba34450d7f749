package io.kraty.sdk;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.internal.engine.Settings;
import io.kraty.sdk.internal.identity.StoredPlayers;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.Optional;

/**
 * The player a game's next launch resumes, without connecting: for a start screen that asks "continue as …?", for a backup
 * of the game's own, for switching players between launches.
 *
 * <pre>{@code
 * StoredIdentity stored = StoredIdentity.of(options);
 * Optional<PlayerCredentials> last = stored.read();
 * stored.clear(); // the next launch starts with a fresh player; restore(last.get()) would undo it
 * }</pre>
 *
 * <p>Nothing is sent and no {@link Kraty} is made. One that has found out already who plays does not look again: change the
 * stored player before its first call, or use its {@link Kraty#signIn} and {@link Kraty#logout}. All methods but {@link #of}
 * use the store on the calling thread, and block for as long as it does; if it fails they throw
 * {@link KratySecretStoreException}. As thread-safe as the store is.
 *
 * @since 0.1.0
 */
public final class StoredIdentity {
    private final StoredPlayers stored;

    private StoredIdentity(StoredPlayers stored) {
        this.stored = stored;
    }

    /**
     * Looks where a {@link Kraty} with {@code options} would. Does not block: the store is first used by the other methods.
     *
     * @param options name the store ({@link KratyClientOptions.Builder#secretStore}, else the durable default) and the
     *     environment in it (API key and base URL); a player they name plays no part
     */
    public static StoredIdentity of(KratyClientOptions options) {
        Settings settings = Checks.present("options", options).settings();
        return new StoredIdentity(new StoredPlayers(settings.store(), settings.environment()));
    }

    /** The player the next launch resumes, with the secret; empty if there is none, or no secret is kept for them. */
    public Optional<PlayerCredentials> read() {
        String active = stored.active();
        return active == null ? Optional.empty() : Optional.ofNullable(stored.credentials(active));
    }

    /** {@link #restore(PlayerCredentials)} in another spelling. */
    public void restore(String externalPlayerId, String secret) {
        restore(new PlayerCredentials(externalPlayerId, secret));
    }

    /**
     * Makes the next launch resume this player. Asks nobody: a wrong secret shows at the first call, as
     * {@code player_secret_invalid}.
     *
     * @throws IllegalArgumentException from {@link PlayerCredentials} if the id cannot stand in a path, or the secret in a
     *     header
     */
    public void restore(PlayerCredentials player) {
        Checks.present("player", player);
        stored.put(player);
        stored.setActive(player.externalPlayerId());
    }

    /**
     * Makes the next launch start with a fresh player. Secrets are kept: naming the player of before, in the options or in
     * {@link Kraty#connectAsPlayer}, finds theirs again. {@link Kraty#logout} forgets the secret too.
     */
    public void clear() {
        stored.clearActive();
    }
}
