package io.kraty.sandbox.internal.file;

import io.kraty.api.model.Catalog;
import io.kraty.api.model.CatalogCurrency;
import io.kraty.api.model.CatalogCurrencyKind;
import io.kraty.api.model.CatalogItem;
import io.kraty.api.model.LocalizedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the items, currencies and progressions, as far as players see them. */
final class CatalogReader {
    private static final String KEY = "{key}";

    private final Names names;
    private final @Nullable String icons;

    private CatalogReader(Names names, @Nullable String icons) {
        this.names = names;
        this.icons = icons;
    }

    static Catalog read(Field field, Names names) {
        Mapping catalog = field.mapping("icons", "items", "currencies", "progressions");
        CatalogReader reader = new CatalogReader(names, catalog.get("icons").orNull(CatalogReader::template));
        List<CatalogCurrency> currencies = new ArrayList<>();
        each(catalog.get("currencies"), (key, value) -> currencies.add(reader.currency(key, value)));
        each(catalog.get("progressions"), (key, value) -> currencies.add(reader.progression(key, value)));
        List<CatalogItem> items = new ArrayList<>();
        each(catalog.get("items"), (key, value) -> items.add(reader.item(key, value)));
        return new Catalog(List.copyOf(items), List.copyOf(currencies));
    }

    private static void each(Field field, BiConsumer<String, Field> reader) {
        field.or(Map.<String, Field>of(), Field::named).forEach(reader);
    }

    private CatalogItem item(String key, Field field) {
        Mapping item = field.mapping("name", "description", "iconUrl", "type", "rarity", "tags", "attributes");
        return CatalogItem.builder()
                .key(key)
                .name(name(key, item))
                .iconUrl(icon(key, item))
                .description(item.get("description").orNull(Texts::localized))
                .itemTypeKey(item.get("type").or(names.crates().contains(key) ? "crate" : "item", Field::text))
                .tags(item.get("tags").or(List.of(), tags -> tags.list(Field::text)))
                .rarity(item.get("rarity").orNull(Field::text))
                .attributes(FreeForm.orEmpty(item.get("attributes")))
                .build();
    }

    private CatalogCurrency currency(String key, Field field) {
        return entry(key, field.mapping("name", "description", "iconUrl"), CatalogCurrencyKind.CURRENCY);
    }

    private CatalogCurrency progression(String key, Field field) {
        if (names.currencies().contains(key)) {
            field.problem("is the key of a currency already");
        }
        return entry(
                key,
                field.mapping("name", "description", "iconUrl", "clientWritable", "derived"),
                CatalogCurrencyKind.PROGRESSION);
    }

    private CatalogCurrency entry(String key, Mapping entry, CatalogCurrencyKind kind) {
        return CatalogCurrency.builder()
                .key(key)
                .name(name(key, entry))
                .iconUrl(icon(key, entry))
                .description(entry.get("description").orNull(Texts::localized))
                .kind(kind)
                .build();
    }

    private static LocalizedString name(String key, Mapping entry) {
        return entry.get("name").or(LocalizedString.of(key), Texts::localized);
    }

    private @Nullable String icon(String key, Mapping entry) {
        String own = entry.get("iconUrl").orNull(Field::text);
        return own != null || icons == null ? own : icons.replace(KEY, key);
    }

    private static String template(Field field) {
        String template = field.text();
        if (!template.isEmpty() && !template.contains(KEY)) {
            field.expected("an address with " + KEY + " in it");
        }
        return template;
    }
}
