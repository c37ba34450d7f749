package io.kraty.sample;

import io.kraty.api.model.Catalog;
import io.kraty.api.model.CatalogCurrency;
import io.kraty.api.model.CatalogCurrencyKind;
import io.kraty.api.model.CatalogItem;
import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.Grant;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the game's things are called in the player's language. */
final class Names {
    private static final Locale PLAYERS = Locale.ENGLISH;

    private final Map<String, String> byKey;
    private final List<String> progressions;

    private Names(Map<String, String> byKey, List<String> progressions) {
        this.byKey = byKey;
        this.progressions = progressions;
    }

    /** All keys by themselves. */
    static Names none() {
        return new Names(Map.of(), List.of());
    }

    static Names of(Catalog catalog) {
        Map<String, String> byKey = new HashMap<>();
        for (CatalogItem item : catalog.items()) {
            byKey.put(item.key(), text(item.name(), item.key()));
        }
        for (CatalogCurrency currency : catalog.currencies()) {
            byKey.put(currency.key(), text(currency.name(), currency.key()));
        }
        List<String> progressions = catalog.currencies().stream()
                .filter(currency -> currency.kind().equals(CatalogCurrencyKind.PROGRESSION))
                .map(CatalogCurrency::key)
                .toList();
        return new Names(byKey, progressions);
    }

    static String text(@Nullable LocalizedString name, String otherwise) {
        return name == null ? otherwise : name.in(PLAYERS);
    }

    /** The name of an item or a currency; its key if the catalog does not have it. */
    String of(@Nullable String key) {
        return key == null ? "something" : byKey.getOrDefault(key, key);
    }

    /** The balances that are no money: xp, levels, ranks. */
    List<String> progressions() {
        return progressions;
    }

    String of(Grant grant) {
        return grant.contents().crateItemKey() != null
                ? of(grant.contents().crateItemKey())
                : ofAll(grant.contents().entries());
    }

    String ofGrants(List<Grant> grants) {
        return grants.isEmpty() ? "nothing" : grants.stream().map(this::of).collect(Collectors.joining(", "));
    }

    private String ofAll(List<RewardEntry> entries) {
        return entries.isEmpty() ? "nothing" : entries.stream().map(this::of).collect(Collectors.joining(" + "));
    }

    private String of(RewardEntry entry) {
        if (entry instanceof CurrencyRewardEntry currency) {
            return amount(currency.amount()) + " " + of(currency.currencyKey());
        }
        if (entry instanceof ItemRewardEntry item) {
            return amount(item.quantity()) + " " + of(item.itemKey());
        }
        if (entry instanceof CrateRewardEntry crate) {
            return amount(crate.quantity()) + " " + of(crate.crateItemKey());
        }
        return "something new (" + entry.type() + ")"; // this version of the game cannot show it, and need not
    }

    private static String amount(@Nullable RewardAmount amount) {
        if (amount == null) {
            return "1";
        }
        return amount.min() == amount.max() ? number(amount.min()) : number(amount.min()) + "-" + number(amount.max());
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
