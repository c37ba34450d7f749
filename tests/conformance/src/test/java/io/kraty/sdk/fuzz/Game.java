package io.kraty.sdk.fuzz;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.KratyRetryConfig;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** What the targets that have a whole client share: answers come from the target, without a network. */
final class Game {
    private static final MediaType JSON = MediaType.get("application/json");

    private Game() {}

    /** With a player whose secret is known. */
    static KratyClientOptions.Builder answeredBy(Interceptor answers) {
        return TestOptions.signedIn("https://game.example", FakeTiming.flowing())
                .httpClient(new OkHttpClient.Builder().addInterceptor(answers).build())
                .retry(KratyRetryConfig.none());
    }

    /** A failure may be declared, and still hide a mistake of ours behind it. */
    static void assertNoMistakeBehind(KratyException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof NullPointerException
                    || cause instanceof IndexOutOfBoundsException
                    || cause instanceof ClassCastException
                    || cause instanceof ArithmeticException
                    || cause instanceof NegativeArraySizeException) {
                throw new AssertionError("a mistake behind " + failure, cause);
            }
        }
    }

    static Response.Builder answer(Interceptor.Chain chain, int status, ResponseBody body) {
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_2)
                .code(status)
                .message("")
                .body(body);
    }

    static Response json(Interceptor.Chain chain, int status, byte[] body) {
        return answer(chain, status, ResponseBody.create(body, JSON)).build();
    }
}
