package io.kraty.sdk.error;

import io.kraty.sdk.request.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * The platform could not be reached, or stopped answering: no connection, a reset, a timeout, a stream that broke off, or
 * the calling thread was interrupted. {@link #outcome()} says whether it was sent; repeating a write
 * with the same {@link RequestOptions#idempotencyKey(String) idempotency key} is safe.
 *
 * @since 0.1.0
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
        this(message, attempts, cause, Outcome.UNKNOWN, null);
    }

    /**
     * For the SDK, and for tests of a game.
     *
     * @param message as above
     * @param attempts as above
     * @param cause as above
     * @param outcome whether what was asked for may have happened all the same
     * @param idempotencyKey the key that the write carried; null for none
     */
    public KratyNetworkException(
            String message, int attempts, @Nullable Throwable cause, Outcome outcome, @Nullable String idempotencyKey) {
        super(message, cause, outcome, idempotencyKey);
        this.attempts = attempts;
    }

    private KratyNetworkException(KratyNetworkException other) {
        super(other);
        this.attempts = other.attempts;
    }

    /** The same, {@linkplain #retryBudgetSpent() not repeated} for want of budget. For the SDK, and for tests of a game. */
    public KratyNetworkException withRetryBudgetSpent() {
        return new KratyNetworkException(this);
    }

    /** How many attempts were made, retries included. */
    public int attempts() {
        return attempts;
    }
}
