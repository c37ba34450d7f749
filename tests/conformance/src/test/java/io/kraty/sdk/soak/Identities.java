package io.kraty.sdk.soak;

import io.kraty.api.model.DebitWalletInput;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.function.Supplier;

/** Who plays: restarts, also in the middle of something, logouts, new secrets, other players on the device. */
final class Identities {
    private Identities() {}

    static void restart(SimulatedPlayer player) {
        player.restart();
        player.me();
    }

    /** The game ends while it pays; the next launch asks again with the same key. */
    static void quitInTheMiddle(SimulatedPlayer player) throws InterruptedException {
        String me = player.me();
        String reason = player.unique("quit");
        DebitWalletInput input =
                DebitWalletInput.builder().amount(1).reason(reason).build();
        Supplier<?> write = () -> player.kraty()
                .with(RequestOptions.none().idempotencyKey(reason))
                .wallet()
                .debit("gold", input);
        Thread paying = new Thread(
                () -> {
                    try {
                        Books.noting(write, (outcome, answer) -> {
                            // Refused now, it may be affordable when it is repeated.
                            Books.Outcome so = outcome == Books.Outcome.REFUSED ? Books.Outcome.UNKNOWN : outcome;
                            player.soak.books.charges.add(
                                    new Books.Charge(me, reason, ResourceKind.BALANCE, "gold", -1, so));
                        });
                    } catch (KratyException | IllegalStateException e) {
                        player.soak.tally.error("quit: " + e.getClass().getSimpleName());
                    } catch (RuntimeException | Error e) {
                        player.soak.violation("quitting " + player + ": " + Trace.of(e));
                    }
                },
                Thread.currentThread().getName() + "-paying");
        paying.start();
        paying.join(player.dice.nextLong(1, 5));
        player.restart();
        paying.join();
        Spending.onlyAs(me, player, write);
    }

    static void logOutAndIn(SimulatedPlayer player) {
        PlayerCredentials me = player.credentials();
        player.kraty().logout();
        player.kraty().signIn(me);
        player.me();
    }

    /** A fresh player on the same device. One that the game names itself would only come back. */
    static void startOver(SimulatedPlayer player) {
        if (player.isPinned() || player.soak.books.players().size() > 2000) {
            return;
        }
        player.credentials();
        player.kraty().logout();
        player.becomes(null);
        player.me();
    }

    static void rotate(SimulatedPlayer player) {
        player.rotate();
    }

    static void slot(SimulatedPlayer player) {
        try {
            playSlot(player);
        } catch (KratyException e) {
            player.repeatLater(() -> playSlot(player)); // what was begun is resumed, else the secret would be lost
            throw e;
        }
    }

    private static void playSlot(SimulatedPlayer player) {
        String id = "slot-" + player.number();
        try (Kraty kraty = Kraty.connectAsPlayer(player.soak.options().build(), id, player.slot, player.oneIn(2))) {
            player.soak.books.know(kraty.ensureIdentity());
            kraty.grants()
                    .collectAll()
                    .claimed()
                    .forEach(grant -> player.soak.books.claimed.add(new Books.Collected(id, grant.id())));
        }
    }

    static void guest(SimulatedPlayer player) {
        String id = player.unique("guest");
        RequestOptions options = RequestOptions.none().idempotencyKey(id);
        Runnable register = () -> player.soak.books.know(new PlayerCredentials(
                id, player.kraty().with(options).players().register(id).secret()));
        try {
            register.run();
        } catch (KratyException e) {
            player.repeatLater(register); // else the secret would be lost
            throw e;
        }
    }
}
