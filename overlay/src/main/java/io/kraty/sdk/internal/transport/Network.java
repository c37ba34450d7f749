package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.concurrent.Timing;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the platform. Instances that were made with the same client of the game's share them, so that a server with
 * a thousand players needs one connection; they are in no pool of the game's, where idle ones would keep parts of the SDK for
 * minutes after its end.
 *
 * <p>When a device changes its network, connections do not break but fall silent, and OkHttp goes on sending into them. So
 * after a failure of a connection the next attempt goes over another {@link Lane}, which is a new connection for sure. If
 * nothing at all came over the old lane meanwhile, everybody leaves it; else it is one endpoint that is slow, and everybody
 * but this call stays. Nobody is thrown off: what is open on the old lane may go on.
 */
final class Network {
    private static final Map<OkHttpClient, Network> SHARED = new WeakHashMap<>();
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int MOST_LOOKS = 100;
    private static final int MOST_IDLE = 100;

    private final @Nullable OkHttpClient given;
    private final OkHttpClient base;
    // As long as OkHttp's own, but more of them: over HTTP/1.1 a server with many players needs many at a time.
    private final ConnectionPool connections = new ConnectionPool(MOST_IDLE, 5, TimeUnit.MINUTES);
    private final ExecutorService lookUps = Threads.pool("names");
    private final AtomicLong newest = new AtomicLong();
    private Lane current;
    private int users = 1;

    private Network(@Nullable OkHttpClient given) {
        this.given = given;
        this.base = derived(given == null ? new OkHttpClient.Builder() : given.newBuilder());
        this.current = lane();
    }

    /** The connections of everybody who was given {@code given}; own ones if it is null. {@link #leave} must follow. */
    static Network join(@Nullable OkHttpClient given) {
        if (given == null) {
            return new Network(null);
        }
        synchronized (SHARED) {
            Network shared = SHARED.get(given);
            if (shared == null) {
                shared = new Network(given);
                SHARED.put(given, shared);
            } else {
                shared.users++;
            }
            return shared;
        }
    }

    /**
     * One user less; the last one closes connections and threads. Touches the network, and waits a moment for connections
     * whose last call is just ending: OkHttp would keep them for minutes.
     */
    void leave() {
        synchronized (SHARED) {
            users--;
            if (users > 0) {
                return;
            }
            if (given != null) {
                SHARED.remove(given);
            } else {
                base.dispatcher().executorService().shutdown();
            }
        }
        lookUps.shutdown();
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

    /**
     * Where the next request goes.
     *
     * @param own a lane for this call alone; null for everybody's
     * @param closed whether it must not be sent any more
     */
    synchronized Trip start(@Nullable Lane own, BooleanSupplier closed) {
        return new Trip(own == null ? current : own, newest.get(), closed);
    }

    /**
     * Where to go after a failure without an answer.
     *
     * @return a lane whose connections are all newer than the trip; null to go on as everybody
     */
    synchronized @Nullable Lane after(Trip failed) {
        // What connects next is new in any case; or somebody else found out.
        if (!failed.isConnected() || failed.isBefore(current)) {
            return null;
        }
        Lane fresh = lane();
        if (failed.lane() == current && failed.isSilent()) {
            current = fresh;
            return null;
        }
        return fresh; // for this call alone
    }

    private Lane lane() {
        return new Lane(newest.incrementAndGet(), base, lookUps);
    }

    private OkHttpClient derived(OkHttpClient.Builder builder) {
        if (given == null) {
            builder.dispatcher(new Dispatcher(Threads.pool("http")));
        }
        // One of the game's own stays what it is.
        if (given == null || given.socketFactory().equals(SocketFactory.getDefault())) {
            builder.socketFactory(new CountedSockets());
        }
        return builder.connectionPool(connections)
                // The secret goes to the configured origin and nowhere else.
                .followRedirects(false)
                .followSslRedirects(false)
                // One attempt is one request, so that attempts can be counted, reported and limited.
                .retryOnConnectionFailure(false)
                // Nor into what the game keeps or answers for requests of its own.
                .cookieJar(CookieJar.NO_COOKIES)
                .authenticator(Authenticator.NONE)
                .proxy(null)
                .proxySelector(TunnelsOnly.of(given))
                .addNetworkInterceptor(CredentialHeaders::add)
                .addNetworkInterceptor(Network::sendNothingAfterTheEnd)
                .addNetworkInterceptor(new AnswerHeaders())
                .cache(null)
                .callTimeout(Duration.ZERO)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /**
     * The last look before a request is written, for one that was on its way here when the SDK was closed, or that an
     * interceptor of the game's repeats.
     */
    private static Response sendNothingAfterTheEnd(Interceptor.Chain chain) throws IOException {
        Trip trip = chain.request().tag(Trip.class);
        if (trip != null && trip.isTooLate()) {
            throw new IOException("closed before it was sent");
        }
        if (trip != null) {
            trip.send();
        }
        return chain.proceed(chain.request());
    }
}
