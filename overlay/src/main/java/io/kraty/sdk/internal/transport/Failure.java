package io.kraty.sdk.internal.transport;

import io.kraty.api.model.ErrorBody;
import io.kraty.api.model.ErrorCode;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Builds the exceptions of one attempt.
 *
 * @param what what was asked
 * @param redactor keeps the secrets it was asked with out of texts
 * @param attempt which attempt it was, from 1
 * @param before what is known of the attempts before it
 * @param now when, by the device's clock
 */
record Failure(Authorized<?> what, Redactor redactor, int attempt, Outcome before, Instant now) {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERRORS = 500;
    // Longer than any code or id that somebody gives by intent.
    static final int MOST_NAME = 200;

    /** Of one attempt. */
    static Failure of(Ask ask, Redactor redactor, Instant now) {
        return new Failure(ask.what(), redactor.and(ask.what().playerSecret()), ask.attempt(), ask.before(), now);
    }

    /** Of a stream, which changes nothing. */
    static Failure ofStream(Authorized<?> what, Redactor redactor, Instant now) {
        return new Failure(what, redactor.and(what.playerSecret()), 1, Outcome.NOT_SENT, now);
    }

    KratyApiException of(int status, ErrorBody error, Response response) {
        boolean unknown = status == REQUEST_TIMEOUT || status >= SERVER_ERRORS;
        return start(status, error.code().value(), response)
                .outcome(all(unknown ? Outcome.UNKNOWN : Outcome.REFUSED))
                .message(error.message() == null ? "" : error.message())
                .details(error.details())
                .build();
    }

    KratyApiException unreadable(String what, Response response, @Nullable Throwable cause) {
        return start(response.code(), ErrorCode.INTERNAL_ERROR.value(), response)
                .outcome(all(Outcome.UNKNOWN))
                .message(redactor.excerpt(what))
                .cause(cause)
                .build();
    }

    KratyNetworkException network(IOException cause, boolean sent) {
        return failed(
                "failed " + (attempt == 1 ? "" : "on attempt " + attempt + " ") + "without an answer", cause, sent);
    }

    /** The answer came, but reading it was ended, by the caller or because it took too long. */
    KratyNetworkException unread(InterruptedIOException cause) {
        return Thread.currentThread().isInterrupted()
                ? interrupted(cause, true)
                : failed("was answered, but the answer could not be read in time", cause, true);
    }

    /** {@code how} it failed, as in "the request …". */
    KratyNetworkException failed(String how, IOException failure, boolean sent) {
        IOException cause = redactor.redact(failure);
        // Of the original: the copy without secrets knows no kinds of failures.
        return network(what + " " + how + ": " + redactor.excerpt(Reason.of(failure)), cause, sent);
    }

    KratyNetworkException interrupted(Exception cause, boolean sent) {
        return network(what + " was interrupted", redactor.isClean(cause) ? cause : null, sent);
    }

    private KratyNetworkException network(String message, @Nullable Exception cause, boolean sent) {
        Outcome outcome = all(sent ? Outcome.UNKNOWN : Outcome.NOT_SENT);
        return new KratyNetworkException(message, attempt, cause, outcome, what.repeatKey());
    }

    KratyAnswerTooLargeException tooLarge(TooLargeException cause) {
        return new KratyAnswerTooLargeException(
                what + " was answered with " + cause.getMessage(),
                attempt,
                redactor.redact(cause),
                all(Outcome.UNKNOWN),
                what.repeatKey());
    }

    /** Together with the attempts before: a doubt stays. What was asked for the sake of something else decides that. */
    private Outcome all(Outcome own) {
        if (what.isAside()) {
            return Outcome.NOT_SENT;
        }
        return own.compareTo(before) < 0 ? before : own;
    }

    private KratyApiException.Builder start(int status, String code, Response response) {
        String requestId = response.header("X-Request-Id");
        return KratyApiException.builder(status, code)
                .request(what.toString())
                .attempts(attempt)
                .idempotencyKey(what.repeatKey())
                .requestId(requestId == null ? null : redactor.excerpt(requestId, MOST_NAME))
                .retryAfter(RetryAfter.parse(response.header("Retry-After"), response.header("Date"), now));
    }
}
