package io.kraty.sdk.soak;

import io.kraty.api.model.PurchaseProductType;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayersClient;
import java.time.ZoneId;
import java.util.Map;

/** What a player bought, is called and keeps, and what concerns nobody in particular. */
final class Profile {
    private Profile() {}

    static void purchase(SimulatedPlayer player) {
        String me = player.me();
        TrackPurchaseRequest purchase = TrackPurchaseRequest.builder()
                .transactionId(player.unique("transaction"))
                .store(PurchaseStore.STEAM)
                .productId("gems_large")
                .productType(PurchaseProductType.CONSUMABLE)
                .amountMinor(499)
                .currency("EUR")
                .build();
        for (int times = 2; times > 0; times--) { // reported on every launch until the store forgets it
            TrackPurchaseResult result = player.kraty().trackPurchase(purchase);
            player.soak.books.purchases.add(new Books.Purchase(me, result.transactionId(), !result.deduplicated()));
        }
    }

    static void metadata(SimulatedPlayer player) {
        PlayersClient players = player.kraty().players();
        players.setMetadata(Map.of("class", "ranger", "level", player.number()));
        players.mergeMetadata(Map.of("guild", "night_owls"));
    }

    static void name(SimulatedPlayer player) {
        PlayersClient players = player.kraty().players();
        players.setIdentity("Player " + player.number(), "fox_01");
        players.getIdentity();
        players.getAnonymizedIdentity();
        player.kraty().syntheticIdentity();
    }

    static void catalog(SimulatedPlayer player) {
        player.kraty().catalog().read();
    }

    static void clock(SimulatedPlayer player) {
        Kraty kraty = player.kraty();
        kraty.ping();
        kraty.getServerTime(ZoneId.of("Europe/Lisbon"));
        kraty.syncTime();
        if (kraty.isTimeSynced()) {
            kraty.serverNow();
        }
    }
}
