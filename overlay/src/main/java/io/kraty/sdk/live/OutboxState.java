package io.kraty.sdk.live;

/**
 * How far a write in the outbox is.
 *
 * @since 0.1.0
 */
public enum OutboxState {
    /** It waits for its turn or for a network, and has not reached the platform as far as is known. */
    WAITING,

    /** It was sent, and the answer is missing: it goes on with the same key, so it happens once. */
    IN_DOUBT,

    /** The platform did not take the player's secret, or the API key. It waits until the player has signed in again. */
    LOCKED_OUT
}
