package io.kraty.sandbox.internal.http;

import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.internal.definition.GameDefinition;
import java.util.List;

/**
 * What a player wants to give themselves.
 *
 * <p>[choice] Keys have to be in the catalog, and a crate has to be one there. Amounts are whole, since balances are.
 * At most 100 crates at once, because each becomes a grant of its own.
 */
public final class GrantEntries {
    private static final long MOST_CRATES = 100;

    private final GameDefinition game;

    public GrantEntries(GameDefinition game) {
        this.game = game;
    }

    public List<RewardEntry> parse(Body body) {
        return body.objects("entries").stream().map(this::entry).toList();
    }

    private RewardEntry entry(Body entry) {
        return switch (entry.requireText("type")) {
            case "currency" ->
                new CurrencyRewardEntry(
                        key(entry, "currencyKey", game.economyKeys()), amount(entry.amount("amount", 1)));
            case "item" ->
                ItemRewardEntry.builder()
                        .itemKey(key(entry, "itemKey", game.itemKeys()))
                        .quantity(amount(entry.amount("quantity", 1)))
                        .parameters(entry.freeForm("parameters"))
                        .build();
            case "crate" ->
                new CrateRewardEntry(
                        key(entry, "crateItemKey", List.copyOf(game.crates().keySet())), amount(crates(entry)));
            default -> throw entry.invalid("type", "must be currency, item or crate");
        };
    }

    private static long crates(Body entry) {
        long quantity = entry.amount("quantity", 1);
        if (quantity > MOST_CRATES) {
            throw entry.invalid("quantity", "must be at most " + MOST_CRATES + ", was " + quantity);
        }
        return quantity;
    }

    private static String key(Body entry, String field, List<String> catalog) {
        String key = entry.requireText(field);
        if (!catalog.contains(key)) {
            throw entry.invalid(field, "is not in the catalog");
        }
        return key;
    }

    private static RewardAmount amount(long amount) {
        return RewardAmount.of((double) amount);
    }
}
