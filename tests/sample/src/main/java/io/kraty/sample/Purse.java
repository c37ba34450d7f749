package io.kraty.sample;

import io.kraty.api.model.EntryCost;
import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.WalletHolding;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the player has. */
final class Purse {
    private final Map<String, Long> balances;
    private final Map<String, Long> items;

    Purse(List<WalletHolding> wallet, List<ItemHolding> inventory) {
        balances = wallet.stream().collect(Collectors.toMap(WalletHolding::economyKey, WalletHolding::balance));
        items = inventory.stream().collect(Collectors.toMap(ItemHolding::itemKey, ItemHolding::quantity));
    }

    boolean affords(@Nullable EntryCost cost) {
        if (cost == null) {
            return true;
        }
        return cost.currencies().stream().allMatch(part -> balance(part.key()) >= part.amount())
                && cost.items().stream().allMatch(part -> quantity(part.key()) >= part.quantity());
    }

    long balance(String economyKey) {
        return balances.getOrDefault(economyKey, 0L);
    }

    long quantity(String itemKey) {
        return items.getOrDefault(itemKey, 0L);
    }

    String describe(Names names) {
        String all = Stream.of(balances, items)
                .flatMap(part -> part.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .filter(holding -> holding.getValue() > 0)
                .map(holding -> holding.getValue() + " " + names.of(holding.getKey()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "nothing" : all;
    }
}
