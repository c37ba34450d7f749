package io.kraty.sdk.internal.transport;

import io.kraty.api.model.ErrorCode;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.request.KratyRetryConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when to try again: a pure function of what happened, how often, and a random number.
 *
 * @param config the settings, whose documentation is the specification
 */
public record RetryPolicy(KratyRetryConfig config) {
    private static final String NO_CODE =
            ErrorCode.INTERNAL_ERROR.value(); // as answers without an error envelope have it
    private static final int REFUSALS = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    /**
     * The wait before the next attempt; null for none, because repeating cannot help, is not allowed any more, or the
     * platform asks for a longer wait than the settings grant.
     *
     * @param attempts how many were made, at least 1
     * @param failure how the last one ended
     * @param random uniform in [0, 1)
     */
    public @Nullable Duration delay(int attempts, KratyException failure, double random) {
        if (attempts >= config.attempts() || !canHelp(failure)) {
            return null;
        }
        Duration asked = failure instanceof KratyApiException api ? api.retryAfter() : null;
        if (asked != null) {
            return asked.compareTo(config.maxRetryAfter()) <= 0 ? later(asked, random) : null;
        }
        double doubled = (double) Durations.nanos(config.initialDelay()) * Math.pow(2, attempts - 1);
        double base = Math.min(doubled, (double) Durations.nanos(config.maxDelay()));
        double spread = base * (1 + (2 * random - 1) * config.jitter());
        return Duration.ofNanos((long) Math.min(spread, (double) Durations.nanos(config.maxDelay())));
    }

    private Duration later(Duration asked, double random) {
        return Duration.ofNanos((long) (Durations.nanos(asked) * (1 + random * config.jitter())));
    }

    /**
     * How long the platform asks to wait, and longer by chance: by up to a fifth, or up to {@code own} if that is more. Whoever is
     * told the same, and a date is the same moment for all, is not to come back in that moment. Null if it does not say.
     *
     * @param own how long the wait would be otherwise
     * @param random uniform in [0, 1)
     */
    public static @Nullable Duration asked(KratyException failure, Duration own, double random) {
        Duration asked = failure instanceof KratyApiException api ? api.retryAfter() : null;
        if (asked == null) {
            return null;
        }
        long spread = Math.max(Durations.nanos(asked) / 5, Durations.nanos(own));
        return asked.plusNanos((long) (random * spread));
    }

    /** Whether the same call may well succeed later. */
    public static boolean canHelp(KratyException failure) {
        if (failure instanceof KratyApiException api) {
            int status = api.status();
            boolean passing = status == REQUEST_TIMEOUT
                    || status == TOO_EARLY
                    || status == TOO_MANY_REQUESTS
                    || status >= SERVER_ERRORS;
            return passing && !ErrorCode.NEVER_RETRY.contains(ErrorCode.of(api.rawCode()));
        }
        return failure instanceof KratyNetworkException;
    }

    /**
     * Whether what goes on in the background should go on after it: it may well succeed later, the answer came from somebody
     * in between, such as the sign-in page of a hotel's network or a firewall, or the store could not be read, as a keychain
     * that is locked. What the platform refuses has a code.
     */
    public static boolean mayPass(KratyException failure) {
        return canHelp(failure)
                || failure instanceof KratySecretStoreException
                || (failure instanceof KratyApiException api && (api.status() < REFUSALS || api.is(NO_CODE)));
    }
}
