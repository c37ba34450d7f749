package io.kraty.sdk.live;

import io.kraty.api.model.LeaderboardEvent;

/**
 * Is told what happens on a live board.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LeaderboardListener extends LiveListener<LeaderboardEvent> {}
