package io.kraty.sdk.live;

import io.kraty.api.model.LeaderboardEntry;
import io.kraty.api.model.LeaderboardSelf;
import io.kraty.api.model.ProgressionLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A board at one moment. Immutable.
 *
 * @param version greater than that of every view before, and the same as long as nothing changed; 0 before the first read
 * @param entries the rows, best first, ranked from 1 by the scores they hold; of equal scores the one reached first is ahead.
 *     A participant who only just came has neither name nor kind until they are read, a moment later
 * @param self the asking player's own place; null if it was not asked for, or the player has none, or another player has
 *     become active and theirs is not read yet. If the own row has just left those that are shown, it is behind all of them at
 *     least, and read a moment later
 * @param progression how many places move up or down at the end; null if the board does not say
 * @param finalized whether this is the final standing
 * @since 0.1.0
 */
public record BoardView(
        long version,
        List<LeaderboardEntry> entries,
        @Nullable LeaderboardSelf self,
        @Nullable ProgressionLimits progression,
        boolean finalized) {
    public BoardView {
        entries = List.copyOf(entries);
    }
}
