package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many retries all calls of one SDK instance have left together. When a service is in trouble, what its clients repeat is
 * what keeps it there: with four attempts each it gets four times the load at the moment when it can bear the least. A retry
 * takes one; an answer of a working service brings half of one.
 *
 * <p>Half, not one: a service that answers every second request would be asked twice as often for ever, and so stay as it is. And
 * not a fifth: on a phone in a train a third of all requests get lost, which is no fault of the service's, and calls are to
 * come through all the same. With half they do; a service gets at most 1.5 times its load, and the fewer retries the less it answers.
 *
 * <p>It is small, and holds what two calls that fail can use. The hundred retries that a server's SDK has in store last a player
 * who calls twice a minute for a quarter of an hour in which nothing works. Two, and not one, because calls come in parallel,
 * and what breaks all connections for a moment should fail none of them.
 *
 * <p>What is whose fault: a refusal with a code of the platform's is an answer of a working service. 408, 425, 429, 5xx and silence
 * are not, whatever {@code Retry-After} they bring, and repeating them takes one. The page of somebody in between tells
 * nothing. If no name can be looked up or the network is not there at all, that is the device's own trouble: nothing it repeats
 * reaches anybody, so it is free, and who comes out of a tunnel has the budget of who went in. A network that is there and
 * silent cannot be told from a service that is; then the first call afterwards has one attempt, over a new connection, since
 * those that were silent are gone. Thread-safe.
 */
public final class RetryBudget {
    // In halves of a retry.
    private static final int RETRY = 2;

    private final int most;
    private final boolean isLimited;
    private int left;

    /** Full, with {@code retries}; null for no limit. */
    public RetryBudget(@Nullable Integer retries) {
        this.isLimited = retries != null;
        this.most = retries == null ? 0 : retries * RETRY;
        this.left = most;
    }

    /** Whether there is a retry after {@code failure}, which is taken then. */
    public synchronized boolean grants(KratyException failure) {
        if (!isLimited || isOffline(failure)) {
            return true;
        }
        if (left < RETRY) {
            return false;
        }
        left -= RETRY;
        return true;
    }

    /** A working service answered. */
    public synchronized void earn() {
        left = Math.min(left + 1, most);
    }

    /** Connections may have died while the game was away, so that a first attempt over one is no test of the service. */
    synchronized void resumed() {
        left = Math.max(left, Math.min(RETRY, most));
    }

    /** How many there are; null for no limit. */
    synchronized @Nullable Integer left() {
        return isLimited ? left / RETRY : null;
    }

    /** Whether it is an answer of a working service, if not the one that was hoped for. */
    static boolean isAnswered(KratyException failure) {
        return failure instanceof KratyApiException && !RetryPolicy.mayPass(failure);
    }

    /** Whether it shows that the device has no network: then nothing was sent to anybody. */
    static boolean isOffline(KratyException failure) {
        if (failure instanceof KratyNetworkException) {
            for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof UnknownHostException
                        || cause instanceof NoRouteToHostException
                        || (cause instanceof ConnectException && isUnreachable(cause))) {
                    return true;
                }
            }
        }
        return false;
    }

    // The one of them that Java has no class for: "Network is unreachable", and ENETUNREACH on Android.
    private static boolean isUnreachable(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
        return message.contains("network is unreachable") || message.contains("enetunreach");
    }

    /** {@code failure}, saying that it is not repeated for want of budget. */
    static KratyException spent(KratyException failure) {
        if (failure instanceof KratyApiException api) {
            return api.withRetryBudgetSpent();
        }
        return failure instanceof KratyNetworkException network ? network.withRetryBudgetSpent() : failure;
    }
}
