package io.kraty.sdk.board;

import io.kraty.api.model.InventoryEvent;
import io.kraty.sdk.live.Holdings;
import io.kraty.sdk.live.HoldingsListener;
import io.kraty.sdk.live.SubscriptionState;

class HeardHoldings extends HeardLive<InventoryEvent> implements HoldingsListener {
    @Override
    public void onHoldings(Holdings holdings) {
        all.add(holdings);
    }

    @Override
    public void onState(SubscriptionState state) {
        all.add(state);
    }
}
