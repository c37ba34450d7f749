package io.kraty.sdk.internal.stream;

import io.kraty.api.model.InventoryEvent;
import io.kraty.sdk.live.InventoryStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A player's holdings, live. */
final class LiveInventory extends EventStream<InventoryEvent> implements InventoryStream {
    LiveInventory(
            Source<InventoryEvent> source,
            @Nullable Sink<InventoryEvent> listener,
            Connecting connecting,
            Consumer<EventStream<?>> whenOver) {
        super(source, listener, connecting, whenOver);
    }
}
