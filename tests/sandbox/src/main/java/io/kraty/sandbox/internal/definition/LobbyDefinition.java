package io.kraty.sandbox.internal.definition;

import java.time.Duration;

/**
 * How the lobbies of an event form.
 *
 * @param capacity how many there are in a full one
 * @param fillTime how long one waits for players
 * @param strategy what happens when that time is over
 * @param drip whether the bots that would fill in show up one by one, or all when the time is over
 */
public record LobbyDefinition(int capacity, Duration fillTime, FillStrategy strategy, boolean drip) {
    /** What becomes of a lobby that did not fill in time. */
    public enum FillStrategy {
        /** Bots take the free places, and it starts. */
        FILL_WITH_BOTS,

        /** It starts with whoever is there. */
        START_SHORT,

        /** It waits until it is full, or until somebody steers it by hand. */
        WAIT_FULL
    }
}
