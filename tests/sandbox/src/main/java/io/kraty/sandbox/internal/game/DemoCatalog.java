package io.kraty.sandbox.internal.game;

import io.kraty.api.model.Catalog;
import io.kraty.api.model.CatalogCurrency;
import io.kraty.api.model.CatalogCurrencyKind;
import io.kraty.api.model.CatalogItem;
import io.kraty.api.model.LocalizedString;
import java.util.List;
import java.util.Map;

/** What the demo game knows: some names are one string, some are one per language, as on the real thing. */
final class DemoCatalog {
    static final String GOLD = "gold";
    static final String GEMS = "gems";
    static final String XP = "xp";
    /** Follows {@link #XP}. */
    static final String LEVEL = "level";

    /** Moves with the ends of the league. */
    static final String DIVISION = "division";

    static final String HEALTH_POTION = "health_potion";
    static final String ARENA_TICKET = "arena_ticket";
    static final String VIP_PASS = "vip_pass";
    private static final String CRATE = "crate";
    static final String SILVER_CRATE = "silver_crate";
    static final String GOLD_CRATE = "gold_crate";

    /** All of it. */
    static final Catalog CATALOG = new Catalog(
            List.of(
                    item(HEALTH_POTION, name("Health potion", "Poção de vida"), "consumable", "common")
                            .tags(List.of("healing", "starter"))
                            .attributes(Map.of("heals", 25))
                            .build(),
                    item(ARENA_TICKET, LocalizedString.of("Arena ticket"), "ticket", "uncommon")
                            .build(),
                    item(VIP_PASS, name("VIP pass", "Passe VIP"), "pass", "epic")
                            .tags(List.of("access"))
                            .build(),
                    item(SILVER_CRATE, name("Silver crate", "Caixa de prata"), CRATE, "common")
                            .build(),
                    item(GOLD_CRATE, name("Gold crate", "Caixa de ouro"), CRATE, "rare")
                            .description(LocalizedString.of("May hold a silver crate."))
                            .build()),
            List.of(
                    currency(GOLD, name("Gold", "Ouro"), CatalogCurrencyKind.CURRENCY),
                    currency(GEMS, LocalizedString.of("Gems"), CatalogCurrencyKind.CURRENCY),
                    currency(XP, LocalizedString.of("XP"), CatalogCurrencyKind.PROGRESSION),
                    currency(LEVEL, name("Level", "Nível"), CatalogCurrencyKind.PROGRESSION),
                    currency(DIVISION, name("Division", "Divisão"), CatalogCurrencyKind.PROGRESSION)));

    private DemoCatalog() {}

    static LocalizedString name(String english, String portuguese) {
        return LocalizedString.of(Ordered.map("en", english, "pt", portuguese));
    }

    private static CatalogItem.Builder item(String key, LocalizedString name, String type, String rarity) {
        return CatalogItem.builder()
                .key(key)
                .name(name)
                .iconUrl(icon(key))
                .itemTypeKey(type)
                .tags(List.of())
                .rarity(rarity);
    }

    private static CatalogCurrency currency(String key, LocalizedString name, CatalogCurrencyKind kind) {
        return CatalogCurrency.builder()
                .key(key)
                .name(name)
                .iconUrl(icon(key))
                .kind(kind)
                .build();
    }

    private static String icon(String key) {
        return "https://cdn.example.com/icons/" + key + ".png";
    }
}
