package io.kraty.sdk;

import io.kraty.api.model.Grant;
import io.kraty.api.runtime.Checks;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How to collect what waits. Immutable.
 *
 * @param untilEmpty whether to look again after collecting, for what the crates held and what did not fit into the list, until
 *     nothing new waits; 20 rounds at most. Defaults to one round
 * @param filter what to collect; the rest goes on waiting. Asked on the calling thread. Defaults to everything
 * @param atATime how many calls at most are under way together, 1 to 16; halved at each refusal for the rate limit. Defaults to 8
 * @param onProgress gets each grant that is done, one after the other, where
 *     {@link KratyClientOptions.Builder#callbackExecutor} says, else on the threads that collect. What it throws is logged and
 *     changes nothing. Defaults to nobody
 * @since 0.1.0
 */
public record CollectOptions(
        boolean untilEmpty, Predicate<? super Grant> filter, int atATime, Consumer<CollectProgress> onProgress) {
    private static final int MOST_AT_A_TIME = 16;

    public CollectOptions {
        Checks.present("filter", filter);
        Checks.range("atATime", atATime, 1, MOST_AT_A_TIME);
        Checks.present("onProgress", onProgress);
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private boolean untilEmpty;
        private Predicate<? super Grant> filter = grant -> true;
        // Enough that a hundred rewards take a seventh of the time; a key whose rate limit that exceeds halves it.
        private int atATime = 8;
        private Consumer<CollectProgress> onProgress = progress -> {};

        private Builder() {}

        /** Whether to go on until nothing new waits, which collects what the crates held too. Defaults to one round. */
        public Builder untilEmpty(boolean untilEmpty) {
            this.untilEmpty = untilEmpty;
            return this;
        }

        /** What to collect. Defaults to everything. */
        public Builder filter(Predicate<? super Grant> filter) {
            this.filter = filter;
            return this;
        }

        /** How many calls at most are under way together, 1 to 16. Defaults to 8. */
        public Builder atATime(int atATime) {
            this.atATime = atATime;
            return this;
        }

        /** Gets each grant that is done. Defaults to nobody. */
        public Builder onProgress(Consumer<CollectProgress> onProgress) {
            this.onProgress = onProgress;
            return this;
        }

        /**
         * The finished options.
         *
         * @throws IllegalArgumentException naming what is out of range
         */
        public CollectOptions build() {
            return new CollectOptions(untilEmpty, filter, atATime, onProgress);
        }
    }
}
