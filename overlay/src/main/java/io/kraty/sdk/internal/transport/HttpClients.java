package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.concurrent.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The OkHttp client behind one SDK instance: made on first use, because the first one of a process costs a noticeable part
 * of a second. One that the game handed in is only derived from; its pool, dispatcher and interceptors stay the game's.
 *
 * <p>When a device changes its network, connections do not break but fall silent, and OkHttp goes on sending into them. So
 * after a failure of a connection the next attempt goes over another {@link Lane}, which is a new connection for sure. If
 * nothing at all came over the old lane meanwhile, everybody leaves it; else it is one endpoint that is slow, and everybody
 * but this call stays. Nobody is thrown off: what is open on the old lane may go on.
 */
public final class HttpClients implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int MOST_LOOKS = 100;

    private final @Nullable OkHttpClient given;
    private final Duration connectTimeout;
    private final Duration streamIdleTimeout;
    private final Executor lookUps;
    private final InFlight inFlight;
    private final Object lock = new Object();
    private volatile @Nullable OkHttpClient base;
    private volatile @Nullable Lane current;
    private final AtomicLong newest = new AtomicLong();
    private volatile boolean closed;

    /**
     * Derives from {@code given}, or makes an own one if it is null.
     *
     * @param connectTimeout how long connecting a stream may take
     * @param streamIdleTimeout how long a stream may be silent; zero for ever
     * @param lookUps where names are looked up
     * @param inFlight knows what is under way
     */
    public HttpClients(
            @Nullable OkHttpClient given,
            Duration connectTimeout,
            Duration streamIdleTimeout,
            Executor lookUps,
            InFlight inFlight) {
        this.given = given;
        this.connectTimeout = connectTimeout;
        this.streamIdleTimeout = streamIdleTimeout;
        this.lookUps = lookUps;
        this.inFlight = inFlight;
    }

    /**
     * Where the next request goes.
     *
     * @param own a lane for this call alone; null for everybody's
     */
    Trip start(@Nullable Lane own) {
        Lane lane = own == null ? current() : own;
        return new Trip(lane, newest.get());
    }

    /** Where the next stream goes. */
    public Trip start() {
        return start(null);
    }

    /** The client for a stream that takes this trip. */
    public OkHttpClient streams(Trip trip) {
        return trip.lane().streams(connectTimeout, streamIdleTimeout);
    }

    /**
     * Where to go after a failure without an answer.
     *
     * @return a lane whose connections are all newer than the trip; null to go on as everybody
     */
    public @Nullable Lane after(Trip failed) {
        if (!failed.isConnected()) {
            return null; // what connects next is new in any case
        }
        synchronized (lock) {
            Lane shared = current();
            if (failed.isBefore(shared)) {
                return null; // somebody else found out
            }
            Lane fresh = lane();
            if (failed.lane() == shared && failed.isSilent()) {
                current = fresh;
                return null;
            }
            return fresh; // for this call alone
        }
    }

    private Lane current() {
        Lane lane = current;
        if (lane == null) {
            synchronized (lock) {
                lane = current;
                if (lane == null) {
                    lane = lane();
                    current = lane;
                }
            }
        }
        return lane;
    }

    private Lane lane() {
        OkHttpClient made = base;
        if (made == null) {
            made = make();
            base = made;
        }
        return new Lane(newest.incrementAndGet(), made, inFlight, lookUps);
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
                .addNetworkInterceptor(new HeaderLimit())
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

    /** Lets nothing be sent any more. Touches neither the network nor what is under way. */
    public void stop() {
        closed = true;
    }

    /**
     * Closes connections and threads of an own client. Touches the network, and waits a moment for connections whose last call
     * is just ending: OkHttp would keep them for minutes.
     */
    @Override
    public void close() {
        stop();
        OkHttpClient client = base;
        if (client == null || given != null) {
            return;
        }
        client.dispatcher().executorService().shutdown();
        ConnectionPool connections = client.connectionPool();
        connections.evictAll();
        try {
            for (int looks = 0; looks < MOST_LOOKS && connections.connectionCount() > 0; looks++) {
                Timing.system().sleep(LOOK);
                connections.evictAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
