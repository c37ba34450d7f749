package io.kraty.sdk.error;

import io.kraty.sdk.request.KratyRetryConfig;
import org.jspecify.annotations.Nullable;

/**
 * Anything that went wrong after the arguments were found good: the platform refused ({@link KratyApiException}), could
 * not be reached ({@link KratyNetworkException}), answered with more than is read
 * ({@link KratyAnswerTooLargeException}), the game's store failed ({@link KratySecretStoreException}), the outbox took nothing
 * ({@link KratyOutboxException}), or a wait did not end as hoped ({@link KratyTimeoutException},
 * {@link KratyLobbyClosedException}). Bad arguments are {@link IllegalArgumentException}s instead, before anything is sent.
 *
 * @since 0.1.0
 */
public abstract sealed class KratyException extends RuntimeException
        permits KratyApiException,
                KratyNetworkException,
                KratyAnswerTooLargeException,
                KratySecretStoreException,
                KratyOutboxException,
                KratyTimeoutException,
                KratyLobbyClosedException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;
    private final @Nullable String idempotencyKey;
    private final boolean retryBudgetSpent;

    KratyException(String message, @Nullable Throwable cause, Outcome outcome, @Nullable String idempotencyKey) {
        super(message, cause);
        this.outcome = outcome;
        this.idempotencyKey = idempotencyKey;
        this.retryBudgetSpent = false;
    }

    /** The same as {@code other}, which was not repeated because the retry budget is spent. */
    KratyException(KratyException other) {
        super(other.getMessage() + "; not repeated: the retry budget is spent", other.getCause());
        this.outcome = other.outcome;
        this.idempotencyKey = other.idempotencyKey;
        this.retryBudgetSpent = true;
        setStackTrace(other.getStackTrace());
        for (Throwable suppressed : other.getSuppressed()) {
            addSuppressed(suppressed);
        }
    }

    /** Whether what was asked for may have happened all the same. */
    public final Outcome outcome() {
        return outcome;
    }

    /**
     * The idempotency key that all attempts of the write carried, to repeat it later, by another process if need be; null for
     * a call that carries none, and for what is made of several calls.
     */
    public final @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /**
     * Whether this came earlier than usual: repeating might have helped, but the retry budget is spent, since much has failed for
     * a while (see {@link KratyRetryConfig}). A game can say that the service is in trouble, and had better not repeat the
     * call by itself; what is in {@code kraty.outbox()} goes on anyway.
     */
    public final boolean retryBudgetSpent() {
        return retryBudgetSpent;
    }
}
