package io.kraty.sdk.internal.transport;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Headers of an answer that OkHttp would act on in ways that are not ours. */
final class AnswerHeaders implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String length = response.header("Content-Length");
        // It would ask for a negative number of bytes; only -1 it takes for an unknown number, as some servers mean it.
        if (length != null && length.startsWith("-") && !length.equals("-1")) {
            throw new ProtocolException("a content of negative length");
        }
        return keepRetryWithTheSdk(response);
    }

    /**
     * OkHttp answers a 503 with {@code Retry-After: 0} by sending the request again on its own, uncounted, and chokes on a
     * large number. It only looks at whole numbers, and we read both the same.
     */
    private static Response keepRetryWithTheSdk(Response response) {
        String retryAfter = response.header("Retry-After");
        return response.code() == 503 && retryAfter != null && retryAfter.matches("0+|\\d{10,}")
                ? response.newBuilder().header("Retry-After", retryAfter + ".0").build()
                : response;
    }
}
