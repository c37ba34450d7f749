package io.kraty.sdk.live;

import org.jspecify.annotations.Nullable;

/**
 * The board of an event's window. Two of them are equal if the board is the same.
 *
 * @param leaderboardId the board
 * @param eventKey the event, for the game to show; null if the player got there by joining the board. Plays no part in
 *     {@link #equals}
 * @since 0.1.0
 */
public record EventBoardRef(String leaderboardId, @Nullable String eventKey) implements MembershipRef {
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventBoardRef that && leaderboardId.equals(that.leaderboardId);
    }

    @Override
    public int hashCode() {
        return leaderboardId.hashCode();
    }
}
