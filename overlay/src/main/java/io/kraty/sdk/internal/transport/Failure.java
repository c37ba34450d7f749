package io.kraty.sdk.internal.transport;

import io.kraty.api.model.ErrorBody;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.KratyAnswerTooLargeException;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyNetworkException;
import java.io.IOException;
import java.time.Instant;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Builds the exceptions of one attempt.
 *
 * @param request what was asked
 * @param playerSecret the secret it was asked with, to be kept out of texts; null for none
 * @param attempt which attempt it was, from 1
 * @param now when, by the device's clock
 */
record Failure(ApiRequest<?> request, @Nullable String playerSecret, int attempt, Instant now) {
    KratyApiException of(int status, ErrorBody error, Response response, Redactor redactor) {
        return start(status, error.code().value(), response, redactor)
                .message(error.message() == null ? "" : error.message())
                .details(error.details())
                .build();
    }

    KratyApiException unreadable(
            int status, String what, Response response, @Nullable Throwable cause, Redactor redactor) {
        return start(status, ErrorCode.INTERNAL_ERROR.value(), response, redactor)
                .message(redactor.redact(what, playerSecret))
                .cause(cause)
                .build();
    }

    KratyNetworkException network(IOException cause) {
        return new KratyNetworkException(
                request + " failed " + (attempt == 1 ? "" : "on attempt " + attempt + " ") + "without an answer: "
                        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
                attempt,
                cause);
    }

    KratyNetworkException interrupted(Exception cause) {
        return new KratyNetworkException(request + " was interrupted", attempt, cause);
    }

    KratyAnswerTooLargeException tooLarge(TooLargeException cause) {
        return new KratyAnswerTooLargeException(
                request + " was answered with " + cause.getMessage() + " (maxAnswerBytes in the options)",
                attempt,
                cause);
    }

    private KratyApiException.Builder start(int status, String code, Response response, Redactor redactor) {
        String requestId = response.header("X-Request-Id");
        return KratyApiException.builder(status, code)
                .request(request.toString())
                .attempts(attempt)
                .requestId(requestId == null ? null : redactor.redact(requestId, playerSecret))
                .retryAfter(RetryAfter.parse(response.header("Retry-After"), response.header("Date"), now));
    }
}
