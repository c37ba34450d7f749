package io.kraty.sdk.internal.transport;

import io.kraty.api.model.KratyErrorCode;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, in one word. There are few of them, whatever comes over the wire, because each may become a time series
 * of the game's.
 */
final class OutcomeCode {
    private OutcomeCode() {}

    /** The word for {@code why} there is no result, or for null, that there is one. To be asked on the thread of the attempt. */
    static String of(@Nullable Throwable why, Underway underway) {
        if (why == null) {
            return "ok";
        }
        if (why instanceof KratyApiException api) {
            return api.code() == KratyErrorCode.UNRECOGNIZED
                    ? "unrecognized"
                    : api.code().value();
        }
        if (why instanceof KratyNetworkException) {
            return Thread.currentThread().isInterrupted()
                    ? "interrupted"
                    : underway.isCancelled() ? "closed" : isTimeout(why) ? "timeout" : "network";
        }
        return why instanceof KratyAnswerTooLargeException ? "too_large" : "error";
    }

    // What OkHttp throws when time is up, on its own or on behalf of a socket.
    private static boolean isTimeout(Throwable why) {
        for (Throwable cause = why.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedIOException) {
                return true;
            }
        }
        return false;
    }
}
