package io.kraty.sdk.internal.transport;

import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import okhttp3.Response;

/** What is wrong with a stream, or with the answer that it got. */
public final class StreamErrors {
    private final long most;
    private final Failure failure;

    /** @param most how many bytes of a refusal are read */
    StreamErrors(long most, Failure failure) {
        this.most = most;
        this.failure = failure;
    }

    /** Its answer is not a success. */
    public KratyApiException refusal(Response response) throws IOException {
        return ResponseReader.error(response, Body.read(response, most, ChronoUnit.FOREVER.getDuration()), failure);
    }

    /** A part of its answer is larger than what is read. */
    public KratyAnswerTooLargeException tooLarge(TooLargeException cause) {
        return failure.tooLarge(cause);
    }

    /** Its answer is a success, but {@code what} instead of a stream. */
    public KratyApiException notAStream(Response response, String what) {
        return ResponseReader.unreadable(response, "answered with " + what, failure);
    }

    /** An event in it cannot be read because of {@code cause}. */
    public KratyApiException event(Response response, String name, String data, Exception cause) {
        return ResponseReader.event(response, name, data, cause, failure);
    }

    /** Its connection did not come about, or broke off. */
    public KratyNetworkException lost(IOException cause) {
        return failure.failed("was lost", cause, true);
    }
}
