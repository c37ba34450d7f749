package io.kraty.sandbox.internal.http;

import io.kraty.api.model.PurchaseProductType;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.sandbox.internal.game.World;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Purchases with real money.
 *
 * <p>[choice] Stores and product types are lists that are closed here, though open for readers: {@code other} is there
 * for the rest. Nothing costs less than nothing. Currencies are capital letters.
 */
final class PurchaseEndpoints {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final World world;

    PurchaseEndpoints(World world) {
        this.world = world;
    }

    Success<?> track(Call call) {
        TrackPurchaseResult result = world.purchases().track(call.requirePlayer(), request(call.requireBody()));
        return Success.of(result.deduplicated() ? 200 : 201, TrackPurchaseResult.Adapter.INSTANCE, result);
    }

    private static TrackPurchaseRequest request(Body body) {
        return TrackPurchaseRequest.builder()
                .transactionId(body.requireText("transactionId"))
                .store(store(body))
                .productId(body.requireText("productId"))
                .productType(productType(body))
                .amountMinor(body.amount("amountMinor", 0))
                .currency(currency(body))
                .receipt(body.text("receipt"))
                .purchasedAt(body.timestamp("purchasedAt"))
                .metadata(body.freeForm("metadata"))
                .build();
    }

    private static PurchaseStore store(Body body) {
        PurchaseStore store = PurchaseStore.of(body.requireText("store"));
        if (store.known() == PurchaseStore.Known.UNRECOGNIZED) {
            throw body.invalid("store", "is not a store that is known");
        }
        return store;
    }

    private static @Nullable PurchaseProductType productType(Body body) {
        String text = body.text("productType");
        if (text == null) {
            return null;
        }
        PurchaseProductType type = PurchaseProductType.of(text);
        if (type.known() == PurchaseProductType.Known.UNRECOGNIZED) {
            throw body.invalid("productType", "must be consumable, non_consumable or subscription");
        }
        return type;
    }

    private static String currency(Body body) {
        String currency = body.requireText("currency");
        if (!CURRENCY.matcher(currency).matches()) {
            throw body.invalid("currency", "must be three capital letters");
        }
        return currency;
    }
}
