package io.kraty.sdk.live;

import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.runtime.Checks;
import java.time.Duration;
import java.util.List;

/**
 * How to subscribe to a board. Immutable.
 *
 * @param read how many rows, whether with the player's own place, and which part of the board; its limit has to be set
 * @param readInterval the time between two reads, which also move the bots of an event on; it varies by up to a tenth, and is
 *     longer if the platform asks for it. Zero reads only when there is something to catch up on. Defaults to 15 s
 * @param reconnect whether to connect again when the stream is lost. Defaults to true
 * @since 0.1.0
 */
public record BoardOptions(LeaderboardReadOptions read, Duration readInterval, boolean reconnect) {
    public BoardOptions {
        Checks.present("limit", Checks.present("read", read).limit());
        if (Checks.present("readInterval", readInterval).isNegative()) {
            throw new IllegalArgumentException("readInterval: must not be negative, was " + readInterval);
        }
    }

    /** The best 50, read every 15 s. */
    public static BoardOptions defaults() {
        return builder().build();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final LeaderboardReadOptions.Builder read =
                LeaderboardReadOptions.builder().limit(50);
        private Duration readInterval = Duration.ofSeconds(15);
        private boolean reconnect = true;

        private Builder() {}

        /** How many rows, from the top: 1 to 200. Defaults to 50. */
        public Builder limit(int limit) {
            read.limit(limit);
            return this;
        }

        /**
         * Whether to include the place of the player who is active at each read; it is read at once when another one becomes
         * active. Defaults to false.
         */
        public Builder includeSelf(boolean includeSelf) {
            read.includeSelf(includeSelf);
            return this;
        }

        /** Which segment of a configured board. Defaults to none. */
        public Builder segment(String segment) {
            read.segment(segment);
            return this;
        }

        /** Which period of a configured board. Defaults to the current one. */
        public Builder period(String period) {
            read.period(period);
            return this;
        }

        /** Which balances to add to each player's row, at most 8. Defaults to none. */
        public Builder progression(List<String> economyKeys) {
            read.progression(Checks.present("economyKeys", economyKeys));
            return this;
        }

        /** The time between two reads; zero for none but those that catch up. Defaults to 15 s. */
        public Builder readInterval(Duration readInterval) {
            this.readInterval = readInterval;
            return this;
        }

        /** Whether to connect again when the stream is lost. Defaults to true. */
        public Builder reconnect(boolean reconnect) {
            this.reconnect = reconnect;
            return this;
        }

        /**
         * The finished options.
         *
         * @throws IllegalArgumentException if the interval is negative
         */
        public BoardOptions build() {
            return new BoardOptions(read.build(), readInterval, reconnect);
        }
    }
}
