package io.kraty.api.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every board has in common: the board of one event window and the configured board that lives on across events.
 *
 * @since 0.1.0
 */
public interface LeaderboardSnapshot {
    /** The board's id. */
    String leaderboardId();

    /** The rows, best first. */
    List<LeaderboardEntry> entries();

    /** The asking player's own place; null if it was not asked for, or the player has none. */
    @Nullable
    LeaderboardSelf self();
}
