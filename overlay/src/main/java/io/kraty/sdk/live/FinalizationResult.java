package io.kraty.sdk.live;

import io.kraty.api.model.FinalizedReason;
import io.kraty.api.model.LeaderboardEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a board ended.
 *
 * @param ref the board
 * @param externalPlayerId the player who was on it, who need not be the one who plays now
 * @param reason why it is final: what the platform said, else {@link #FINALIZED}; {@link #PERIOD_ROLLED} for a period of a
 *     configured board
 * @param selfRank the player's own place, from 1; null if the platform did not say
 * @param selfScore the player's own score; null if the platform did not say, or of a period in which the player was not
 *     among the first 200
 * @param standings the final standings, best first, up to 200 rows; on a board that is split, those of the player's own
 *     segment
 * @since 0.1.0
 */
public record FinalizationResult(
        MembershipRef ref,
        String externalPlayerId,
        FinalizedReason reason,
        @Nullable Integer selfRank,
        @Nullable Double selfScore,
        List<LeaderboardEntry> standings) {
    /** The period of a configured board is over. */
    public static final FinalizedReason PERIOD_ROLLED = FinalizedReason.of("period_rolled");

    /** The board is final, and the platform did not say why. */
    public static final FinalizedReason FINALIZED = FinalizedReason.of("finalized");

    public FinalizationResult {
        standings = List.copyOf(standings);
    }

    /** The event of the board; null if it is that of no event, or the player got there by joining it. */
    public @Nullable String eventKey() {
        return ref instanceof EventBoardRef board ? board.eventKey() : null;
    }
}
