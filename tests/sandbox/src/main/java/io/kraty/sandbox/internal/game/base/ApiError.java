package io.kraty.sandbox.internal.game.base;

import io.kraty.api.model.ErrorBody;
import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.ErrorEnvelope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer that is an error envelope: thrown where a rule says no. Whatever it interrupts has changed nothing. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ErrorBody body;
    private final transient Map<String, String> headers;

    public ApiError(int status, ErrorCode code, String message) {
        this(status, code, message, null);
    }

    public ApiError(int status, ErrorCode code, String message, @Nullable Map<String, ?> details) {
        this(
                status,
                ErrorBody.builder().code(code).message(message).details(details).build(),
                Map.of());
    }

    private ApiError(int status, ErrorBody body, Map<String, String> headers) {
        super(body.message(), null, false, false);
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    /** The same with a header that says more. */
    public ApiError with(String header, String value) {
        return new ApiError(status, body, Map.of(header, value));
    }

    /** 400: one field of the body or of the query is not what it should be. */
    public static ApiError invalid(String field, String problem) {
        return new ApiError(
                400,
                ErrorCode.VALIDATION_FAILED,
                "The request is not valid: " + field + " " + problem + ".",
                Map.of(field, problem));
    }

    /** 404. */
    public static ApiError notFound(String what) {
        return new ApiError(404, ErrorCode.NOT_FOUND, "There is no such " + what + ".");
    }

    /** 409 of the general kind. */
    public static ApiError conflict(String message) {
        return new ApiError(409, ErrorCode.CONFLICT, message);
    }

    /** 403 with its own code. */
    public static ApiError forbidden(ErrorCode code, String message) {
        return new ApiError(403, code, message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Headers of the answer, besides those that every answer has. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The answer's body. */
    public ErrorEnvelope envelope() {
        return new ErrorEnvelope(body);
    }
}
