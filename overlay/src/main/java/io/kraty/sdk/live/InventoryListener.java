package io.kraty.sdk.live;

import io.kraty.api.model.InventoryEvent;

/**
 * Is told what changes in a player's inventory and wallet, and which grants arrive.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface InventoryListener extends LiveListener<InventoryEvent> {}
