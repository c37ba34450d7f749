package io.kraty.sdk.live;

import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardFinalized;
import io.kraty.sdk.error.KratyNetworkException;

/**
 * A live board. A game loop takes what is there, every frame, without ever blocking:
 *
 * <pre>{@code
 * LeaderboardStream stream = kraty.leaderboards().live(id);
 * // every frame:
 * for (LeaderboardEvent event = stream.poll(); event != null; event = stream.poll()) {
 *     if (event instanceof LeaderboardScoreUpdate update) {
 *         scoreboard.show(update.participantId(), update.rank());
 *     }
 * }
 * }</pre>
 *
 * The server ends it after a {@link LeaderboardClosed} or {@link LeaderboardFinalized}; any other end is a lost connection,
 * a {@link KratyNetworkException}.
 *
 * @since 0.1.0
 */
public interface LeaderboardStream extends LiveStream<LeaderboardEvent> {}
