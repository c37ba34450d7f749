package io.kraty.sample;

import io.kraty.api.model.CurrencyGrantInput;
import io.kraty.api.model.GrantSelfRequest;
import io.kraty.api.model.ProgressWalletInput;
import io.kraty.api.model.ProgressWalletResult;
import io.kraty.api.model.PurchaseProductType;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.api.model.TrackPurchaseResult;
import io.kraty.sdk.GrantsClient;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.WalletClient;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.RequestOptions;
import java.util.List;
import java.util.UUID;

/** What was bought for real money, and what a client may give itself: nothing but what the studio allows. */
final class ShopChapter implements Chapter {
    private static final String XP = "xp";

    @Override
    public String title() {
        return "The shop";
    }

    @Override
    public void play(Session session) {
        session.step("Report a purchase", () -> report(session));
        session.step("Earn experience", () -> earn(session));
        session.step("Help yourself", () -> helpYourself(session));
    }

    /** Reported on every launch until the store forgets it: the transaction tells purchases apart. */
    private static void report(Session session) {
        Kraty kraty = session.kraty();
        TrackPurchaseRequest purchase = TrackPurchaseRequest.builder()
                .transactionId("T-" + UUID.randomUUID())
                .store(PurchaseStore.STEAM)
                .productId("gems_large")
                .productType(PurchaseProductType.CONSUMABLE)
                .amountMinor(499)
                .currency("EUR")
                .build();
        TrackPurchaseResult first = kraty.trackPurchase(purchase);
        TrackPurchaseResult again = kraty.purchases().track(purchase);
        TrackPurchaseResult later = kraty.purchases().track(purchase);
        Steps.check(again.deduplicated() && later.deduplicated(), "recorded twice");
        Steps.check(first.lifetimeAmountMinor() == later.lifetimeAmountMinor(), "counted twice");
        session.screen()
                .line("4.99 EUR is " + first.normalizedAmountMinor()
                        + " US cents; reported three times, recorded once");
        try {
            kraty.trackPurchase(purchase.toBuilder()
                    .transactionId("T-" + UUID.randomUUID())
                    .currency("XTS")
                    .build());
            throw new Steps.Failed("a currency that does not exist");
        } catch (KratyApiException e) {
            Steps.check(e.isUnknownCurrency(), Advice.describe(e));
        }
    }

    private static void earn(Session session) {
        session.sandbox(); // which progression clients may write, only its game is known to say
        WalletClient wallet = session.kraty().wallet();
        wallet.progress(XP, 40);
        wallet.progress(XP, -10);
        wallet.progress(
                XP,
                ProgressWalletInput.builder().amount(20).reason("won a duel").build());
        RequestOptions duel = RequestOptions.none().idempotencyKey("duel-" + UUID.randomUUID());
        ProgressWalletResult result = session.kraty().with(duel).wallet().progress(XP, 250);
        result.derived()
                .forEach(change -> session.screen()
                        .line(session.names().of(change.economyKey()) + " " + change.previous() + " -> "
                                + change.current() + ", " + change.grantIds().size() + " rewards"));
        session.screen().line(result.balance() + " " + session.names().of(XP));
    }

    /** Only permissive games let a client grant: prototypes, and games without an economy to protect. */
    private static void helpYourself(Session session) {
        GrantsClient grants = session.kraty().grants();
        CurrencyGrantInput riches =
                CurrencyGrantInput.builder().currencyKey("gold").amount(1).build();
        try {
            grants.grant(List.of(riches));
            grants.grant(GrantSelfRequest.builder().entries(List.of(riches)).build());
            session.screen().line("a permissive game: granted");
        } catch (KratyApiException e) {
            Steps.check(e.isInventoryNotPermissive(), Advice.describe(e));
            session.screen().line(Advice.describe(e));
        }
    }
}
