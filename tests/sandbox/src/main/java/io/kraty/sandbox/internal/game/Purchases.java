package io.kraty.sandbox.internal.game;

import io.kraty.api.model.PurchaseValidationStatus;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What players paid real money for.
 *
 * <p>[choice] A transaction belongs to the player who reported it: another player's report of it counts for them, too. A
 * repetition answers the first record, whatever else it says, with the totals of now. No receipt is looked at, so every
 * purchase stays unverified.
 */
public final class Purchases {
    private final Settings settings;
    private final Seeds seeds;
    private final ExchangeRates rates;
    private final Map<Player, Map<String, TrackPurchaseResult>> byPlayer = new HashMap<>();

    Purchases(Settings settings, Seeds seeds, ExchangeRates rates) {
        this.settings = settings;
        this.seeds = seeds;
        this.rates = rates;
    }

    /** Records the purchase, unless its transaction is known. */
    public TrackPurchaseResult track(Player player, TrackPurchaseRequest purchase) {
        Map<String, TrackPurchaseResult> known = byPlayer.computeIfAbsent(player, any -> new LinkedHashMap<>());
        TrackPurchaseResult before = known.get(purchase.transactionId());
        if (before != null) {
            return totalled(before, known).deduplicated(true).build();
        }
        TrackPurchaseResult record = record(player, purchase, known.size());
        known.put(record.transactionId(), record);
        return totalled(record, known).build();
    }

    /** What the player has spent so far, in US cents. */
    long spent(Player player) {
        return total(byPlayer.getOrDefault(player, Map.of()));
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

    private static TrackPurchaseResult.Builder totalled(
            TrackPurchaseResult record, Map<String, TrackPurchaseResult> all) {
        return record.toBuilder().lifetimeAmountMinor(total(all)).purchaseCount(all.size());
    }

    private static long total(Map<String, TrackPurchaseResult> all) {
        return all.values().stream()
                .mapToLong(TrackPurchaseResult::normalizedAmountMinor)
                .sum();
    }
}
