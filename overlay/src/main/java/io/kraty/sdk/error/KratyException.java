package io.kraty.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * Anything that went wrong after the arguments were found good: the platform refused ({@link KratyApiException}), could
 * not be reached ({@link KratyNetworkException}), answered with more than is read
 * ({@link KratyAnswerTooLargeException}), the game's store failed ({@link KratySecretStoreException}), or a wait did not end as hoped ({@link KratyTimeoutException},
 * {@link KratyLobbyClosedException}). Bad arguments are {@link IllegalArgumentException}s instead, before anything is sent.
 */
public abstract sealed class KratyException extends RuntimeException
        permits KratyApiException,
                KratyNetworkException,
                KratyAnswerTooLargeException,
                KratySecretStoreException,
                KratyTimeoutException,
                KratyLobbyClosedException {
    private static final long serialVersionUID = 1L;

    KratyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
