package io.kraty.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a board. Immutable.
 *
 * @param limit how many rows, 1 to 200; null for the platform's 50
 * @param includeSelf whether to ask for the player's own place, which may register a player. Defaults to false
 * @param segment which part of a board that is split by a context value, the same the player started with; null for none.
 *     Boards of events ignore it
 * @param period which period of a resetting board: {@code current}, or a past one by its start; null for the current one.
 *     Boards of events ignore it
 * @param progression keys of balances to show with each player (a level, a rank), at most 8; empty for none
 */
public record LeaderboardReadOptions(
        @Nullable Integer limit,
        boolean includeSelf,
        @Nullable String segment,
        @Nullable String period,
        List<String> progression) {
    private static final LeaderboardReadOptions DEFAULTS =
            new LeaderboardReadOptions(null, false, null, null, List.of());

    public LeaderboardReadOptions {
        progression = List.copyOf(progression);
    }

    /** The top 50 of the current period, without the player's own place. */
    public static LeaderboardReadOptions defaults() {
        return DEFAULTS;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what to read. Ranges are checked when the board is read. Not thread-safe. */
    public static final class Builder {
        private @Nullable Integer limit;
        private boolean includeSelf;
        private @Nullable String segment;
        private @Nullable String period;
        private List<String> progression = List.of();

        private Builder() {}

        /** How many rows, 1 to 200. Defaults to the platform's 50. */
        public Builder limit(int limit) {
            this.limit = limit;
            return this;
        }

        /** Whether to ask for the player's own place, which may register a player. Defaults to false. */
        public Builder includeSelf(boolean includeSelf) {
            this.includeSelf = includeSelf;
            return this;
        }

        /** Which part of a board that is split by a context value. Defaults to none. */
        public Builder segment(String segment) {
            this.segment = segment;
            return this;
        }

        /** Which period of a resetting board, by its start. Defaults to the current one. */
        public Builder period(String period) {
            this.period = period;
            return this;
        }

        /** Keys of balances to show with each player, at most 8. Defaults to none. */
        public Builder progression(List<String> progression) {
            this.progression = progression;
            return this;
        }

        /** The finished options. */
        public LeaderboardReadOptions build() {
            return new LeaderboardReadOptions(limit, includeSelf, segment, period, progression);
        }
    }
}
