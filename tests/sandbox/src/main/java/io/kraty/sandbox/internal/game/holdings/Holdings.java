package io.kraty.sandbox.internal.game.holdings;

import io.kraty.api.model.Inventory;
import io.kraty.api.model.InventoryChanged;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.Wallet;
import io.kraty.api.model.WalletChanged;
import io.kraty.api.model.WalletHolding;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only place where holdings change, so that the ledger is complete and every change is told. */
public final class Holdings {
    /** A rule that something follows from a change. Told after the change is made. */
    public interface Listener {
        void changed(Player player, LedgerEntry change);
    }

    private final Settings settings;
    private final Seeds seeds;
    private final Cause cause;
    private final HoldingsFeed feed;
    private final List<Listener> listeners = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    /** Only ever looked up. */
    private final Map<Player, Possessions> byPlayer = new HashMap<>();

    public Holdings(Settings settings, Seeds seeds, Cause cause, HoldingsFeed feed) {
        this.settings = settings;
        this.seeds = seeds;
        this.cause = cause;
        this.feed = feed;
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** The items; empty where the studio keeps them. */
    public Inventory inventory(Player player) {
        List<ItemHolding> items = new ArrayList<>();
        of(player).each(ResourceKind.ITEM, (key, holding) -> {
            if (holding.amount() > 0) {
                items.add(new ItemHolding(key, holding.amount(), Map.of(), holding.createdAt(), holding.updatedAt()));
            }
        });
        return new Inventory(settings.keepsHoldings() ? items : List.of());
    }

    /** The balances, zero included; empty where the studio keeps them. */
    public Wallet wallet(Player player) {
        List<WalletHolding> balances = new ArrayList<>();
        of(player)
                .each(
                        ResourceKind.BALANCE,
                        (key, holding) -> balances.add(new WalletHolding(
                                key, holding.amount(), Map.of(), holding.createdAt(), holding.updatedAt())));
        return new Wallet(settings.keepsHoldings() ? balances : List.of());
    }

    public long amount(Player player, ResourceKind kind, String key) {
        return of(player).amount(kind, key);
    }

    /** The amounts by key, without those below {@code least}. */
    public Map<String, Long> amounts(Player player, ResourceKind kind, long least) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        of(player).each(kind, (key, holding) -> {
            if (holding.amount() >= least) {
                amounts.put(key, holding.amount());
            }
        });
        return amounts;
    }

    /** The balances of these keys; zero for a key that the player never earned. */
    public Map<String, Long> balances(Player player, List<String> economyKeys) {
        Map<String, Long> balances = new LinkedHashMap<>();
        economyKeys.forEach(key -> balances.put(key, amount(player, ResourceKind.BALANCE, key)));
        return balances;
    }

    /** Takes what the player asked to spend, all or nothing; what is left. */
    public long spend(Player player, ResourceKind kind, String key, long amount, String reason) {
        return spend(player, kind, key, amount, reason, null);
    }

    /** The same for something that has an id. */
    public long spend(
            Player player, ResourceKind kind, String key, long amount, String reason, @Nullable String sourceId) {
        if (!settings.keepsHoldings()) {
            throw ApiError.conflict("The studio keeps the holdings of this game.");
        }
        long have = amount(player, kind, key);
        if (have < amount) {
            throw ApiError.conflict("Not enough " + key + ": " + amount + " needed, " + have + " there.");
        }
        return change(player, Change.byPlayer(kind, key, -amount, reason, sourceId));
    }

    /** Makes the holding exist, at zero. */
    public void open(Player player, ResourceKind kind, String key) {
        of(player).open(kind, key, now());
    }

    /** Makes a change that the caller has checked; what there is afterwards. */
    public long change(Player player, Change change) {
        long number = of(player).change(change.kind(), change.key(), change.delta(), now());
        long balance = amount(player, change.kind(), change.key());
        LedgerEntry entry = new LedgerEntry(
                seeds.id("ledger", player.externalId(), Long.toString(number)),
                player.externalId(),
                change.kind(),
                change.key(),
                change.delta(),
                balance,
                change.reason(),
                change.origin(),
                cause.requestId(),
                change.sourceId(),
                now());
        ledger.add(entry);
        feed.publish(player.externalId(), news(entry));
        listeners.forEach(listener -> listener.changed(player, entry));
        return amount(player, change.kind(), change.key());
    }

    private static InventoryEvent news(LedgerEntry change) {
        return change.kind() == ResourceKind.ITEM
                ? InventoryChanged.builder()
                        .itemKey(change.key())
                        .delta(change.delta())
                        .quantity(change.balance())
                        .reason(change.reason())
                        .origin(change.origin())
                        .ledgerId(change.id())
                        .occurredAt(change.at())
                        .build()
                : WalletChanged.builder()
                        .economyKey(change.key())
                        .delta(change.delta())
                        .balance(change.balance())
                        .reason(change.reason())
                        .origin(change.origin())
                        .ledgerId(change.id())
                        .occurredAt(change.at())
                        .build();
    }

    public List<LedgerEntry> ledger() {
        return ledger.all();
    }

    private Instant now() {
        return settings.clock().instant();
    }

    private Possessions of(Player player) {
        return byPlayer.computeIfAbsent(player, any -> new Possessions());
    }
}
