package io.kraty.sdk.live;

import io.kraty.api.model.InventoryEvent;

/**
 * Is told what changes in a player's inventory and wallet, and which grants arrive: one thing after the other, on the
 * {@code callbackExecutor}, else on a thread of the SDK's. Being slow delays nobody else, and loses nothing. {@link #onError}
 * is told of everything that goes wrong, also if it passes; {@link #onEnd} only of the end that is not the game's own
 * {@code close()}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface HoldingsListener extends LiveListener<InventoryEvent> {
    /** The player holds something different now. Does nothing by default. */
    default void onHoldings(Holdings holdings) {}

    /** The watch is in another state now. Does nothing by default. */
    default void onState(SubscriptionState state) {}
}
