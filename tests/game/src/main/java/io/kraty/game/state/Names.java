package io.kraty.game.state;

import io.kraty.api.model.Catalog;
import io.kraty.api.model.CatalogCurrencyKind;
import io.kraty.api.model.LocalizedString;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the game's things are called, in every language that the studio wrote. */
public final class Names {
    private static final String CONSUMABLE = "consumable";

    static final Names NONE = new Names(Map.of(), Set.of(), List.of(), List.of());

    private final Map<String, LocalizedString> byKey;
    private final Set<String> items;
    private final List<String> progressions;
    private final List<String> consumables;

    private Names(
            Map<String, LocalizedString> byKey,
            Set<String> items,
            List<String> progressions,
            List<String> consumables) {
        this.byKey = byKey;
        this.items = items;
        this.progressions = progressions;
        this.consumables = consumables;
    }

    static Names of(Catalog catalog) {
        Map<String, LocalizedString> byKey = new HashMap<>();
        catalog.items().forEach(item -> put(byKey, item.key(), item.name()));
        catalog.currencies().forEach(currency -> put(byKey, currency.key(), currency.name()));
        List<String> progressions = catalog.currencies().stream()
                .filter(currency -> currency.kind().equals(CatalogCurrencyKind.PROGRESSION))
                .map(currency -> currency.key())
                .toList();
        List<String> consumables = catalog.items().stream()
                .filter(item -> item.itemTypeKey().equals(CONSUMABLE))
                .map(item -> item.key())
                .toList();
        Set<String> items = catalog.items().stream().map(item -> item.key()).collect(Collectors.toSet());
        return new Names(byKey, items, progressions, consumables);
    }

    private static void put(Map<String, LocalizedString> byKey, String key, @Nullable LocalizedString name) {
        if (name != null) {
            byKey.put(key, name);
        }
    }

    /** The name of an item or a currency; its key, made readable, if the catalog does not have it. */
    public String of(String key, Locale locale) {
        LocalizedString name = byKey.get(key);
        return name == null ? key.replace('_', ' ') : name.in(locale);
    }

    /** Whether there is such an item, as far as it is known. */
    @SuppressWarnings("ReferenceEquality") // the one before anything was read
    boolean mayHave(String item) {
        return this == NONE || items.contains(item);
    }

    /** Whether it is only ever reached, and never spent: experience, levels, divisions. */
    public boolean isProgression(String key) {
        return progressions.contains(key);
    }

    /** Whether one of it can be used up. */
    public boolean isConsumable(String key) {
        return consumables.contains(key);
    }

    /** All that is only ever reached. */
    public List<String> progressions() {
        return progressions;
    }
}
