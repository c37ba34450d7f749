package io.kraty.sdk.internal.transport;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.model.ErrorBody;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.ErrorEnvelope;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.KratyApiException;
import java.io.IOException;
import java.io.StringReader;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Turns a whole answer into a result or into the one exception that says what it was instead. */
final class ResponseReader {
    private static final int EXCERPT = 200;
    private static final int FIRST_ERROR = 300;
    private static final int FIRST_SUCCESS = 200;
    // How an error envelope starts, as the API description spells it: a success that holds it may be an error after
    // all.
    private static final String ERROR_MARK = errorMark();

    private final Redactor redactor;

    ResponseReader(Redactor redactor) {
        this.redactor = redactor;
    }

    /**
     * The result of a success.
     *
     * @param body the whole body
     * @throws KratyApiException if it is an error, or cannot be understood
     */
    <T> T read(ApiRequest<T> request, Response response, String body, Failure failure) {
        int status = response.code();
        if (status < FIRST_SUCCESS || status >= FIRST_ERROR) {
            throw error(status, response, body, failure);
        }
        if (body.contains(ERROR_MARK)) {
            ErrorBody error = errorIn(body, failure);
            if (error != null) {
                throw failure.of(status, error, response);
            }
        }
        return success(request, response, body, failure);
    }

    /** The error in an answer that is not a success. */
    KratyApiException error(int status, Response response, String body, Failure failure) {
        ErrorBody error = errorIn(body, failure);
        if (error != null) {
            return failure.of(status, error, response);
        }
        String what = status < 400
                ? "a redirect, which is never followed"
                : "no error envelope but " + excerpt(body, response);
        return failure.unreadable(status, "answered with " + what, response, null, redactor);
    }

    private <T> T success(ApiRequest<T> request, Response response, String body, Failure failure) {
        int status = response.code();
        if (body.trim().isEmpty()) {
            throw failure.unreadable(status, "answered without a body", response, null, redactor);
        }
        try (JsonReader in = new JsonReader(new StringReader(body))) {
            Object answer = request.read(status, in);
            T result = answer == null ? null : request.resultOf(status, answer);
            if (result != null && in.peek() == JsonToken.END_DOCUMENT) {
                return result;
            }
            String what = result == null ? "nothing that is a result" : "more than one document";
            throw failure.unreadable(status, "answered with " + what, response, null, redactor);
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            // JSON is not quoted: half a registration holds a secret that nobody knows yet.
            String what = body.trim().startsWith("{") ? "JSON that does not fit" : excerpt(body, response);
            throw failure.unreadable(
                    status, "answered with " + what + " (" + e.getMessage() + ")", response, e, redactor);
        }
    }

    private @Nullable ErrorBody errorIn(String text, Failure failure) {
        try (JsonReader in = new JsonReader(new StringReader(redactor.redact(text, failure.playerSecret())))) {
            ErrorEnvelope envelope = ErrorEnvelope.Adapter.INSTANCE.read(in);
            return envelope == null || envelope.error().code().value().isEmpty() ? null : envelope.error();
        } catch (IOException | RuntimeException e) {
            return null; // not the platform's envelope; what it is instead is said by whoever asked
        }
    }

    private static String excerpt(String text, Response response) {
        String contentType = response.header("Content-Type");
        String type = contentType == null ? "no content type" : contentType;
        String line = text.substring(0, Math.min(text.length(), 4 * EXCERPT))
                .replaceAll("\\s+", " ")
                .trim();
        if (line.isEmpty()) {
            return "an empty body (" + type + ")";
        }
        return (line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line) + " (" + type + ")";
    }

    private static String errorMark() {
        String json = ErrorEnvelope.Adapter.INSTANCE.toJson(new ErrorEnvelope(
                ErrorBody.builder().code(ErrorCode.INTERNAL_ERROR).message("").build()));
        return json.substring(json.indexOf('"'), json.indexOf(':'));
    }
}
