package io.kraty.sdk.internal.transport;

import io.kraty.sdk.KratyApiException;
import java.io.IOException;
import okhttp3.Response;

/** What is wrong with the answer that a stream got. */
public final class StreamErrors {
    private final ResponseReader responses;
    private final Response response;
    private final Failure failure;

    StreamErrors(ResponseReader responses, Response response, Failure failure) {
        this.responses = responses;
        this.response = response;
        this.failure = failure;
    }

    /** It is not a success. */
    public KratyApiException refusal() throws IOException {
        return responses.error(
                response.code(), response, response.body().byteString().utf8(), failure);
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
