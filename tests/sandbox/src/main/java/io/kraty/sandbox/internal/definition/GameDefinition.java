package io.kraty.sandbox.internal.definition;

import io.kraty.api.model.Catalog;
import io.kraty.api.model.CatalogCurrency;
import io.kraty.api.model.CatalogItem;
import io.kraty.api.model.RewardEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole game. Whoever makes one has checked that all keys in it name something.
 *
 * @param name what the game is called
 * @param settings what holds for all of it
 * @param catalog the items, currencies and progressions there are
 * @param progressions what moves progressions, by economy key; one that is not here moves by rewards alone
 * @param crates what is inside of crates, by item key
 * @param events the events, in the order in which they are listed
 * @param boards the configured boards
 * @param gifts what friends may give each other
 * @param exchangeRates what real money is worth, by ISO 4217 code
 * @param welcome what every new player finds waiting
 * @param players who is there from the start, in the order of their registration
 */
public record GameDefinition(
        String name,
        SettingsDefinition settings,
        Catalog catalog,
        Map<String, ProgressionDefinition> progressions,
        Map<String, CrateDefinition> crates,
        List<EventDefinition> events,
        List<BoardDefinition> boards,
        GiftsDefinition gifts,
        Map<String, ExchangeRate> exchangeRates,
        List<RewardEntry> welcome,
        List<PlayerDefinition> players) {
    /** The keys of currencies and progressions. */
    public List<String> economyKeys() {
        return catalog.currencies().stream().map(CatalogCurrency::key).toList();
    }

    /** The keys of items, crates among them. */
    public List<String> itemKeys() {
        return catalog.items().stream().map(CatalogItem::key).toList();
    }

    /** The same game under other settings. */
    public GameDefinition withSettings(SettingsDefinition other) {
        return new GameDefinition(
                name, other, catalog, progressions, crates, events, boards, gifts, exchangeRates, welcome, players);
    }

    /** The same game with other rules for gifts. */
    public GameDefinition withGifts(GiftsDefinition other) {
        return new GameDefinition(
                name, settings, catalog, progressions, crates, events, boards, other, exchangeRates, welcome, players);
    }

    /** The same game with other events. */
    public GameDefinition withEvents(List<EventDefinition> other) {
        return new GameDefinition(
                name, settings, catalog, progressions, crates, other, boards, gifts, exchangeRates, welcome, players);
    }

    /** What is inside of the crate; null for an item that is none. */
    public @Nullable CrateDefinition crate(String itemKey) {
        return crates.get(itemKey);
    }
}
