package io.kraty.sdk.internal.transport;

import io.kraty.sdk.internal.concurrent.Durations;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The OkHttp clients behind one SDK instance: made on first use, because the first one of a process costs a noticeable part
 * of a second. One that the game handed in is only derived from.
 */
public final class HttpClients implements AutoCloseable {
    private final @Nullable OkHttpClient given;
    private final Duration connectTimeout;
    private final Duration streamIdleTimeout;
    private final Object lock = new Object();
    private volatile @Nullable Network network;
    private volatile boolean closed;

    /**
     * Derives from {@code given}, or makes own ones if it is null.
     *
     * @param connectTimeout how long connecting a stream may take
     * @param streamIdleTimeout how long a stream may be silent; zero for ever
     */
    public HttpClients(@Nullable OkHttpClient given, Duration connectTimeout, Duration streamIdleTimeout) {
        this.given = given;
        this.connectTimeout = connectTimeout;
        this.streamIdleTimeout = streamIdleTimeout;
    }

    /**
     * Where the next call goes.
     *
     * @param own a lane for it alone; null for everybody's
     */
    Trip start(@Nullable Lane own) {
        return network().start(own, this::isClosed);
    }

    /** Where the next stream goes. */
    public Trip start() {
        return start(null);
    }

    /** Where to go after a failure without an answer; null to go on as everybody. */
    @Nullable
    Lane after(Trip failed) {
        return network().after(failed);
    }

    /** A stream was lost: if its connection had fallen silent, nobody takes it again. */
    public void lost(Trip stream) {
        after(stream);
    }

    /** For calls: time is limited per call, from connecting to the last byte. */
    OkHttpClient calls(Trip trip) {
        return trip.lane().client();
    }

    /** For streams: as long as they live, but no silence longer than the idle time. */
    public OkHttpClient streams(Trip trip) {
        return trip.lane()
                .client()
                .newBuilder()
                .connectTimeout(Durations.socket(connectTimeout))
                .readTimeout(Durations.socket(streamIdleTimeout))
                .build();
    }

    /** Makes what the first call would make. */
    void warmUp() {
        network();
    }

    private Network network() {
        Network joined = network;
        if (joined == null) {
            synchronized (lock) {
                joined = network;
                if (joined == null) {
                    if (closed) {
                        throw tooLate(null);
                    }
                    joined = Network.join(given);
                    network = joined;
                }
            }
        }
        return joined;
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

    /** Closes the connections, unless others use them too. Touches the network. To be called once. */
    @Override
    public void close() {
        stop();
        Network joined;
        synchronized (lock) {
            joined = network;
        }
        if (joined != null) {
            joined.leave();
        }
    }
}
