package io.kraty.sdk.internal.transport;

import io.kraty.sdk.KratyAnswerTooLargeException;
import io.kraty.sdk.KratyApiException;
import java.io.IOException;
import okhttp3.Response;

/** What is wrong with the answer that a stream got. */
public final class StreamErrors {
    private final ResponseReader responses;
    private final Response response;
    private final long most;
    private final Failure failure;

    /** @param most how many bytes of a refusal are read */
    StreamErrors(ResponseReader responses, Response response, long most, Failure failure) {
        this.responses = responses;
        this.response = response;
        this.most = most;
        this.failure = failure;
    }

    /** It is not a success. */
    public KratyApiException refusal() throws IOException {
        return responses.error(response, Body.read(response, most), failure);
    }

    /** A part of it is larger than what is read. */
    public KratyAnswerTooLargeException tooLarge(TooLargeException cause) {
        return failure.tooLarge(cause);
    }

    /** It is a success, but {@code what} instead of a stream. */
    public KratyApiException notAStream(String what) {
        return responses.unreadable(response, "answered with " + what, failure);
    }

    /** An event in it cannot be read because of {@code cause}. */
    public KratyApiException event(String name, String data, Exception cause) {
        return responses.event(response, name, data, cause, failure);
    }
}
