package io.kraty.sdk.live;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardScoreUpdate;

/**
 * Is told what happens on a board that is subscribed to: one thing after the other, on the {@code callbackExecutor}, else on
 * a thread of the SDK's. Being slow delays nobody else, and loses nothing.
 *
 * <p>{@link #onEvent} gets a {@link LeaderboardScoreUpdate} for each new score or rank of a participant, once, whether the
 * platform pushed it or a read found it; ranks that follow from somebody else's score are in {@link #onBoard} at once, and
 * here after the next read. A push that takes score away may have been overtaken by a newer one or by a read: it is told and
 * shown, and the board is read again at once. Other kinds of events come as they are. {@link #onError} is told of everything that goes wrong,
 * also if it passes; {@link #onEnd} only of the end that is not the game's own {@code close()}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BoardListener extends LiveListener<LeaderboardEvent> {
    /** The board is different now. Does nothing by default. */
    default void onBoard(BoardView board) {}

    /** The subscription is in another state now. Does nothing by default. */
    default void onState(SubscriptionState state) {}
}
