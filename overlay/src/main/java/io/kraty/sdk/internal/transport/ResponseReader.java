package io.kraty.sdk.internal.transport;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.model.ErrorBody;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.ErrorEnvelope;
import io.kraty.api.model.KratyErrorCode;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.error.KratyApiException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Function;
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

    private ResponseReader() {}

    /**
     * The result of a success.
     *
     * @param objection what is wrong with a result all the same; null if nothing is
     * @throws KratyApiException if it cannot be understood
     */
    static <T> T read(ApiRequest<T> request, Answer answer, Function<T, @Nullable String> objection) {
        if (answer.body().contains(ERROR_MARK)) { // accepted, but not done: a success that holds an error after all
            ErrorBody error = errorIn(answer.body(), answer.failure());
            if (error != null) {
                throw answer.failure().of(answer.response().code(), error, answer.response());
            }
        }
        T result = success(request, answer.response(), answer.body(), answer.failure());
        String useless = objection.apply(result);
        if (useless != null) {
            throw unreadable(answer.response(), "answered with " + useless, answer.failure());
        }
        return result;
    }

    /** Throws if the status is not that of a success. */
    static void check(Answer answer) {
        int status = answer.response().code();
        if (status < FIRST_SUCCESS || status >= FIRST_ERROR) {
            throw error(answer.response(), answer.body(), answer.failure());
        }
    }

    /** The error in an answer that is not a success. */
    static KratyApiException error(Response response, Body body, Failure failure) {
        int status = response.code();
        ErrorBody error = errorIn(body, failure);
        if (error != null) {
            return failure.of(status, error, response);
        }
        String what = status >= FIRST_ERROR && status < 400
                ? "a redirect, which is never followed"
                : "no error envelope but " + excerpt(body, response, failure);
        return failure.unreadable("answered with " + what, response, null);
    }

    private static <T> T success(ApiRequest<T> request, Response response, Body body, Failure failure) {
        int status = response.code();
        if (body.isBlank()) {
            throw failure.unreadable("answered without a body", response, null);
        }
        try {
            T ordinary = ordinary(request, status, body.ordinaryBytes());
            return ordinary != null ? ordinary : any(request, response, body, failure);
        } catch (InterruptedIOException e) {
            throw failure.unread(e);
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            String what = body.beginning().trim().startsWith("{")
                    ? "JSON that does not fit"
                    : excerpt(body, response, failure);
            throw failure.unreadable(
                    "answered with " + what + " (" + e.getMessage() + ")", response, ifClean(e, failure));
        } catch (OutOfMemoryError | StackOverflowError e) { // within the limit, but too much for this heap or stack
            throw failure.tooLarge(TooLargeException.forMemory());
        }
    }

    /** The result, if the fast reader understands it, as it does nearly always. */
    private static <T> @Nullable T ordinary(ApiRequest<T> request, int status, byte @Nullable [] json) {
        Object answer = json == null ? null : request.readOrdinary(status, json);
        return answer == null ? null : request.resultOf(status, answer);
    }

    /** The result; with what is wrong, and where, if there is none. */
    private static <T> T any(ApiRequest<T> request, Response response, Body body, Failure failure) throws IOException {
        try (JsonReader in = new JsonReader(body.reader())) {
            Object answer = request.read(response.code(), in);
            T result = answer == null ? null : request.resultOf(response.code(), answer);
            if (result != null && in.peek() == JsonToken.END_DOCUMENT) {
                return result;
            }
            String what = result == null ? "nothing that is a result" : "more than one document";
            throw failure.unreadable("answered with " + what, response, null);
        }
    }

    /** A success that is not what was asked for; {@code what} says what it is instead. */
    static KratyApiException unreadable(Response response, String what, Failure failure) {
        return failure.unreadable(what, response, null);
    }

    /** One event of a stream that cannot be read. */
    static KratyApiException event(Response response, String name, String data, Exception cause, Failure failure) {
        String excerpt = failure.redactor().excerpt(data, EXCERPT);
        String what = "sent an event \"" + name + "\" that cannot be read: " + excerpt;
        return failure.unreadable(what, response, ifClean(cause, failure));
    }

    /** A parser may quote what it choked on, and a cause is printed as it is. */
    private static @Nullable Exception ifClean(Exception cause, Failure failure) {
        return failure.redactor().isClean(cause) ? cause : null;
    }

    private static @Nullable ErrorBody errorIn(Body body, Failure failure) {
        try (JsonReader in = new JsonReader(body.reader())) {
            ErrorEnvelope envelope = ErrorEnvelope.Adapter.INSTANCE.read(in);
            return envelope == null || envelope.error().code().value().isEmpty()
                    ? null
                    : fitToBeTold(envelope.error(), failure.redactor());
        } catch (InterruptedIOException e) {
            throw failure.unread(e);
        } catch (IOException | RuntimeException e) {
            return null; // not the platform's envelope; what it is instead is said by whoever asked
        }
    }

    /** Without secrets, and with as much of its texts as anybody reads: they are printed, and the outbox keeps them. */
    private static ErrorBody fitToBeTold(ErrorBody error, Redactor redactor) {
        String message = error.message();
        ErrorCode code = error.code();
        boolean isKnown = code.known() != KratyErrorCode.UNRECOGNIZED;
        return ErrorBody.builder()
                .code(isKnown ? code : ErrorCode.of(redactor.excerpt(code.value(), Failure.MOST_NAME)))
                .message(message == null ? null : redactor.excerpt(message))
                .details(redactor.redactAll(error.details()))
                .build();
    }

    /** The beginning of a page or a plain text. Redacted before it is cut: half a secret is not found any more. */
    private static String excerpt(Body body, Response response, Failure failure) {
        String contentType = response.header("Content-Type");
        String type = contentType == null ? "no content type" : contentType;
        String clean = failure.redactor().redact(body.beginning());
        String line = clean.substring(0, Math.min(clean.length(), 4 * EXCERPT))
                .replaceAll("\\s+", " ")
                .trim();
        if (line.isEmpty()) {
            return "an empty body (" + type + ")";
        }
        // A registration holds a secret that nobody knows yet, in whatever form: of what is not a page, nothing is
        // quoted that could be one.
        if (!line.startsWith("<") && (response.isSuccessful() || line.indexOf('"') >= 0)) {
            return body.size() + " bytes (" + type + ")";
        }
        return (line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line) + " (" + type + ")";
    }

    private static String errorMark() {
        String json = ErrorEnvelope.Adapter.INSTANCE.toJson(new ErrorEnvelope(
                ErrorBody.builder().code(ErrorCode.INTERNAL_ERROR).message("").build()));
        return json.substring(json.indexOf('"'), json.indexOf(':'));
    }
}
