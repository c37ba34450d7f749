package io.kraty.sdk.soak;

import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.WalletHolding;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.ResourceKind;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.store.PlayerCredentials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the books of the clients against the ledger, and the ledger against the balances. Nobody plays any more. */
final class Audit {
    /** One holding. */
    record Account(String player, ResourceKind kind, String key) {}

    private final Soak soak;
    private final Books books;
    private final List<LedgerEntry> ledger;
    private final List<String> violations = new ArrayList<>();

    Audit(Soak soak, List<LedgerEntry> ledger) {
        this.soak = soak;
        this.books = soak.books;
        this.ledger = ledger;
    }

    List<String> violations() {
        accounts();
        holdings();
        charges();
        entries();
        purchases();
        news();
        new GrantAudit(soak, ledger, violations).run();
        return violations;
    }

    /** Whoever got a secret still has one, and nobody was registered whose secret is nowhere. */
    private void accounts() {
        Set<String> lost = new HashSet<>(soak.sandbox.players());
        lost.removeAll(books.players());
        check(lost.isEmpty(), "registered, and nobody knows the secret: " + lost);
        for (SimulatedPlayer player : soak.players()) {
            try {
                PlayerCredentials kept = player.credentials();
                check(
                        soak.sandbox.secretOf(kept.externalPlayerId()).equals(Optional.of(kept.secret())),
                        player + " has another secret than the sandbox");
            } catch (KratyException e) {
                violations.add(player + " does not come back: " + e);
            }
        }
    }

    /** Every balance is the sum of its changes, each of which says the right balance; the client reads the same. */
    private void holdings() {
        Map<Account, Long> sums = new HashMap<>();
        for (LedgerEntry entry : ledger) {
            Account account = new Account(entry.externalPlayerId(), entry.kind(), entry.key());
            long sum = sums.merge(account, entry.delta(), Long::sum);
            check(sum == entry.balance(), entry + " should say " + sum);
            check(sum >= 0, entry + " is below zero");
        }
        sums.values().removeIf(sum -> sum == 0);
        Map<Account, Long> read = new HashMap<>();
        try (Kraty kraty = Kraty.create(soak.options().build())) {
            books.secrets().forEach((id, secret) -> {
                RequestOptions as = RequestOptions.as(id).playerSecret(secret);
                try {
                    for (WalletHolding held : kraty.with(as).wallet().list()) {
                        read.put(new Account(id, ResourceKind.BALANCE, held.economyKey()), held.balance());
                    }
                    for (ItemHolding held : kraty.with(as).inventory().list()) {
                        read.put(new Account(id, ResourceKind.ITEM, held.itemKey()), held.quantity());
                    }
                } catch (KratyException e) {
                    violations.add("the account of " + id + " is lost: " + e);
                }
            });
        }
        read.values().removeIf(amount -> amount == 0);
        Set<Account> all = new HashSet<>(sums.keySet());
        all.addAll(read.keySet());
        for (Account account : all) {
            check(
                    sums.getOrDefault(account, 0L).equals(read.getOrDefault(account, 0L)),
                    account + ": the ledger sums up to " + sums.get(account) + ", the client reads "
                            + read.get(account));
        }
    }

    /** What succeeded happened once, what was refused not at all, and the rest once at most. */
    private void charges() {
        Map<String, List<LedgerEntry>> byReason = ledger.stream().collect(Collectors.groupingBy(LedgerEntry::reason));
        for (Books.Charge charge : books.charges) {
            List<LedgerEntry> made = byReason.getOrDefault(charge.reason(), List.of());
            check(within(charge.outcome(), made.size()), charge + " is in the ledger " + made.size() + " times");
            for (LedgerEntry entry : made) {
                check(
                        entry.externalPlayerId().equals(charge.player())
                                && entry.kind() == charge.kind()
                                && entry.key().equals(charge.key())
                                && entry.delta() == charge.delta(),
                        charge + " was carried out as " + entry);
            }
        }
    }

    private static boolean within(Books.Outcome outcome, int times) {
        return switch (outcome) {
            case DONE -> times == 1;
            case UNKNOWN -> times <= 1;
            case REFUSED -> times == 0;
        };
    }

    /** Every attempt that had a price was paid for once. */
    private void entries() {
        Map<String, Long> paid = ledger.stream()
                .filter(entry -> entry.reason().equals("entry_cost"))
                .collect(Collectors.groupingBy(LedgerEntry::externalPlayerId, Collectors.counting()));
        Map<String, List<Books.Made>> believed =
                books.entries.stream().collect(Collectors.groupingBy(Books.Made::player));
        Set<String> players = new HashSet<>(paid.keySet());
        players.addAll(believed.keySet());
        for (String player : players) {
            Range range = Range.of(believed.getOrDefault(player, List.of()));
            long times = paid.getOrDefault(player, 0L);
            check(range.holds(times), player + " paid " + times + " entries, believes " + range);
        }
        Map<String, Long> perAttempt = ledger.stream()
                .filter(entry -> entry.reason().equals("entry_cost"))
                .collect(Collectors.groupingBy(entry -> String.valueOf(entry.sourceId()), Collectors.counting()));
        perAttempt.forEach((attempt, times) -> check(times == 1, attempt + " was paid for " + times + " times"));
        for (Books.Made made : books.entries) {
            check(made.id() == null || perAttempt.containsKey(made.id()), made + " was not paid for");
        }
    }

    /** No purchase was new twice. */
    private void purchases() {
        Map<String, Long> news = books.purchases.stream()
                .filter(Books.Purchase::isNew)
                .collect(Collectors.groupingBy(
                        purchase -> purchase.player() + " " + purchase.transactionId(), Collectors.counting()));
        news.forEach((purchase, times) -> check(times == 1, purchase + " was recorded " + times + " times"));
    }

    /** Streams tell what happened, as it happened. */
    private void news() {
        Map<String, LedgerEntry> byId = new HashMap<>();
        ledger.forEach(entry -> byId.put(entry.id(), entry));
        books.news.forEach((id, told) -> {
            LedgerEntry entry = byId.get(id);
            check(
                    entry != null
                            && told.equals(new Books.News(
                                    entry.externalPlayerId(),
                                    entry.kind(),
                                    entry.key(),
                                    entry.delta(),
                                    entry.balance())),
                    "a stream told " + told + ", the ledger has " + entry);
        });
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            violations.add(otherwise);
        }
    }
}
