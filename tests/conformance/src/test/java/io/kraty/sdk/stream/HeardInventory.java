package io.kraty.sdk.stream;

import io.kraty.api.model.InventoryEvent;
import io.kraty.sdk.live.InventoryListener;

/** What a listener of an inventory is told. */
class HeardInventory extends HeardEvents<InventoryEvent> implements InventoryListener {}
