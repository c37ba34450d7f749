package io.kraty.api.model;

/**
 * How full a lobby is.
 *
 * @since 0.1.0
 */
public interface LobbySlots {
    /** How many participants start together. */
    int capacity();

    /** How many players are in. */
    int participantCount();

    /** How many bots would join if the lobby started now; grows while it forms. */
    int botSlots();

    /** Players and projected bots together, never more than {@link #capacity()}: what a "filling up" bar shows. */
    default int filledSlots() {
        return (int) Math.min(capacity(), (long) participantCount() + botSlots());
    }
}
