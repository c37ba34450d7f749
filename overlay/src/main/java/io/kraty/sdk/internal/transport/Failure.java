package io.kraty.sdk.internal.transport;

import io.kraty.api.model.ErrorBody;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Builds the exceptions of one attempt.
 *
 * @param request what was asked
 * @param redactor keeps the secrets it was asked with out of texts
 * @param attempt which attempt it was, from 1
 * @param now when, by the device's clock
 */
record Failure(ApiRequest<?> request, Redactor redactor, int attempt, Instant now) {
    Failure(Authorized<?> what, Redactor redactor, int attempt, Instant now) {
        this(what.request(), redactor.and(what.playerSecret()), attempt, now);
    }

    KratyApiException of(int status, ErrorBody error, Response response) {
        return start(status, error.code().value(), response)
                .message(error.message() == null ? "" : error.message())
                .details(error.details())
                .build();
    }

    KratyApiException unreadable(String what, Response response, @Nullable Throwable cause) {
        return start(response.code(), ErrorCode.INTERNAL_ERROR.value(), response)
                .message(redactor.redact(what))
                .cause(cause)
                .build();
    }

    KratyNetworkException network(IOException cause) {
        return failed("failed " + (attempt == 1 ? "" : "on attempt " + attempt + " ") + "without an answer", cause);
    }

    /** The answer came, but reading it was ended, by the caller or because it took too long. */
    KratyNetworkException unread(InterruptedIOException cause) {
        return Thread.currentThread().isInterrupted()
                ? interrupted(cause)
                : failed("was answered, but the answer could not be read in time", cause);
    }

    /** {@code how} it failed, as in "the request …". */
    KratyNetworkException failed(String how, IOException failure) {
        IOException cause = redactor.redact(failure);
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new KratyNetworkException(request + " " + how + ": " + why, attempt, cause);
    }

    KratyNetworkException interrupted(Exception cause) {
        return new KratyNetworkException(request + " was interrupted", attempt, redactor.isClean(cause) ? cause : null);
    }

    KratyAnswerTooLargeException tooLarge(TooLargeException cause) {
        return new KratyAnswerTooLargeException(
                request + " was answered with " + cause.getMessage(), attempt, redactor.redact(cause));
    }

    private KratyApiException.Builder start(int status, String code, Response response) {
        String requestId = response.header("X-Request-Id");
        return KratyApiException.builder(status, code)
                .request(request.toString())
                .attempts(attempt)
                .requestId(requestId == null ? null : redactor.redact(requestId))
                .retryAfter(RetryAfter.parse(response.header("Retry-After"), response.header("Date"), now));
    }
}
