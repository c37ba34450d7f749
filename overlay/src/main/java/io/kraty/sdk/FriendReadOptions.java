package io.kraty.sdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read about other players. Immutable.
 *
 * @param limit how many players a search (from 1) or a suggestion (1 to 25) returns; null for the platform's own number.
 *     Lists are complete and ignore it
 * @param progression keys of balances to show with each player (a level, a rank); empty for none
 */
public record FriendReadOptions(@Nullable Integer limit, List<String> progression) {
    private static final FriendReadOptions DEFAULTS = new FriendReadOptions(null, List.of());

    public FriendReadOptions {
        progression = List.copyOf(progression);
    }

    /** As many players as the platform gives, without balances. */
    public static FriendReadOptions defaults() {
        return DEFAULTS;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what to read. Ranges are checked when it is read. Not thread-safe. */
    public static final class Builder {
        private @Nullable Integer limit;
        private List<String> progression = List.of();

        private Builder() {}

        /** How many players a search (from 1) or a suggestion (1 to 25) returns. Defaults to the platform's own number. */
        public Builder limit(int limit) {
            this.limit = limit;
            return this;
        }

        /** Keys of balances to show with each player. Defaults to none. */
        public Builder progression(List<String> progression) {
            this.progression = progression;
            return this;
        }

        /** The finished options. */
        public FriendReadOptions build() {
            return new FriendReadOptions(limit, progression);
        }
    }
}
