package io.kraty.sdk;

import io.kraty.api.model.StandingsScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which standings of a board to read. Immutable.
 *
 * @param scope which segments. The scopes of {@link StandingsScope#OF_A_PLAYER} are about the player of the call, who may be
 *     registered for it. Defaults to all segments
 * @param segment the one segment that {@link StandingsScope#SEGMENT} means; null for none
 * @param period which period of a resetting board: {@code current}, or a past one by its start; null for the current one
 * @param limit how many rows of each segment, 1 to 200; null for the platform's 50
 * @param maxSegments how many segments, 1 to 100; null for the platform's 20
 * @param progression keys of balances to show with each player (a level, a rank), at most 8; empty for none
 */
public record StandingsOptions(
        StandingsScope scope,
        @Nullable String segment,
        @Nullable String period,
        @Nullable Integer limit,
        @Nullable Integer maxSegments,
        List<String> progression) {
    private static final StandingsOptions DEFAULTS = builder().build();

    public StandingsOptions {
        progression = List.copyOf(progression);
    }

    /** The top 50 of up to 20 segments, for the current period. */
    public static StandingsOptions defaults() {
        return DEFAULTS;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what to read. Ranges are checked when the standings are read. Not thread-safe. */
    public static final class Builder {
        private StandingsScope scope = StandingsScope.ALL;
        private @Nullable String segment;
        private @Nullable String period;
        private @Nullable Integer limit;
        private @Nullable Integer maxSegments;
        private List<String> progression = List.of();

        private Builder() {}

        /** Which segments. Defaults to {@link StandingsScope#ALL}. */
        public Builder scope(StandingsScope scope) {
            this.scope = scope;
            return this;
        }

        /** The one segment that {@link StandingsScope#SEGMENT} means. Defaults to none. */
        public Builder segment(String segment) {
            this.segment = segment;
            return this;
        }

        /** Which period of a resetting board, by its start. Defaults to the current one. */
        public Builder period(String period) {
            this.period = period;
            return this;
        }

        /** How many rows of each segment, 1 to 200. Defaults to the platform's 50. */
        public Builder limit(int limit) {
            this.limit = limit;
            return this;
        }

        /** How many segments, 1 to 100. Defaults to the platform's 20. */
        public Builder maxSegments(int maxSegments) {
            this.maxSegments = maxSegments;
            return this;
        }

        /** Keys of balances to show with each player, at most 8. Defaults to none. */
        public Builder progression(List<String> progression) {
            this.progression = progression;
            return this;
        }

        /** The finished options. */
        public StandingsOptions build() {
            return new StandingsOptions(scope, segment, period, limit, maxSegments, progression);
        }
    }
}
