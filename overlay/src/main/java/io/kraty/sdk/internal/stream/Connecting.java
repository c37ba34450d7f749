package io.kraty.sdk.internal.stream;

import io.kraty.sdk.internal.callback.Callbacks;
import io.kraty.sdk.internal.concurrent.Gate;
import io.kraty.sdk.internal.transport.Authorized;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.HttpClients;
import io.kraty.sdk.internal.transport.InFlight;
import io.kraty.sdk.internal.transport.RequestFactory;
import io.kraty.sdk.internal.transport.StreamErrors;
import io.kraty.sdk.internal.transport.Trip;
import io.kraty.sdk.internal.transport.Underway;
import java.time.Duration;
import java.util.concurrent.Executor;
import okhttp3.Call;
import okhttp3.Request;

/**
 * What streams connect with.
 *
 * @param patience how long to wait for an answer to begin
 * @param maxEventBytes how large one event, or one line, may be
 * @param callbacks where listeners are called
 * @param gate shut while the game is paused
 * @param background takes what must not happen on the thread of whoever closes a stream
 */
public record Connecting(
        HttpClients clients,
        InFlight inFlight,
        RequestFactory requests,
        Calls calls,
        Duration patience,
        long maxEventBytes,
        Callbacks callbacks,
        Gate gate,
        Executor background) {
    Underway begin() {
        return inFlight.begin();
    }

    void over(Underway begun) {
        inFlight.end(begun);
    }

    Trip trip() {
        return clients.start();
    }

    Call call(Authorized<?> what, Trip trip) {
        // Compressed streams are held back by proxies until a block is full.
        Request.Builder request = requests.build(what).header("Accept-Encoding", "identity");
        return clients.streams(trip).newCall(trip.mark(request).build());
    }

    /** The connection broke off; if it had been silent, nobody takes it again. */
    void lost(Trip trip) {
        clients.lost(trip);
    }

    StreamErrors errors(Authorized<?> what) {
        return calls.errors(what);
    }

    void later(Runnable work) {
        background.execute(work);
    }
}
