package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Threads;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The OkHttp client behind one SDK instance: made on first use, because the first one of a process costs a noticeable part
 * of a second. One that the game handed in is only derived from; its pool, dispatcher and interceptors stay the game's.
 */
public final class HttpClients implements AutoCloseable {
    private final @Nullable OkHttpClient given;
    private final Duration connectTimeout;
    private final Duration streamIdleTimeout;
    private final Object lock = new Object();
    private volatile @Nullable OkHttpClient calls;
    private volatile @Nullable OkHttpClient streams;
    private volatile boolean closed;

    /**
     * Derives from {@code given}, or makes an own one if it is null.
     *
     * @param connectTimeout how long connecting a stream may take
     * @param streamIdleTimeout how long a stream may be silent; zero for ever
     */
    public HttpClients(@Nullable OkHttpClient given, Duration connectTimeout, Duration streamIdleTimeout) {
        this.given = given;
        this.connectTimeout = connectTimeout;
        this.streamIdleTimeout = streamIdleTimeout;
    }

    /** For calls: time is limited per call, from connecting to the last byte, and nothing is repeated or followed. */
    OkHttpClient calls() {
        OkHttpClient client = calls;
        if (client == null) {
            synchronized (lock) {
                client = calls;
                if (client == null) {
                    client = make();
                    calls = client;
                }
            }
        }
        return client;
    }

    /** For streams: as long as they live, but no silence longer than the idle time. */
    public OkHttpClient streams() {
        OkHttpClient client = streams;
        if (client == null) {
            client = calls().newBuilder()
                    .connectTimeout(Durations.socket(connectTimeout))
                    .readTimeout(Durations.socket(streamIdleTimeout))
                    .build();
            streams = client;
        }
        return client;
    }

    private OkHttpClient make() {
        OkHttpClient.Builder builder = given == null
                ? new OkHttpClient.Builder().dispatcher(new Dispatcher(Threads.pool("http")))
                : given.newBuilder();
        return builder
                // The secret goes to the configured origin and nowhere else.
                .followRedirects(false)
                .followSslRedirects(false)
                // One attempt is one request, so that attempts can be counted, reported and limited.
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(HttpClients::keepRetryWithTheSdk)
                .addNetworkInterceptor(this::sendNothingAfterTheEnd)
                .cache(null)
                .callTimeout(Duration.ZERO)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /**
     * OkHttp answers a 503 with {@code Retry-After: 0} by sending the request again on its own, uncounted. It only does so
     * for a whole number, and we read both the same.
     */
    private static Response keepRetryWithTheSdk(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String retryAfter = response.header("Retry-After");
        return response.code() == 503 && retryAfter != null && retryAfter.matches("0+")
                ? response.newBuilder().header("Retry-After", "0.0").build()
                : response;
    }

    /**
     * The last look before a request is written, for one that was on its way here when this was closed, or that an
     * interceptor of the game's repeats.
     */
    private Response sendNothingAfterTheEnd(Interceptor.Chain chain) throws IOException {
        if (closed) {
            throw new IOException("closed before it was sent");
        }
        return chain.proceed(chain.request());
    }

    /** Whether nothing may be sent any more. */
    boolean isClosed() {
        return closed;
    }

    /**
     * What a call gets that comes too late.
     *
     * @param failure how its last attempt ended; null if none was made
     */
    public static IllegalStateException tooLate(@Nullable Throwable failure) {
        return new IllegalStateException("this Kraty is closed", failure);
    }

    /**
     * Lets nothing be sent any more, and closes connections and threads of an own client. What a client of the game's is
     * sending may still be answered.
     */
    @Override
    public void close() {
        closed = true; // before cancelling, so that no call is missed by both
        OkHttpClient client = calls;
        if (client != null && given == null) {
            client.dispatcher().cancelAll();
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
