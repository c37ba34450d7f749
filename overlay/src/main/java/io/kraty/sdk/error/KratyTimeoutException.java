package io.kraty.sdk.error;

/**
 * A wait ran out of its time: {@code LobbiesClient}'s poll, for one. The single calls behind it did not fail.
 *
 * @since 0.1.0
 */
public final class KratyTimeoutException extends KratyException {
    private static final long serialVersionUID = 1L;

    /**
     * For the SDK, and for tests of a game.
     *
     * @param message what was waited for, and how long
     */
    public KratyTimeoutException(String message) {
        super(message, null, Outcome.UNKNOWN, null);
    }
}
