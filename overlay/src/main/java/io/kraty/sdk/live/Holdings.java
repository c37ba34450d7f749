package io.kraty.sdk.live;

import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.WalletHolding;
import java.util.Map;

/**
 * What a player holds at one moment. Immutable.
 *
 * @param version greater than that of everything before, and the same as long as nothing changed; 0 before the first read
 * @param items what there is more than none of, by item key
 * @param balances currencies and progression alike, zeros included, by economy key
 * @since 0.1.0
 */
public record Holdings(long version, Map<String, ItemHolding> items, Map<String, WalletHolding> balances) {
    public Holdings {
        items = Map.copyOf(items);
        balances = Map.copyOf(balances);
    }
}
