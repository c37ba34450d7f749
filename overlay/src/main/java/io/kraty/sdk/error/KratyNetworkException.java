package io.kraty.sdk.error;

import io.kraty.sdk.request.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * The platform could not be reached, or stopped answering: no connection, a reset, a timeout, a stream that broke off, or
 * the calling thread was interrupted. Whether a write took effect is unknown; repeating it with the same
 * {@link RequestOptions#idempotencyKey(String) idempotency key} is safe.
 */
public final class KratyNetworkException extends KratyException {
    private static final long serialVersionUID = 1L;

    private final int attempts;

    /**
     * For the SDK, and for tests of a game.
     *
     * @param message what happened to which request
     * @param attempts how many attempts were made, at least 1
     * @param cause what the transport said; null for none
     */
    public KratyNetworkException(String message, int attempts, @Nullable Throwable cause) {
        super(message, cause);
        this.attempts = attempts;
    }

    /** How many attempts were made, retries included. */
    public int attempts() {
        return attempts;
    }
}
