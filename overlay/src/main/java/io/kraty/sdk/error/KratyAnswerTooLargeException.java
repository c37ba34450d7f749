package io.kraty.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * The platform, or whatever answered in its place, sent more than the SDK reads: an answer or one event of a stream beyond
 * {@code maxAnswerBytes} in the options of the SDK, or headers and framing beyond 256 KiB. The connection was dropped and nothing is
 * repeated. Whether a write took effect is unknown.
 *
 * @since 0.1.0
 */
public final class KratyAnswerTooLargeException extends KratyException {
    private static final long serialVersionUID = 1L;

    private final int attempts;

    /**
     * For the SDK, and for tests of a game.
     *
     * @param message which answer, and what it went beyond
     * @param attempts how many attempts were made, at least 1
     * @param cause how it was found out; null for none
     */
    public KratyAnswerTooLargeException(String message, int attempts, @Nullable Throwable cause) {
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
    public KratyAnswerTooLargeException(
            String message, int attempts, @Nullable Throwable cause, Outcome outcome, @Nullable String idempotencyKey) {
        super(message, cause, outcome, idempotencyKey);
        this.attempts = attempts;
    }

    /** How many attempts were made, retries included. */
    public int attempts() {
        return attempts;
    }
}
