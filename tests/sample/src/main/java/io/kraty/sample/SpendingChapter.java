package io.kraty.sample;

import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.ConsumeResult;
import io.kraty.api.model.DebitResult;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.WalletHolding;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sdk.InventoryClient;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.WalletClient;
import io.kraty.sdk.request.RequestOptions;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;

/** Spending: items are consumed, balances debited. Only the platform can give, so there is no way back. */
final class SpendingChapter implements Chapter {
    private static final long PRICE = 5;

    @Override
    public String title() {
        return "Spending";
    }

    @Override
    public void play(Session session) {
        session.step("Look into the purse", () -> {
            Kraty kraty = session.kraty();
            Purse purse = new Purse(kraty.wallet().list(), kraty.inventory().list());
            session.screen().line(purse.describe(session.names()));
        });
        session.step("Use an item", () -> useItem(session));
        session.step("Spend money", () -> spend(session));
        session.step("Buy once, whatever the network does", () -> buyOnce(session));
        session.step("Lose an answer, and pay once all the same", () -> loseAnswer(session));
    }

    private static void useItem(Session session) {
        InventoryClient inventory = session.kraty().inventory();
        ItemHolding item = inventory.list().stream()
                .max(Comparator.comparingLong(ItemHolding::quantity))
                .filter(most -> most.quantity() >= 3)
                .orElseThrow(() -> new Steps.Skipped("the player has too few items"));
        inventory.consume(item.itemKey(), 1);
        inventory.consume(item.itemKey(), input("boss_fight"));
        // A double click: with one key, the same request uses one item, however often it is sent.
        RequestOptions click = RequestOptions.none()
                .idempotencyKey("click-" + UUID.randomUUID())
                .timeout(Duration.ofSeconds(30));
        InventoryClient clicked = session.kraty().with(click).inventory();
        clicked.consume(item.itemKey(), 1);
        ConsumeResult left = clicked.consume(item.itemKey(), 1);
        Steps.check(left.quantity() == item.quantity() - 3, "the second click counted too");
        session.screen().line(left.quantity() + " " + session.names().of(left.itemKey()) + " left");
    }

    private static ConsumeItemInput input(String reason) {
        return ConsumeItemInput.builder().quantity(1).reason(reason).build();
    }

    private static void spend(Session session) {
        WalletClient wallet = session.kraty().wallet();
        String currency = richest(session).economyKey();
        wallet.debit(currency, PRICE);
        DebitResult left = wallet.debit(
                currency, DebitWalletInput.builder().amount(PRICE).reason("hat").build());
        session.screen().line(left.balance() + " " + session.names().of(currency) + " left");
    }

    /** With a key of its own, a purchase can be repeated until its outcome is known, even after a restart. */
    private static void buyOnce(Session session) {
        String currency = richest(session).economyKey();
        DebitWalletInput price =
                DebitWalletInput.builder().amount(PRICE).reason("boots").build();
        RequestOptions purchase = RequestOptions.none()
                .idempotencyKey("boots-" + UUID.randomUUID())
                .timeout(Duration.ofSeconds(30))
                .totalTimeout(Duration.ofMinutes(1));
        session.screen()
                .line("for " + orActive(purchase) + ", key " + purchase.idempotencyKey() + ", " + purchase.timeout()
                        + " per attempt, " + purchase.totalTimeout() + " in all");
        WalletClient wallet = session.kraty().with(purchase).wallet();
        DebitResult first = wallet.debit(currency, price);
        DebitResult again = wallet.debit(currency, price);
        Steps.check(first.balance() == again.balance(), "the second call was charged too");
        session.screen().line("sent twice, charged once: " + again.balance() + " left");
    }

    /** The platform takes the money, and its answer gets lost on the way. The SDK asks again, with the same key. */
    private static void loseAnswer(Session session) {
        KratySandbox sandbox = session.sandbox();
        String currency = richest(session).economyKey();
        sandbox.addTrouble(Trouble.on("debitWallet")
                .times(1)
                .effect(Trouble.Effect.resetAfter())
                .build());
        int requests = sandbox.requests().size();
        int charges = sandbox.ledger().size();
        DebitResult left = session.kraty().wallet().debit(currency, PRICE);
        Steps.check(sandbox.ledger().size() == charges + 1, "the repetition was charged too");
        for (RecordedRequest request :
                sandbox.requests().subList(requests, sandbox.requests().size())) {
            String fate = request.replayed() ? "told again what came of it" : request.trouble();
            session.screen().line(request.method() + " " + request.operation() + ": " + fate);
        }
        session.screen().line("sent twice, charged once: " + left.balance() + " left");
    }

    private static String orActive(RequestOptions options) {
        return options.player() == null ? "the active player" : options.player();
    }

    private static WalletHolding richest(Session session) {
        return session.kraty().wallet().list().stream()
                .filter(holding -> !session.names().progressions().contains(holding.economyKey()))
                .max(Comparator.comparingLong(WalletHolding::balance))
                .filter(most -> most.balance() >= 3 * PRICE)
                .orElseThrow(() -> new Steps.Skipped("the player has too little money"));
    }
}
