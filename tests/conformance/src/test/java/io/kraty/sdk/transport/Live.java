package io.kraty.sdk.transport;

import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.InventoryListener;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import io.kraty.sdk.live.LiveListener;
import io.kraty.sdk.live.LiveStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Streams as calls: made, waited for, and failing in the caller's hands. */
public final class Live {
    private Live() {}

    /** Reads a stream to its end. */
    public static void drain(LiveStream<?> stream) {
        try (stream) {
            stream.forEach(event -> {});
        }
    }

    /** Listens to a board that will fail. */
    public static void hear(Function<LeaderboardListener, LeaderboardStream> live) {
        BoardEar ear = new BoardEar();
        ear.await(live.apply(ear));
    }

    /** Listens to an inventory that will fail. */
    public static void hearInventory(Function<InventoryListener, InventoryStream> live) {
        InventoryEar ear = new InventoryEar();
        ear.await(live.apply(ear));
    }

    private abstract static class Ear<E> implements LiveListener<E> {
        private final CompletableFuture<KratyException> failure = new CompletableFuture<>();

        @Override
        public void onEvent(E event) {}

        @Override
        public void onError(KratyException error) {
            failure.complete(error);
        }

        void await(LiveStream<E> stream) {
            try (stream) {
                throw failure.join();
            }
        }
    }

    private static final class BoardEar extends Ear<LeaderboardEvent> implements LeaderboardListener {}

    private static final class InventoryEar extends Ear<InventoryEvent> implements InventoryListener {}
}
