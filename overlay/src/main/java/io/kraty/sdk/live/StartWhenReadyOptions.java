package io.kraty.sdk.live;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Durations;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How to start an event whose lobby may have to form first. Listeners are called where
 * {@code callbackExecutor} in the options of the SDK says, else on the waiting thread; what they throw is logged and changes
 * nothing. Immutable.
 *
 * @param interval the time between two readings of a lobby, at least 1 ms; it varies by up to a tenth. Defaults to 1 s
 * @param timeout how long everything may take, from the first start until the last is answered, at least 1 ms; without the
 *     time for which the SDK is paused. Defaults to 60 s
 * @param onUpdate gets every reading of a lobby. Defaults to nobody
 * @param onError gets every failure that asking again may help. Defaults to nobody
 * @since 0.1.0
 */
public record StartWhenReadyOptions(
        Duration interval, Duration timeout, Consumer<LobbyProgress> onUpdate, Consumer<KratyException> onError) {
    public StartWhenReadyOptions {
        Durations.positive("interval", interval);
        Durations.positive("timeout", timeout);
        Checks.present("onUpdate", onUpdate);
        Checks.present("onError", onError);
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private Duration interval = Duration.ofSeconds(1);
        private Duration timeout = Duration.ofSeconds(60);
        private Consumer<LobbyProgress> onUpdate = progress -> {};
        private Consumer<KratyException> onError = error -> {};

        private Builder() {}

        /** The time between two readings, at least 1 ms. Defaults to 1 s. */
        public Builder interval(Duration interval) {
            this.interval = interval;
            return this;
        }

        /** How long everything may take, at least 1 ms. Defaults to 60 s. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** Gets every reading of a lobby. Defaults to nobody. */
        public Builder onUpdate(Consumer<LobbyProgress> onUpdate) {
            this.onUpdate = onUpdate;
            return this;
        }

        /** Gets every failure that asking again may help. Defaults to nobody. */
        public Builder onError(Consumer<KratyException> onError) {
            this.onError = onError;
            return this;
        }

        /**
         * The finished options.
         *
         * @throws IllegalArgumentException naming what is out of range
         */
        public StartWhenReadyOptions build() {
            return new StartWhenReadyOptions(interval, timeout, onUpdate, onError);
        }
    }
}
