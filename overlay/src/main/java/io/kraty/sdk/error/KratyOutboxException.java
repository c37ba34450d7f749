package io.kraty.sdk.error;

import org.jspecify.annotations.Nullable;

/**
 * The outbox did not accept a write: it is full, or its store failed. Nothing was sent and nothing is kept, so the game still
 * has it. What the outbox has accepted before is not touched.
 *
 * @since 0.1.0
 */
public final class KratyOutboxException extends KratyException {
    private static final long serialVersionUID = 1L;

    private final boolean full;

    /**
     * For the SDK, and for tests of a game.
     *
     * @param message what was refused, and why
     * @param cause what the store threw; null if the outbox is full
     */
    public KratyOutboxException(String message, @Nullable Throwable cause) {
        super(message, cause, Outcome.NOT_SENT, null);
        this.full = cause == null;
    }

    /** Whether there is no room until something has been sent; else the store failed. */
    public boolean isFull() {
        return full;
    }
}
