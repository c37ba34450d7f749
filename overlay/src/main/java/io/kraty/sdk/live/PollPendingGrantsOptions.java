package io.kraty.sdk.live;

import io.kraty.api.model.Grant;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Durations;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How to watch for grants. The interval starts at {@code start}, grows by {@code grow} while nothing waits, up to
 * {@code max}, and is back at {@code start} as soon as something does. It varies by up to a tenth, so that a crowd of games
 * does not ask in step. Immutable.
 *
 * @param start the shortest interval, at least 1 ms. Defaults to 2 s
 * @param grow the factor, at least 1. Defaults to 1.5
 * @param max the longest interval, at least {@code start}. Defaults to 30 s
 * @param onBatch gets every list, the empty ones too, where the {@code callbackExecutor} says. Defaults to nobody
 * @param onError gets every failure, in the same place. Defaults to nobody
 * @since 0.1.0
 */
public record PollPendingGrantsOptions(
        Duration start, double grow, Duration max, Consumer<List<Grant>> onBatch, Consumer<KratyException> onError) {
    public PollPendingGrantsOptions {
        Durations.positive("start", start);
        Checks.present("onBatch", onBatch);
        Checks.present("onError", onError);
        if (!(grow >= 1) || Double.isInfinite(grow)) {
            throw new IllegalArgumentException("grow: must be at least 1, was " + grow);
        }
        if (Checks.present("max", max).compareTo(start) < 0) {
            throw new IllegalArgumentException("max: must be at least start (" + start + "), was " + max);
        }
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private Duration start = Duration.ofSeconds(2);
        private double grow = 1.5;
        private Duration max = Duration.ofSeconds(30);
        private Consumer<List<Grant>> onBatch = batch -> {};
        private Consumer<KratyException> onError = error -> {};

        private Builder() {}

        /** The shortest interval, at least 1 ms. Defaults to 2 s. */
        public Builder start(Duration start) {
            this.start = start;
            return this;
        }

        /** The factor, at least 1. Defaults to 1.5. */
        public Builder grow(double grow) {
            this.grow = grow;
            return this;
        }

        /** The longest interval. Defaults to 30 s. */
        public Builder max(Duration max) {
            this.max = max;
            return this;
        }

        /** Gets every list, the empty ones too. Defaults to nobody. */
        public Builder onBatch(Consumer<List<Grant>> onBatch) {
            this.onBatch = onBatch;
            return this;
        }

        /** Gets every failure. Defaults to nobody. */
        public Builder onError(Consumer<KratyException> onError) {
            this.onError = onError;
            return this;
        }

        /**
         * The finished options.
         *
         * @throws IllegalArgumentException naming what is out of range
         */
        public PollPendingGrantsOptions build() {
            return new PollPendingGrantsOptions(start, grow, max, onBatch, onError);
        }
    }
}
