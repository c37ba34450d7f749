package io.kraty.sandbox.internal.game.boards;

import io.kraty.api.model.LeaderboardEvent;

/** Where the news of boards go. Called with the lock of the world held, so it must not block. */
public interface BoardFeed {
    /** Something happened on the board. */
    void publish(String leaderboardId, LeaderboardEvent event);

    /** Nothing will happen on the board any more. */
    void end(String leaderboardId);
}
