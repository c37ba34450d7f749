package io.kraty.sdk.request;

import java.time.Duration;

/**
 * How often and how patiently a failed call is repeated.
 *
 * <p>Repeated are network failures, the statuses 408, 425, 429 and 5xx, unless the error code says that repeating cannot
 * help (a player whose attempts are used up, a rejected score). All attempts of one call carry the same idempotency key.
 * Before attempt <i>n</i>+1 the SDK waits {@code min(initialDelay · 2^(n-1), maxDelay)}, spread by {@code ± jitter} and
 * never longer than {@code maxDelay}; a {@code Retry-After} from the platform is waited for in full instead, up to
 * {@code maxRetryAfter}. If it asks for more than that, the error surfaces at once and carries the value.
 *
 * @param attempts total attempts, the first included, 1 to 20; 1 means no retry. Defaults to 4
 * @param initialDelay the first wait, at least 1 ms. Defaults to 100 ms
 * @param maxDelay the longest wait of our own choice, at least {@code initialDelay}. Defaults to 5 s
 * @param jitter how much a wait may differ from its base, 0 to 1. Defaults to 0.2
 * @param maxRetryAfter the longest {@code Retry-After} that is waited for, not negative. Defaults to 30 s
 * @since 0.1.0
 */
public record KratyRetryConfig(
        int attempts, Duration initialDelay, Duration maxDelay, double jitter, Duration maxRetryAfter) {
    private static final int MOST_ATTEMPTS = 20;
    private static final KratyRetryConfig DEFAULTS =
            new KratyRetryConfig(4, Duration.ofMillis(100), Duration.ofSeconds(5), 0.2, Duration.ofSeconds(30));

    public KratyRetryConfig {
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts: must be from 1 to " + MOST_ATTEMPTS + ", was " + attempts);
        }
        if (initialDelay.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("initialDelay: must be at least 1 ms, was " + initialDelay);
        }
        if (maxDelay.compareTo(initialDelay) < 0) {
            throw new IllegalArgumentException(
                    "maxDelay: must be at least initialDelay (" + initialDelay + "), was " + maxDelay);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter: must be from 0 to 1, was " + jitter);
        }
        if (maxRetryAfter.isNegative()) {
            throw new IllegalArgumentException("maxRetryAfter: must not be negative, was " + maxRetryAfter);
        }
    }

    /** The defaults named above. */
    public static KratyRetryConfig defaults() {
        return DEFAULTS;
    }

    /** One attempt, no retry. */
    public static KratyRetryConfig none() {
        return builder().attempts(1).build();
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private int attempts = DEFAULTS.attempts;
        private Duration initialDelay = DEFAULTS.initialDelay;
        private Duration maxDelay = DEFAULTS.maxDelay;
        private double jitter = DEFAULTS.jitter;
        private Duration maxRetryAfter = DEFAULTS.maxRetryAfter;

        private Builder() {}

        /** Total attempts, 1 to 20. Defaults to 4. */
        public Builder attempts(int attempts) {
            this.attempts = attempts;
            return this;
        }

        /** The first wait, at least 1 ms. Defaults to 100 ms. */
        public Builder initialDelay(Duration initialDelay) {
            this.initialDelay = initialDelay;
            return this;
        }

        /** The longest wait of our own choice, at least {@code initialDelay}. Defaults to 5 s. */
        public Builder maxDelay(Duration maxDelay) {
            this.maxDelay = maxDelay;
            return this;
        }

        /** How much a wait may differ from its base, 0 to 1. Defaults to 0.2. */
        public Builder jitter(double jitter) {
            this.jitter = jitter;
            return this;
        }

        /** The longest {@code Retry-After} that is waited for. Defaults to 30 s. */
        public Builder maxRetryAfter(Duration maxRetryAfter) {
            this.maxRetryAfter = maxRetryAfter;
            return this;
        }

        /**
         * The finished settings.
         *
         * @throws IllegalArgumentException naming what is out of range
         */
        public KratyRetryConfig build() {
            return new KratyRetryConfig(attempts, initialDelay, maxDelay, jitter, maxRetryAfter);
        }
    }
}
