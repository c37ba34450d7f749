package io.kraty.sdk.wire;

import io.kraty.sandbox.KratySandbox;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Several environments of a game at one address, as the platform has them: the key decides which one a request is for. A
 * sandbox is one environment with one key of its own choice, so this leads each key to a sandbox and makes it that key.
 */
public final class OneAddress implements AutoCloseable {
    private static final String SCHEME = "Bearer ";
    private static final String SECRET = "X-Player-Secret";

    private final Map<String, KratySandbox> environments = new ConcurrentHashMap<>();
    private final OkHttpClient onward = new OkHttpClient();
    private final TinyServer server;

    public OneAddress() {
        try {
            server = TinyServer.answering(this::lead);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** From here on, {@code apiKey} is a key of the environment that {@code sandbox} plays. */
    public OneAddress key(String apiKey, KratySandbox sandbox) {
        environments.put(apiKey, sandbox);
        return this;
    }

    public String url() {
        return server.url();
    }

    private void lead(Exchange exchange) throws IOException {
        Received sent = exchange.request();
        String authorization = sent.header("Authorization");
        KratySandbox sandbox =
                authorization == null ? null : environments.get(authorization.substring(SCHEME.length()));
        if (sandbox == null) {
            exchange.answer(500, "text/plain", "a key nobody gave out");
            return;
        }
        Request.Builder request = new Request.Builder()
                .url(sandbox.baseUrl() + sent.target())
                .method(
                        sent.method(),
                        sent.method().equals("GET")
                                ? null
                                : RequestBody.create(sent.body(), MediaType.get("application/json")))
                .header("Authorization", SCHEME + sandbox.apiKey());
        if (sent.header(SECRET) != null) {
            request.header(SECRET, sent.header(SECRET));
        }
        try (Response answer = onward.newCall(request.build()).execute()) {
            exchange.json(answer.code(), answer.body().string());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        onward.connectionPool().evictAll();
    }
}
