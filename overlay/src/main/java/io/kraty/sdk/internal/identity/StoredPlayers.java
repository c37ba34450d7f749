package io.kraty.sdk.internal.identity;

import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.internal.log.Log;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the SDK keeps in a {@link SecretStore}, and under which names:
 *
 * <ul>
 *   <li>{@code kraty/<environment>/active}: the id of the player the next launch resumes
 *   <li>{@code kraty/<environment>/secret/<id>}: that player's secret
 *   <li>{@code kraty/<environment>/registering} and {@code …/registering/<id>}: a registration that was begun, for a fresh
 *       player and for one the game named
 *   <li>{@code kraty/<environment>/rotating/<id>}: the idempotency key of a rotation of that player's secret that was begun
 *   <li>{@code kraty/<environment>/damaged/<id>}: what stood in the place of a secret and cannot be one
 *   <li>{@code kraty/<environment>/damaged-active}: what stood in the place of the active player's id and cannot be one
 * </ul>
 *
 * <p>Whatever the store throws comes out of every method as a {@link KratySecretStoreException}.
 */
public final class StoredPlayers {
    private static final Log LOG = Log.of("identity");

    private final SecretStore store;
    private final String prefix;

    /** Looks into {@code store}, at what belongs to {@code environment}. */
    public StoredPlayers(SecretStore store, String environment) {
        this.store = store;
        this.prefix = "kraty/" + environment + "/";
    }

    /**
     * The player the next launch resumes; null for none. What nobody can be called, as after somebody edited it, is put aside
     * with a warning: no launch could use it.
     */
    public @Nullable String active() {
        String id = nonEmpty(read(prefix + "active"));
        if (id == null || Registration.isId(id)) {
            return id;
        }
        write(prefix + "damaged-active", id);
        remove(prefix + "active");
        LOG.get()
                .log(
                        Level.WARNING,
                        "the id of the player in the store is damaged; it was moved to {0}, and nobody is resumed",
                        prefix + "damaged-active");
        return null;
    }

    /** Makes the next launch resume this player. */
    public void setActive(String externalPlayerId) {
        write(prefix + "active", externalPlayerId);
    }

    /** Makes the next launch resume nobody. */
    public void clearActive() {
        remove(prefix + "active");
    }

    /**
     * The player with the secret that is kept; null if none is. One that cannot be a secret, as after somebody
     * edited it, is put aside with a warning: no launch could use it.
     */
    public @Nullable PlayerCredentials credentials(String externalPlayerId) {
        String secret = nonEmpty(read(secretName(externalPlayerId)));
        if (secret == null) {
            return null;
        }
        try {
            return new PlayerCredentials(externalPlayerId, secret.trim());
        } catch (IllegalArgumentException e) {
            String aside = prefix + "damaged/" + externalPlayerId;
            write(aside, secret);
            remove(secretName(externalPlayerId));
            LOG.get()
                    .log(
                            Level.WARNING,
                            "the secret of {0} in the store is damaged; it was moved to {1}, and the player is not known any more",
                            new Object[] {externalPlayerId, aside});
            return null;
        }
    }

    /** Whether a secret of the player's is kept, of use or not. */
    boolean isKept(String externalPlayerId) {
        return nonEmpty(read(secretName(externalPlayerId))) != null;
    }

    /** Keeps a player's secret. */
    public void put(PlayerCredentials credentials) {
        write(secretName(credentials.externalPlayerId()), credentials.secret());
    }

    void forget(String externalPlayerId) {
        remove(secretName(externalPlayerId));
        endRotation(externalPlayerId);
    }

    /** The registration that was begun, or {@code fresh} if there was none; it is stored when this returns. */
    Registration begin(@Nullable String pinned, Registration fresh) {
        String name = registrationName(pinned);
        String text = using("write", () -> store.writeIfAbsent(name, fresh.format()));
        Registration stored = registration(pinned, text);
        if (stored != null) {
            return stored;
        }
        if (Registration.parse(text) == null) {
            LOG.get()
                    .log(
                            Level.WARNING,
                            "the registration that was begun is damaged in the store; another one is begun");
        }
        write(name, fresh.format());
        return fresh;
    }

    /** The registration that was begun; null for none. */
    @Nullable
    Registration begun(@Nullable String pinned) {
        return registration(pinned, read(registrationName(pinned)));
    }

    /** The fresh player whose registration was begun; null for none. */
    @Nullable
    String begun() {
        Registration registration = begun(null);
        return registration == null ? null : registration.externalPlayerId();
    }

    private static @Nullable Registration registration(@Nullable String pinned, @Nullable String text) {
        Registration registration = text == null ? null : Registration.parse(text);
        return registration == null || (pinned != null && !pinned.equals(registration.externalPlayerId()))
                ? null
                : registration;
    }

    boolean isBegun(@Nullable String pinned, Registration registration) {
        return registration.format().equals(read(registrationName(pinned)));
    }

    void end(@Nullable String pinned) {
        remove(registrationName(pinned));
    }

    /** A store that fails must not undo what the platform did: the session goes on with what is in memory. */
    static void keep(String what, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException e) {
            failedToKeep(what, e);
        }
    }

    static void failedToKeep(String what, RuntimeException e) {
        LOG.get().log(Level.WARNING, "the secret store failed to keep " + what + "; it lasts for this session only", e);
    }

    /** What was begun for this player, if it is still noted, has ended. */
    void endRegistrationOf(String externalPlayerId) {
        end(externalPlayerId);
        if (externalPlayerId.equals(begun())) {
            end(null);
        }
    }

    /** The key of a rotation that was begun and not ended; null for none. */
    @Nullable
    String rotating(String externalPlayerId) {
        return nonEmpty(read(rotationName(externalPlayerId)));
    }

    /** Keeps that a rotation begins, or finds one that was begun. Returns the key of the one that counts. */
    String beginRotation(String externalPlayerId, String key) {
        return using("write", () -> store.writeIfAbsent(rotationName(externalPlayerId), key));
    }

    /** Keeps that a rotation begins; one that was begun gives way. */
    void putRotation(String externalPlayerId, String key) {
        write(rotationName(externalPlayerId), key);
    }

    void endRotation(String externalPlayerId) {
        remove(rotationName(externalPlayerId));
    }

    private @Nullable String read(String name) {
        return this.<@Nullable String>using("read", () -> store.read(name));
    }

    private void write(String name, String value) {
        using("write", () -> {
            store.write(name, value);
            return true;
        });
    }

    private void remove(String name) {
        using("change", () -> {
            store.remove(name);
            return true;
        });
    }

    private <T extends @Nullable Object> T using(String how, Supplier<T> use) {
        try {
            return use.get();
        } catch (Throwable e) { // also a checked exception, which other languages do not check
            throw new KratySecretStoreException("cannot " + how + " the secret store: " + e.getMessage(), e);
        }
    }

    private String secretName(String externalPlayerId) {
        return prefix + "secret/" + externalPlayerId;
    }

    private String rotationName(String externalPlayerId) {
        return prefix + "rotating/" + externalPlayerId;
    }

    private String registrationName(@Nullable String pinned) {
        return prefix + "registering" + (pinned == null ? "" : "/" + pinned);
    }

    private static @Nullable String nonEmpty(@Nullable String value) {
        return value == null || value.trim().isEmpty() ? null : value;
    }
}
