package io.kraty.sdk.store;

import org.jspecify.annotations.Nullable;

/**
 * Where the SDK keeps who is playing, so that the next launch resumes the same player: named texts, nothing more. Put a
 * keychain or an encrypted preference file behind it for a game where an account is worth stealing.
 *
 * <p>The SDK chooses the names; they hold the environment (API key prefix and host), so one store can serve test
 * and live builds. Whatever {@link #write} throws does not undo what the platform did: the session goes on, and a
 * warning is logged.
 *
 * <p>All methods may block. The SDK calls them on threads of its own, when it finds out who plays and to keep what
 * the platform has done (a registration, a new secret), and on the thread of whoever calls {@code signIn},
 * {@code logout} or the methods of {@code StoredIdentity}, and those of {@code KratyView} about results. A method
 * that waits for long should end when its thread is interrupted: throw, and leave the flag set.
 *
 * @since 0.1.0
 */
public interface SecretStore {
    /** The text under {@code name}; null if there is none. */
    @Nullable
    String read(String name);

    /** Puts {@code value} under {@code name}, replacing what was there. When it returns, the value survives a crash. */
    void write(String name, String value);

    /** Forgets what is under {@code name}, if anything. */
    void remove(String name);

    /**
     * Puts {@code value} under {@code name} unless something is there, and returns what is there afterwards. A store that
     * several processes share should do this in one step, so that they agree on one player; the default takes two.
     */
    default String writeIfAbsent(String name, String value) {
        String existing = read(name);
        if (existing != null) {
            return existing;
        }
        write(name, value);
        return value;
    }

    /**
     * Puts {@code value} under {@code name} if {@code expected} is there now. A store that several processes share should do
     * this in one step; the default takes two.
     *
     * @return whether it was
     */
    default boolean replace(String name, String expected, String value) {
        if (!expected.equals(read(name))) {
            return false;
        }
        write(name, value);
        return true;
    }
}
