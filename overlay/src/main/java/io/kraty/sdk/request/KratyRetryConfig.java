package io.kraty.sdk.request;

import io.kraty.api.runtime.Checks;
import io.kraty.sdk.error.KratyException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often and how patiently a failed call is repeated.
 *
 * <p>Repeated are network failures, the statuses 408, 425, 429 and 5xx, unless the error code says that repeating cannot
 * help (a player whose attempts are used up, a rejected score). All attempts of one call carry the same idempotency key.
 * Before attempt <i>n</i>+1 the SDK waits {@code min(initialDelay · 2^(n-1), maxDelay)}, spread by {@code ± jitter} and
 * never longer than {@code maxDelay}; a {@code Retry-After} from the platform is waited for in full instead, up to
 * {@code maxRetryAfter}, and by chance up to {@code jitter} of it longer, since many hear the same. If it asks for more than
 * that, the error surfaces at once and carries the value.
 *
 * <p>All calls of one {@code Kraty}, its views and what it does in the background included, share a <b>retry budget</b>, so that
 * players do not hold down a service that is in trouble. A retry takes one from it, and each answer of a working service (a
 * success, or a refusal such as 404) brings half of one, up to {@code budget}. So calls come through while a third of all
 * requests get lost, and a service that answers nobody gets hardly more than one request per call. A single call that fails among others that succeed still gets all its attempts. While there is
 * less than one in it, a call is tried once, and its exception says so ({@link KratyException#retryBudgetSpent()}). Nothing is
 * taken while the device has no network, since no retry leaves it then; and {@code Kraty.resume()} sees to it that there is one, for
 * a connection that died meanwhile. Time alone brings nothing, or who calls rarely, as most players do, would repeat
 * everything through any outage.
 *
 * @param attempts total attempts, the first included, 1 to 20; 1 means no retry. Defaults to 4
 * @param initialDelay the first wait, at least 1 ms. Defaults to 100 ms
 * @param maxDelay the longest wait of our own choice, at least {@code initialDelay}. Defaults to 5 s
 * @param jitter how much a wait may differ from its base, 0 to 1. Defaults to 0.2
 * @param maxRetryAfter the longest {@code Retry-After} that is waited for, not negative. Defaults to 30 s
 * @param budget how many retries the budget holds at most, and at the start, 1 to 1,000; null for no budget. Defaults to what two
 *     failing calls use, {@code 2 · (attempts - 1)}, which is 6
 * @since 0.1.0
 */
public record KratyRetryConfig(
        int attempts,
        Duration initialDelay,
        Duration maxDelay,
        double jitter,
        Duration maxRetryAfter,
        @Nullable Integer budget) {
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_BUDGET = 1_000;
    private static final KratyRetryConfig DEFAULTS = new KratyRetryConfig(
            4, Duration.ofMillis(100), Duration.ofSeconds(5), 0.2, Duration.ofSeconds(30), usualBudget(4));

    public KratyRetryConfig {
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts: must be from 1 to " + MOST_ATTEMPTS + ", was " + attempts);
        }
        if (Checks.present("initialDelay", initialDelay).compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("initialDelay: must be at least 1 ms, was " + initialDelay);
        }
        if (Checks.present("maxDelay", maxDelay).compareTo(initialDelay) < 0) {
            throw new IllegalArgumentException(
                    "maxDelay: must be at least initialDelay (" + initialDelay + "), was " + maxDelay);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter: must be from 0 to 1, was " + jitter);
        }
        if (Checks.present("maxRetryAfter", maxRetryAfter).isNegative()) {
            throw new IllegalArgumentException("maxRetryAfter: must not be negative, was " + maxRetryAfter);
        }
        if (budget != null && (budget < 1 || budget > MOST_BUDGET)) {
            throw new IllegalArgumentException("budget: must be from 1 to " + MOST_BUDGET + ", was " + budget);
        }
    }

    private static int usualBudget(int attempts) {
        return Math.max(1, 2 * (attempts - 1));
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
        private @Nullable Integer budget;
        private boolean isUnlimited;

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

        /** How many retries all calls together have in store at most, 1 to 1,000. Defaults to {@code 2 · (attempts - 1)}. */
        public Builder budget(int retries) {
            this.budget = retries;
            this.isUnlimited = false;
            return this;
        }

        /** No budget: each call makes all its attempts, whatever becomes of the others. For tests, or a service of your own. */
        public Builder withoutBudget() {
            this.isUnlimited = true;
            return this;
        }

        /**
         * The finished settings.
         *
         * @throws IllegalArgumentException naming what is out of range
         */
        public KratyRetryConfig build() {
            Integer usual = budget == null ? usualBudget(attempts) : budget;
            return new KratyRetryConfig(
                    attempts, initialDelay, maxDelay, jitter, maxRetryAfter, isUnlimited ? null : usual);
        }
    }
}
