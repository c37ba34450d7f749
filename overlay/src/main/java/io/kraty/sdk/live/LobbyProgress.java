package io.kraty.sdk.live;

import io.kraty.api.model.Lobby;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a lobby is, to draw it filling up. Immutable.
 *
 * @param lobby the lobby as it was read
 * @param timeLeft how long it waits for players at most, never negative; by the server's clock, if {@code syncTime()}
 *     succeeded before, and else by the device's. Null if the lobby does not say
 * @since 0.1.0
 */
public record LobbyProgress(Lobby lobby, @Nullable Duration timeLeft) {
    /** How many players are in. */
    public int humans() {
        return lobby.participantCount();
    }

    /** How many places bots would take if it started now; grows while the lobby forms. */
    public int bots() {
        return Math.max(0, lobby.filledSlots() - lobby.participantCount());
    }

    /** How many places there are. */
    public int capacity() {
        return lobby.capacity();
    }
}
