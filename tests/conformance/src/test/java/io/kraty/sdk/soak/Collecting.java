package io.kraty.sdk.soak;

import io.kraty.api.model.CrateGrantInput;
import io.kraty.api.model.CurrencyGrantInput;
import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantEntryInput;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.GrantSelfRequest;
import io.kraty.api.model.ItemGrantInput;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.GrantsClient;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.List;

/** Grants and crates. */
final class Collecting {
    private static final int FEW = 20;

    private Collecting() {}

    static void claim(SimulatedPlayer player) {
        String me = player.me();
        GrantsClient grants = player.kraty().grants();
        Grant grant = player.any(grants.listPending(FEW));
        if (grant == null) {
            return;
        }
        for (int times = player.oneIn(4) ? 2 : 1; times > 0; times--) {
            if (grant.kind().equals(GrantKind.CRATE)) {
                opened(player, me, grants.open(grant.id()).crate());
            } else {
                claimed(player, me, grants.claim(grant.id()));
            }
        }
    }

    static void collectAll(SimulatedPlayer player) {
        collect(player, player.me(), player.kraty());
    }

    /** Both see the same grants and both collect them, at the same time. */
    static void onTwoDevices(SimulatedPlayer player) throws InterruptedException {
        PlayerCredentials me = player.credentials();
        try (Kraty other = Kraty.create(player.soak.options().build())) {
            other.signIn(me);
            Thread elsewhere = new Thread(
                    () -> {
                        try {
                            collect(player, me.externalPlayerId(), other);
                        } catch (KratyException e) {
                            player.soak.tally.error(
                                    "on the other device: " + e.getClass().getSimpleName());
                        } catch (RuntimeException | Error e) {
                            player.soak.violation("the other device of " + player + ": " + Trace.of(e));
                        }
                    },
                    Thread.currentThread().getName() + "-elsewhere");
            elsewhere.start();
            try {
                collect(player, me.externalPlayerId(), player.kraty());
            } finally {
                elsewhere.join();
            }
        }
    }

    private static void collect(SimulatedPlayer player, String me, Kraty kraty) {
        CollectAllResult result = kraty.grants().collectAll();
        result.opened().forEach(crate -> opened(player, me, crate.crate()));
        result.claimed().forEach(grant -> claimed(player, me, grant));
        result.failures()
                .forEach(failure -> player.soak.tally.error(
                        "collecting: " + failure.error().getClass().getSimpleName()));
    }

    private static void claimed(SimulatedPlayer player, String me, Grant grant) {
        player.soak.books.claimed.add(new Books.Collected(me, grant.id()));
    }

    private static void opened(SimulatedPlayer player, String me, Grant crate) {
        player.soak.books.opened.add(new Books.Collected(me, crate.id()));
    }

    /** The game is permissive. */
    static void helpYourself(SimulatedPlayer player) {
        String me = player.me();
        GrantSelfRequest request = switch (player.dice.nextInt(3)) {
            case 0 ->
                reward(CurrencyGrantInput.builder()
                        .currencyKey("gold")
                        .amount(player.dice.nextInt(1, 50))
                        .build());
            case 1 ->
                reward(ItemGrantInput.builder()
                        .itemKey("arena_ticket")
                        .quantity(1)
                        .build());
            default ->
                GrantSelfRequest.builder()
                        .kind(GrantKind.CRATE)
                        .entries(List.of(CrateGrantInput.builder()
                                .crateItemKey("silver_crate")
                                .quantity(1)
                                .build()))
                        .build();
        };
        RequestOptions options = RequestOptions.none().idempotencyKey(player.unique("self"));
        Books.noting(
                () -> player.kraty().with(options).grants().grant(request),
                (outcome, grant) -> player.soak.books.selfGrants.add(
                        new Books.Made(me, outcome, grant == null ? null : grant.id())));
    }

    private static GrantSelfRequest reward(GrantEntryInput entry) {
        return GrantSelfRequest.builder().entries(List.of(entry)).build();
    }
}
