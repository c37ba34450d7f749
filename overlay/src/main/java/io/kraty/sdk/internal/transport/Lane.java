package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Connections that know nothing of those of other lanes, though they share a pool: OkHttp takes a connection for another
 * call only if it was made with the very same look-up of names, and each lane has its own.
 */
public final class Lane {
    private final long number;
    private final OkHttpClient calls;
    private final AtomicLong signs = new AtomicLong();
    private volatile @Nullable OkHttpClient streams;

    /**
     * Derives from {@code base}.
     *
     * @param number greater than those of all lanes before
     */
    Lane(long number, OkHttpClient base, InFlight inFlight, Executor lookUps) {
        this.number = number;
        this.calls = base.newBuilder()
                .dns(new Names(base.dns(), lookUps, inFlight))
                .addNetworkInterceptor(this::listen)
                .build();
    }

    long number() {
        return number;
    }

    /** For calls: time is limited per call, from connecting to the last byte. */
    OkHttpClient calls() {
        return calls;
    }

    /** For streams: as long as they live, but no silence longer than {@code idle}; zero for ever. */
    OkHttpClient streams(Duration connect, Duration idle) {
        OkHttpClient client = streams;
        if (client == null) {
            client = calls.newBuilder()
                    .connectTimeout(Durations.socket(connect))
                    .readTimeout(Durations.socket(idle))
                    .build();
            streams = client;
        }
        return client;
    }

    /** Something came over one of the connections. */
    void hear() {
        signs.incrementAndGet();
    }

    /** How often something came. */
    long signs() {
        return signs.get();
    }

    private Response listen(Interceptor.Chain chain) throws IOException {
        Trip trip = chain.request().tag(Trip.class);
        if (trip == null) { // an interceptor of the game's sends a request of its own
            return chain.proceed(chain.request());
        }
        trip.connected();
        Response response = chain.proceed(chain.request());
        trip.hear();
        return response;
    }
}
