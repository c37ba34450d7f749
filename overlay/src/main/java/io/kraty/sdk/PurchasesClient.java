package io.kraty.sdk;

import io.kraty.api.PurchasesApi;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.internal.engine.Scope;

/**
 * What the player bought for real money. Get it from {@link Kraty#purchases()}. Thread-safe; each call blocks until it is
 * answered.
 *
 * @since 0.1.0
 */
public final class PurchasesClient {
    private final Scope scope;

    PurchasesClient(Scope scope) {
        this.scope = scope;
    }

    /**
     * Records a purchase, so that offers and events can depend on it. It gives the player nothing. The transaction id tells
     * purchases apart, so report whatever the store shows, on every launch if need be: one that is known already changes
     * nothing and comes back {@code deduplicated}. {@code POST /sdk/v1/players/{p}/purchases}.
     *
     * @param purchase transaction, store, product, amount in the currency's smallest unit (499 is 4.99 USD, or 499 JPY)
     * @return the purchase as recorded, in US cents too, with the player's lifetime spend
     * @throws KratyApiException {@code unknown_currency} if there is no exchange rate (repeating cannot help),
     *     {@code validation_failed}, {@code player_banned}
     * @throws IllegalArgumentException if an id is empty, or the currency does not have three letters
     */
    public TrackPurchaseResult track(TrackPurchaseRequest purchase) {
        return scope.call(player -> PurchasesApi.trackPurchase(player, purchase));
    }
}
