package io.kraty.sandbox.internal.file;

import io.kraty.api.model.Catalog;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GiftableResource;
import io.kraty.sandbox.internal.definition.GiftsDefinition;
import java.time.Duration;
import java.util.List;

/** Reads what friends may give each other. */
final class GiftReader {
    private static final GiftsDefinition DEFAULT =
            new GiftsDefinition(true, Duration.ZERO, null, Duration.ofDays(7), List.of());

    private final Names names;
    private final Catalog catalog;
    private final Different different = new Different();

    private GiftReader(Names names, Catalog catalog) {
        this.names = names;
        this.catalog = catalog;
    }

    static GiftsDefinition read(Field field, Names names, Catalog catalog) {
        GiftReader reader = new GiftReader(names, catalog);
        return field.or(DEFAULT, reader::gifts);
    }

    private GiftsDefinition gifts(Field field) {
        Mapping gifts = field.mapping("enabled", "cooldown", "dailyLimit", "lifetime", "resources");
        return new GiftsDefinition(
                gifts.get("enabled").or(DEFAULT.enabled(), Field::truth),
                gifts.get("cooldown").or(DEFAULT.cooldown(), Field::duration),
                gifts.get("dailyLimit").orNull(most -> most.count(1, 1_000_000)),
                gifts.get("lifetime").or(DEFAULT.lifetime(), Field::positiveDuration),
                gifts.get("resources").or(DEFAULT.resources(), resources -> resources.list(this::resource)));
    }

    private GiftableResource resource(Field field) {
        GiftableResource.Builder resource = GiftableResource.builder();
        String form = field.form("currency", "item");
        if (form.isEmpty()) {
            return resource.type(GiftResourceType.ITEM)
                    .key("")
                    .maxAmount(1)
                    .costsSender(true)
                    .build();
        }
        Mapping given = field.mapping(form, "maxAmount", "costsSender");
        if (form.equals("item")) {
            item(resource, different.require(field, names.item(given.get(form))));
        } else {
            currency(resource, different.require(field, names.economy(given.get(form))));
        }
        return resource.maxAmount(given.get("maxAmount").or(1L, most -> most.whole(1, Field.MOST)))
                .costsSender(given.get("costsSender").or(true, Field::truth))
                .build();
    }

    private void item(GiftableResource.Builder resource, String key) {
        resource.type(GiftResourceType.ITEM).key(key);
        catalog.items().stream()
                .filter(item -> item.key().equals(key))
                .forEach(item ->
                        resource.name(item.name()).iconUrl(item.iconUrl()).rarity(item.rarity()));
    }

    private void currency(GiftableResource.Builder resource, String key) {
        resource.type(GiftResourceType.CURRENCY).key(key);
        catalog.currencies().stream()
                .filter(currency -> currency.key().equals(key))
                .forEach(currency -> resource.name(currency.name())
                        .iconUrl(currency.iconUrl())
                        .economyKind(currency.kind()));
    }
}
