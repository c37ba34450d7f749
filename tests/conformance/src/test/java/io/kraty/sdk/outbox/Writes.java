package io.kraty.sdk.outbox;

import io.kraty.api.WalletApi;
import io.kraty.api.model.DebitResult;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.PurchaseProductType;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.live.OutboxEntry;

/** Writes to try it with. */
final class Writes {
    /** What reads the answer to one. */
    static final ApiRequest<DebitResult> ANY_DEBIT = WalletApi.debitWallet(
            "any", "any", DebitWalletInput.builder().amount(1).build());

    private Writes() {}

    /** Takes gold, and would take it again: what must not happen twice. */
    static OutboxEntry debit(KratyView kraty, int amount) {
        return kraty.outbox()
                .send(player -> WalletApi.debitWallet(
                        player,
                        "gold",
                        DebitWalletInput.builder().amount(amount).build()));
    }

    static TrackPurchaseRequest purchase(String transaction) {
        return TrackPurchaseRequest.builder()
                .transactionId(transaction)
                .store(PurchaseStore.STEAM)
                .productId("gems_large")
                .productType(PurchaseProductType.CONSUMABLE)
                .amountMinor(499L)
                .currency("USD")
                .build();
    }
}
