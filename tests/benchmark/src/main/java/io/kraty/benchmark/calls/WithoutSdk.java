package io.kraty.benchmark.calls;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.kraty.benchmark.speed.ByHand;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The leanest code that somebody would write for the same: OkHttp with a time limit, Gson's stream read and written by hand, an
 * exception for whatever is not a success. No repeating, no player who registers, no limit for what an answer may hold.
 */
final class WithoutSdk implements Game {
    private static final MediaType JSON = MediaType.get("application/json");
    // What the SDK says of itself, so that the same bytes are sent.
    private static final String IDENTIFICATION = "kraty-java/0.1.0-SNAPSHOT";
    private static final int SMALL = 4096;
    private static final int MOST_IDLE = 100; // as many as the SDK: the usual five are closed again among 64 callers

    private final OkHttpClient client = new OkHttpClient.Builder()
            .callTimeout(10, TimeUnit.SECONDS)
            .connectionPool(new ConnectionPool(MOST_IDLE, 5, TimeUnit.MINUTES))
            .build();
    private final SecureRandom random = new SecureRandom();
    private final HttpUrl base;

    WithoutSdk(String url) {
        this.base = HttpUrl.get(url);
    }

    @Override
    public Object wallet() throws IOException {
        HttpUrl url = base.newBuilder()
                .addPathSegments("sdk/v1/players")
                .addPathSegment(PLAYER)
                .addPathSegment("wallet")
                .build();
        return send(request(url).header("X-Player-Secret", SECRET).build(), ByHand::wallet);
    }

    @Override
    public Object board() throws IOException {
        HttpUrl url = base.newBuilder()
                .addPathSegments("sdk/v1/event-leaderboards")
                .addPathSegment(BOARD)
                .build();
        return send(request(url).build(), ByHand::board);
    }

    @Override
    public Object progress() throws IOException {
        HttpUrl url = base.newBuilder()
                .addPathSegments("sdk/v1/players")
                .addPathSegment(PLAYER)
                .addPathSegment("events")
                .addPathSegment(EVENT)
                .addPathSegment("attempts")
                .addPathSegment(ATTEMPT)
                .addPathSegment("progress")
                .build();
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.beginObject();
            out.name("mode").value("increment");
            out.name("metricValue").value(1);
            out.name("idempotencyKey").value(key());
            out.endObject();
        }
        return send(
                request(url)
                        .header("X-Player-Secret", SECRET)
                        .post(RequestBody.create(text.toString().getBytes(StandardCharsets.UTF_8), JSON))
                        .build(),
                ByHand::progressed);
    }

    private Request.Builder request(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("X-Kraty-SDK", IDENTIFICATION)
                .header("Authorization", "Bearer " + KEY);
    }

    private <T> T send(Request request, ByHand.Value<T> value) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("answered with " + response.code());
            }
            ResponseBody body = response.body();
            // A reader over the stream has buffers of its own, which are larger than a small answer.
            Reader text = body.contentLength() < SMALL ? new StringReader(body.string()) : body.charStream();
            try (JsonReader in = new JsonReader(text)) {
                return ByHand.data(in, value);
            }
        }
    }

    private String key() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
