package io.kraty.sdk.transport;

import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.KratyException;
import io.kraty.sdk.LeaderboardListener;
import io.kraty.sdk.LeaderboardStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Streams as calls: made, waited for, and failing in the caller's hands. */
public final class Live {
    private Live() {}

    /** Reads a stream to its end. */
    public static void drain(LeaderboardStream stream) {
        try (stream) {
            stream.forEach(event -> {});
        }
    }

    /** Listens to a stream that will fail. */
    public static void hear(Function<LeaderboardListener, LeaderboardStream> live) {
        CompletableFuture<KratyException> failure = new CompletableFuture<>();
        LeaderboardStream stream = live.apply(new LeaderboardListener() {
            @Override
            public void onEvent(LeaderboardEvent event) {}

            @Override
            public void onError(KratyException error) {
                failure.complete(error);
            }
        });
        try (stream) {
            throw failure.join();
        }
    }
}
