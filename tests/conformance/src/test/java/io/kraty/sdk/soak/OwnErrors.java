package io.kraty.sdk.soak;

import java.io.IOException;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Finds the answers in which the sandbox says that it failed, whatever the client makes of them. */
final class OwnErrors implements Interceptor {
    private static final int EXCERPT = 1000;

    private final Consumer<String> told;

    OwnErrors(Consumer<String> told) {
        this.told = told;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() == 500) {
            String body = response.peekBody(EXCERPT).string();
            if (body.contains("The sandbox failed")) {
                told.accept(chain.request().method() + " " + chain.request().url() + " was answered 500: " + body);
            }
        }
        return response;
    }
}
