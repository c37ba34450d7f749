package io.kraty.sdk.live;

import io.kraty.api.model.Lobby;
import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.internal.concurrent.Durations;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How to wait for a lobby. Listeners are called where {@code callbackExecutor} in the options of the SDK says, else on the
 * waiting thread; what they throw is logged and changes nothing. Immutable.
 *
 * @param interval the time between two reads, at least 1 ms; it varies by up to a tenth. Defaults to 1 s
 * @param timeout how long to wait in all, at least 1 ms. Defaults to 60 s
 * @param onUpdate gets every reading, to draw the lobby filling up. Defaults to nobody
 * @param onError gets every failure that the wait survives. Defaults to nobody
 * @since 0.1.0
 */
public record PollLobbyOptions(
        Duration interval, Duration timeout, Consumer<Lobby> onUpdate, Consumer<KratyException> onError) {
    public PollLobbyOptions {
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
        private Consumer<Lobby> onUpdate = lobby -> {};
        private Consumer<KratyException> onError = error -> {};

        private Builder() {}

        /** The time between two reads, at least 1 ms. Defaults to 1 s. */
        public Builder interval(Duration interval) {
            this.interval = interval;
            return this;
        }

        /** How long to wait in all, at least 1 ms. Defaults to 60 s. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** Gets every reading. Defaults to nobody. */
        public Builder onUpdate(Consumer<Lobby> onUpdate) {
            this.onUpdate = onUpdate;
            return this;
        }

        /** Gets every failure that the wait survives. Defaults to nobody. */
        public Builder onError(Consumer<KratyException> onError) {
            this.onError = onError;
            return this;
        }

        /**
         * The finished options.
         *
         * @throws IllegalArgumentException naming what is out of range
         */
        public PollLobbyOptions build() {
            return new PollLobbyOptions(interval, timeout, onUpdate, onError);
        }
    }
}
