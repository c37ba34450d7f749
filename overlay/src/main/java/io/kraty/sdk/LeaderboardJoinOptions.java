package io.kraty.sdk;

import org.jspecify.annotations.Nullable;

/**
 * How to join a board. Immutable.
 *
 * @param limit how many rows of the joined board to return, 1 to 200; null for the platform's 50
 * @param segment the player's part of a board that is split by a context value, the same the player started with; null for
 *     none. Boards of events have none and refuse it
 * @since 0.1.0
 */
public record LeaderboardJoinOptions(
        @Nullable Integer limit, @Nullable String segment) {
    private static final LeaderboardJoinOptions DEFAULTS = new LeaderboardJoinOptions(null, null);

    /** The top 50, no segment. */
    public static LeaderboardJoinOptions defaults() {
        return DEFAULTS;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects how to join. Ranges are checked when the board is joined. Not thread-safe. */
    public static final class Builder {
        private @Nullable Integer limit;
        private @Nullable String segment;

        private Builder() {}

        /** How many rows to return, 1 to 200. Defaults to the platform's 50. */
        public Builder limit(int limit) {
            this.limit = limit;
            return this;
        }

        /** The player's part of a board that is split by a context value. Defaults to none. */
        public Builder segment(String segment) {
            this.segment = segment;
            return this;
        }

        /** The finished options. */
        public LeaderboardJoinOptions build() {
            return new LeaderboardJoinOptions(limit, segment);
        }
    }
}
