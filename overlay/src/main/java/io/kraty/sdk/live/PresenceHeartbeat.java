package io.kraty.sdk.live;

import io.kraty.api.model.PresenceStatus;

/**
 * Keeps a player online for their friends until it is closed, or until somebody else plays; then they go offline after a
 * minute or so. Its methods never block.
 *
 * @since 0.1.0
 */
public interface PresenceHeartbeat extends BackgroundTask {
    /**
     * Shows friends another status, and tells the platform at once.
     *
     * @param status a text, or {@link PresenceStatus#cleared()} for nothing in particular
     */
    void status(PresenceStatus status);

    /** {@link #status(PresenceStatus)} with a text, such as {@code in_match}. */
    default void status(String status) {
        status(PresenceStatus.of(status));
    }
}
