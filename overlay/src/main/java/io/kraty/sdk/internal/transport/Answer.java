package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param request what was asked, as it was sent
 * @param response status and headers; its body was read
 * @param body what it said
 * @param failure how to say what is wrong with it
 * @param sentNanos right before it was sent, by the clock that only goes forward
 * @param receivedNanos right after the last byte came, by the same clock
 * @param ending is told what became of it: null if sense could be made of it, else why not
 */
record Answer(
        ApiRequest<?> request,
        Response response,
        Body body,
        Failure failure,
        long sentNanos,
        long receivedNanos,
        Consumer<@Nullable Throwable> ending) {
    Answer(ApiRequest<?> request, Response response, Body body, Failure failure, long sentNanos, long receivedNanos) {
        this(request, response, body, failure, sentNanos, receivedNanos, why -> {});
    }

    Answer telling(Consumer<@Nullable Throwable> told) {
        return new Answer(request, response, body, failure, sentNanos, receivedNanos, told);
    }

    /** It is what {@code read} makes of it, which is the end of it. */
    <R> R as(Function<Answer, R> read) {
        R result = check(read);
        ending.accept(null);
        return result;
    }

    /** Goes on if {@code check} finds no fault with it. */
    <R> R check(Function<Answer, R> check) {
        try {
            return check.apply(this);
        } catch (RuntimeException | Error e) {
            ending.accept(e);
            throw e;
        }
    }
}
