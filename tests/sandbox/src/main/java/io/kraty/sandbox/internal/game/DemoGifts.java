package io.kraty.sandbox.internal.game;

import io.kraty.api.model.CatalogCurrency;
import io.kraty.api.model.CatalogItem;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GiftableResource;
import java.time.Duration;
import java.util.List;

/** What friends can give each other in the demo game: gold and tickets of their own, and potions on the house. */
final class DemoGifts {
    /** Between two gifts of one player to the same friend. */
    static final Duration COOLDOWN = Duration.ofHours(1);

    static final int DAILY_LIMIT = 5;
    static final Duration LIFETIME = Duration.ofDays(7);

    static final List<GiftableResource> RESOURCES = List.of(
            currency(DemoCatalog.GOLD, 50, true),
            item(DemoCatalog.HEALTH_POTION, 2, false),
            item(DemoCatalog.ARENA_TICKET, 1, true));

    private DemoGifts() {}

    /**
     * The catalog's entry.
     *
     * @throws ApiError 400 if this is nothing to give, or too much of it
     */
    static GiftableResource require(GiftResourceType type, String key, long amount) {
        GiftableResource resource = RESOURCES.stream()
                .filter(giftable ->
                        giftable.type().equals(type) && giftable.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("resourceKey", "is not in the gift catalog as " + type));
        if (amount > resource.maxAmount()) {
            throw ApiError.invalid("amount", "must be at most " + resource.maxAmount());
        }
        return resource;
    }

    private static GiftableResource currency(String key, long most, boolean costsSender) {
        CatalogCurrency currency = DemoCatalog.CATALOG.currencies().stream()
                .filter(listed -> listed.key().equals(key))
                .findFirst()
                .orElseThrow();
        return GiftableResource.builder()
                .type(GiftResourceType.CURRENCY)
                .key(key)
                .name(currency.name())
                .iconUrl(currency.iconUrl())
                .economyKind(currency.kind())
                .maxAmount(most)
                .costsSender(costsSender)
                .build();
    }

    private static GiftableResource item(String key, long most, boolean costsSender) {
        CatalogItem item = DemoCatalog.CATALOG.items().stream()
                .filter(listed -> listed.key().equals(key))
                .findFirst()
                .orElseThrow();
        return GiftableResource.builder()
                .type(GiftResourceType.ITEM)
                .key(key)
                .name(item.name())
                .iconUrl(item.iconUrl())
                .rarity(item.rarity())
                .maxAmount(most)
                .costsSender(costsSender)
                .build();
    }
}
