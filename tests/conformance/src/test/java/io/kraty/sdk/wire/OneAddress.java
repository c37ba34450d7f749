package io.kraty.sdk.wire;

import io.kraty.sandbox.KratySandbox;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Several environments of a game at one address, as the platform has them: the key decides which one a request is for. A
 * sandbox is one environment with one key of its own choice, so this leads each key to a sandbox and makes it that key.
 */
public final class OneAddress implements Interceptor {
    public static final String URL = "https://game.example";

    private static final String SCHEME = "Bearer ";

    private final Map<String, KratySandbox> environments = new ConcurrentHashMap<>();

    /** From here on, {@code apiKey} is a key of the environment that {@code sandbox} plays. */
    public OneAddress key(String apiKey, KratySandbox sandbox) {
        environments.put(apiKey, sandbox);
        return this;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request sent = chain.request();
        String authorization = sent.header("Authorization");
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw new AssertionError("a request without a key: " + sent);
        }
        KratySandbox sandbox = environments.get(authorization.substring(SCHEME.length()));
        if (sandbox == null) {
            throw new AssertionError("a key nobody gave out: " + sent.url());
        }
        HttpUrl there = HttpUrl.get(sandbox.baseUrl());
        return chain.proceed(sent.newBuilder()
                .url(sent.url()
                        .newBuilder()
                        .scheme(there.scheme())
                        .host(there.host())
                        .port(there.port())
                        .build())
                .header("Authorization", SCHEME + sandbox.apiKey())
                .build());
    }

    /** An HTTP client that finds the environments. */
    public OkHttpClient client() {
        return new OkHttpClient.Builder().addInterceptor(this).build();
    }
}
