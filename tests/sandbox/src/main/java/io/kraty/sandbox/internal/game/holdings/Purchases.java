package io.kraty.sandbox.internal.game.holdings;

import io.kraty.api.model.PurchaseValidationStatus;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.sandbox.internal.game.base.Seeds;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What players paid real money for.
 *
 * <p>[choice] A transaction belongs to the player who reported it: another player's report of it counts for them, too. A
 * repetition answers the first record, whatever else it says, with the totals of now. No receipt is looked at, so every
 * purchase stays unverified. A transaction is known while it is one of the player's latest 1,000; the totals count all.
 */
public final class Purchases {
    private static final int MOST = 1000;

    /** What one player has paid. */
    private static final class Account {
        /** By transaction id, oldest first. */
        private final Map<String, TrackPurchaseResult> latest = new LinkedHashMap<>();

        private int count;
        private long cents;

        void add(TrackPurchaseResult record) {
            latest.put(record.transactionId(), record);
            count++;
            cents += record.normalizedAmountMinor();
            if (latest.size() > MOST) {
                latest.remove(latest.keySet().iterator().next());
            }
        }

        TrackPurchaseResult.Builder totalled(TrackPurchaseResult record) {
            return record.toBuilder().lifetimeAmountMinor(cents).purchaseCount(count);
        }
    }

    private final Settings settings;
    private final Seeds seeds;
    private final ExchangeRates rates;
    private final Map<Player, Account> byPlayer = new HashMap<>();

    public Purchases(Settings settings, Seeds seeds, ExchangeRates rates) {
        this.settings = settings;
        this.seeds = seeds;
        this.rates = rates;
    }

    /** Records the purchase, unless its transaction is known. */
    public TrackPurchaseResult track(Player player, TrackPurchaseRequest purchase) {
        Account account = byPlayer.computeIfAbsent(player, any -> new Account());
        TrackPurchaseResult before = account.latest.get(purchase.transactionId());
        if (before != null) {
            return account.totalled(before).deduplicated(true).build();
        }
        TrackPurchaseResult record = record(player, purchase, account.count);
        account.add(record);
        return account.totalled(record).build();
    }

    /** What the player has spent so far, in US cents. */
    public long spent(Player player) {
        Account account = byPlayer.get(player);
        return account == null ? 0 : account.cents;
    }

    /** How many are known one by one. */
    public int size() {
        return byPlayer.values().stream()
                .mapToInt(account -> account.latest.size())
                .sum();
    }

    private TrackPurchaseResult record(Player player, TrackPurchaseRequest purchase, int index) {
        return TrackPurchaseResult.builder()
                .purchaseId(seeds.id("purchase", player.externalId(), Integer.toString(index)))
                .transactionId(purchase.transactionId())
                .store(purchase.store())
                .productId(purchase.productId())
                .productType(purchase.productType())
                .currency(purchase.currency())
                .amountMinor(purchase.amountMinor())
                .normalizedAmountMinor(rates.cents(purchase.amountMinor(), purchase.currency()))
                .normalizedCurrency("USD")
                .fxRate(rates.rate(purchase.currency()))
                .lifetimeAmountMinor(0)
                .validationStatus(PurchaseValidationStatus.UNVERIFIED)
                .purchasedAt(purchase.purchasedAt() == null ? settings.clock().instant() : purchase.purchasedAt())
                .metadata(purchase.metadata())
                .deduplicated(false)
                .purchaseCount(0)
                .build();
    }
}
