package io.kraty.sdk.live;

import io.kraty.api.model.InventoryEvent;

/** Is told what changes in a player's inventory and wallet, and which grants arrive. */
@FunctionalInterface
public interface InventoryListener extends LiveListener<InventoryEvent> {}
