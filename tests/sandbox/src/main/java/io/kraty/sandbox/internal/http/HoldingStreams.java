package io.kraty.sandbox.internal.http;

import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.InventoryReady;
import io.kraty.sandbox.internal.game.holdings.HoldingsFeed;

/** The streams of what players have. They go on until somebody ends them: there is always more to come. */
final class HoldingStreams implements HoldingsFeed {
    private final StreamHub hub;

    HoldingStreams(StreamHub hub) {
        this.hub = hub;
    }

    void subscribe(String externalPlayerId, EventStream stream) {
        hub.subscribe(topic(externalPlayerId), frame(new InventoryReady(externalPlayerId)), stream);
    }

    @Override
    public void publish(String externalPlayerId, InventoryEvent event) {
        hub.publish(topic(externalPlayerId), () -> frame(event));
    }

    private static StreamHub.Topic topic(String externalPlayerId) {
        return new StreamHub.Topic("holdings", externalPlayerId);
    }

    private static String frame(InventoryEvent event) {
        return StreamHub.frame(event.kind(), InventoryEvent.Adapter.INSTANCE.toJson(event));
    }
}
