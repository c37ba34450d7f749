package io.kraty.sdk.internal.transport;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Connections that know nothing of those of other lanes, though they share a pool: OkHttp takes a connection for another
 * call only if it was made with the very same look-up of names, and each lane has its own.
 */
final class Lane {
    private final long number;
    private final OkHttpClient client;
    private final AtomicLong signs = new AtomicLong();

    /**
     * Derives from {@code base}.
     *
     * @param number greater than those of all lanes before
     */
    Lane(long number, OkHttpClient base, Executor lookUps) {
        this.number = number;
        this.client = base.newBuilder()
                .dns(new Names(base.dns(), lookUps))
                .addNetworkInterceptor(this::listen)
                .build();
    }

    long number() {
        return number;
    }

    /** The client that uses them. It limits no time. */
    OkHttpClient client() {
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

    /** Something of an answer's content came on this thread. */
    static void heard(long bytes) {
        Underway underway = InFlight.current();
        if (underway != null) {
            underway.heard(bytes);
        }
    }

    /** Closes the connection over {@code socket} from below, unless the socket is made by the game. */
    void abort(Socket socket) {
        if (client.socketFactory() instanceof CountedSockets sockets) {
            sockets.abort(socket);
        }
    }

    private Response listen(Interceptor.Chain chain) throws IOException {
        Trip trip = chain.request().tag(Trip.class);
        if (trip == null) { // an interceptor of the game's sends a request of its own
            return chain.proceed(chain.request());
        }
        Connection connection = chain.connection();
        trip.connected(connection == null ? null : connection.socket());
        Underway underway = InFlight.current();
        if (underway != null) {
            underway.heard();
        }
        trip.enter();
        try {
            Response response = chain.proceed(CountedBody.in(chain.request()));
            trip.hear();
            return Content.of(response, trip);
        } finally {
            trip.leave();
        }
    }
}
