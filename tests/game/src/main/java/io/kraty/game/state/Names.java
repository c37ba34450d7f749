package io.kraty.game.state;

import io.kraty.api.model.Catalog;
import io.kraty.api.model.CatalogCurrencyKind;
import io.kraty.api.model.LocalizedString;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the game's things are called, in every language that the studio wrote. */
public final class Names {
    /** The types of what is no item. */
    public static final String CURRENCY = "currency", PROGRESSION = "progression";

    private static final String CONSUMABLE = "consumable";

    static final Names NONE = new Names(Map.of(), Map.of(), Set.of());

    private final Map<String, LocalizedString> byKey;
    private final Map<String, String> types;
    private final Set<String> items;

    private Names(Map<String, LocalizedString> byKey, Map<String, String> types, Set<String> items) {
        this.byKey = byKey;
        this.types = types;
        this.items = items;
    }

    static Names of(Catalog catalog) {
        Map<String, LocalizedString> byKey = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        catalog.items().forEach(item -> {
            put(byKey, item.key(), item.name());
            types.put(item.key(), item.itemTypeKey());
        });
        catalog.currencies().forEach(currency -> {
            put(byKey, currency.key(), currency.name());
            boolean isReached = currency.kind().equals(CatalogCurrencyKind.PROGRESSION);
            types.put(currency.key(), isReached ? PROGRESSION : CURRENCY);
        });
        Set<String> items = catalog.items().stream().map(item -> item.key()).collect(Collectors.toSet());
        return new Names(byKey, types, items);
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
        return type(key).equals(PROGRESSION);
    }

    /** Whether one of it can be used up. */
    public boolean isConsumable(String key) {
        return type(key).equals(CONSUMABLE);
    }

    /** The type of an item in the catalog, or of what is no item; empty if it is not there. */
    public String type(String key) {
        return types.getOrDefault(key, "");
    }
}
