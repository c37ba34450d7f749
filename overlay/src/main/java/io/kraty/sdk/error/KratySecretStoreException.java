package io.kraty.sdk.error;

import io.kraty.sdk.store.SecretStore;

/**
 * The {@link SecretStore} failed where the SDK cannot go on without it: who plays could not be read, or a player could not be
 * forgotten. Nobody was registered in their place, so no account is lost; the same call may succeed when the store works
 * again. Its cause is what the store threw. A store that fails to keep something is a logged warning instead, and the session
 * goes on.
 *
 * @since 0.1.0
 */
public final class KratySecretStoreException extends KratyException {
    private static final long serialVersionUID = 1L;

    /**
     * For the SDK, and for tests of a game.
     *
     * @param message what was to be done with the store, without a secret
     * @param cause what the store threw
     */
    public KratySecretStoreException(String message, Throwable cause) {
        super(message, cause, Outcome.NOT_SENT, null);
    }
}
