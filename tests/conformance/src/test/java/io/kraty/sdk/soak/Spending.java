package io.kraty.sdk.soak;

import io.kraty.api.model.ConsumeItemInput;
import io.kraty.api.model.DebitWalletInput;
import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.ProgressWalletInput;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sdk.request.RequestOptions;
import java.util.function.Supplier;

/** What a player has, and takes from it. Each intended change has a reason of its own, by which the ledger knows it. */
final class Spending {
    private Spending() {}

    static void debit(SimulatedPlayer player) {
        String key = player.oneIn(4) ? "gems" : "gold";
        long amount = player.dice.nextLong(1, 20);
        String reason = player.unique("debit");
        DebitWalletInput input =
                DebitWalletInput.builder().amount(amount).reason(reason).build();
        charge(
                player,
                reason,
                ResourceKind.BALANCE,
                key,
                -amount,
                () -> player.kraty()
                        .with(RequestOptions.none().idempotencyKey(reason))
                        .wallet()
                        .debit(key, input));
    }

    static void consume(SimulatedPlayer player) {
        ItemHolding item = player.any(player.kraty().inventory().list());
        String key = item == null ? "health_potion" : item.itemKey();
        String reason = player.unique("consume");
        ConsumeItemInput input =
                ConsumeItemInput.builder().quantity(1).reason(reason).build();
        charge(
                player,
                reason,
                ResourceKind.ITEM,
                key,
                -1,
                () -> player.kraty()
                        .with(RequestOptions.none().idempotencyKey(reason))
                        .inventory()
                        .consume(key, input));
    }

    static void earn(SimulatedPlayer player) {
        long amount = player.dice.nextLong(1, 60);
        String reason = player.unique("earn");
        ProgressWalletInput input =
                ProgressWalletInput.builder().amount(amount).reason(reason).build();
        charge(
                player,
                reason,
                ResourceKind.BALANCE,
                "xp",
                amount,
                () -> player.kraty()
                        .with(RequestOptions.none().idempotencyKey(reason))
                        .wallet()
                        .progress("xp", input));
    }

    static void look(SimulatedPlayer player) {
        player.kraty().wallet().list();
        player.kraty().inventory().list();
    }

    /** Now and then the game sends it once more, as after a crash: with the same key it is the same charge. */
    private static void charge(
            SimulatedPlayer player, String reason, ResourceKind kind, String key, long delta, Supplier<?> write) {
        String me = player.me();
        Books.noting(write, (outcome, answer) -> {
            player.soak.books.charges.add(new Books.Charge(me, reason, kind, key, delta, outcome));
            if (outcome == Books.Outcome.UNKNOWN) {
                player.repeatLater(() -> onlyAs(me, player, write));
            }
        });
        if (player.oneIn(5)) {
            onlyAs(me, player, write);
        }
    }

    /** Another player's repetition would be another charge. */
    static void onlyAs(String me, SimulatedPlayer player, Supplier<?> write) {
        if (player.me().equals(me)) {
            player.soak.tally.activity(
                    "a charge repeated: " + write.get().getClass().getSimpleName());
        }
    }
}
