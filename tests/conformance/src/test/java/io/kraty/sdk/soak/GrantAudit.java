package io.kraty.sdk.soak;

import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.GrantStatus;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.LedgerEntry;
import io.kraty.sandbox.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds grants, crates and gifts against what was deposited. */
final class GrantAudit {
    private static final String DEPOSIT = "grant_deposit";
    private static final String GIFT = "gift";
    private static final Set<String> FREE_GIFTS = Set.of("health_potion");

    /** Some of one thing, from one grant or for one gift. */
    record Amount(@Nullable String source, ResourceKind kind, String key, long amount) {}

    private final Soak soak;
    private final List<LedgerEntry> ledger;
    private final List<String> violations;
    private final Map<String, List<Grant>> grants = new HashMap<>();
    private final Map<String, Grant> byId = new HashMap<>();

    GrantAudit(Soak soak, List<LedgerEntry> ledger, List<String> violations) {
        this.soak = soak;
        this.ledger = ledger;
        this.violations = violations;
        for (String player : soak.sandbox.players()) {
            List<Grant> own = soak.sandbox.grantsOf(player);
            grants.put(player, own);
            own.forEach(grant -> byId.put(player + " " + grant.id(), grant));
        }
    }

    void run() {
        grants.forEach(this::deposits);
        grants.forEach(this::children);
        collected();
        selfGrants();
        gifts();
    }

    /** What is claimed was deposited once, and nothing else was. */
    private void deposits(String player, List<Grant> own) {
        Map<Amount, Long> promised = own.stream()
                .filter(grant ->
                        grant.kind().equals(GrantKind.REWARD) && grant.status().equals(GrantStatus.CLAIMED))
                .flatMap(grant -> amounts(grant.id(), grant).stream())
                .collect(Collectors.groupingBy(amount -> amount, Collectors.counting()));
        Map<Amount, Long> deposited = ledger.stream()
                .filter(entry -> entry.externalPlayerId().equals(player)
                        && entry.reason().equals(DEPOSIT))
                .map(entry -> new Amount(entry.sourceId(), entry.kind(), entry.key(), entry.delta()))
                .collect(Collectors.groupingBy(amount -> amount, Collectors.counting()));
        check(
                promised.equals(deposited),
                player + " claimed " + minus(promised, deposited) + " without getting it, and got "
                        + minus(deposited, promised) + " without claiming it");
    }

    private static Map<Amount, Long> minus(Map<Amount, Long> some, Map<Amount, Long> others) {
        Map<Amount, Long> left = new HashMap<>(some);
        others.forEach((amount, times) -> left.merge(amount, -times, Long::sum));
        left.values().removeIf(times -> times <= 0);
        return left;
    }

    private static List<Amount> amounts(@Nullable String source, Grant grant) {
        List<Amount> amounts = new ArrayList<>();
        for (RewardEntry entry : grant.contents().entries()) {
            if (entry instanceof CurrencyRewardEntry currency) {
                amounts.add(new Amount(source, ResourceKind.BALANCE, currency.currencyKey(), (long)
                        currency.amount().min()));
            } else if (entry instanceof ItemRewardEntry item) {
                amounts.add(new Amount(source, ResourceKind.ITEM, item.itemKey(), (long)
                        item.quantity().min()));
            }
        }
        return amounts;
    }

    /** A crate that was opened held one grant, and a crate in a claimed reward became one crate to open. */
    private void children(String player, List<Grant> own) {
        Map<String, List<Grant>> byParent = own.stream()
                .filter(grant -> grant.parentGrantId() != null)
                .collect(Collectors.groupingBy(Grant::parentGrantId));
        for (Grant grant : own) {
            boolean isClaimed = grant.status().equals(GrantStatus.CLAIMED);
            long due = !isClaimed ? 0 : grant.kind().equals(GrantKind.CRATE) ? 1 : crates(grant);
            int children = byParent.getOrDefault(grant.id(), List.of()).size();
            check(children == due, player + "'s " + grant + " brought " + children + " grants, not " + due);
        }
    }

    private static long crates(Grant reward) {
        return reward.contents().entries().stream()
                .filter(CrateRewardEntry.class::isInstance)
                .mapToLong(entry -> (long) ((CrateRewardEntry) entry).quantity().min())
                .sum();
    }

    /** What the platform said is collected is. */
    private void collected() {
        List<Books.Collected> all = new ArrayList<>(soak.books.claimed);
        all.addAll(soak.books.opened);
        for (Books.Collected said : all) {
            Grant grant = byId.get(said.player() + " " + said.grantId());
            check(
                    grant != null && grant.status().equals(GrantStatus.CLAIMED),
                    said + " was said to be collected, but it is " + grant);
        }
    }

    /** One grant for each time that players helped themselves. */
    private void selfGrants() {
        Map<String, List<Books.Made>> believed =
                soak.books.selfGrants.stream().collect(Collectors.groupingBy(Books.Made::player));
        grants.forEach((player, own) -> {
            Range range = Range.of(believed.getOrDefault(player, List.of()));
            long times = own.stream()
                    .filter(grant -> grant.sourceKind().equals("client"))
                    .count();
            check(range.holds(times), player + " was granted " + times + " times, believes " + range);
        });
    }

    /** Each gift is one grant, was paid for once if it had a price, and is known to its sender. */
    private void gifts() {
        Map<String, Long> perGift = grants.values().stream()
                .flatMap(List::stream)
                .filter(grant -> GIFT.equals(grant.sourceKind()))
                .collect(Collectors.groupingBy(Grant::sourceRefId, Collectors.counting()));
        perGift.forEach((gift, times) -> check(times == 1, "gift " + gift + " is " + times + " grants"));
        List<Books.Made> sent = List.copyOf(soak.books.gifts);
        Range range = Range.of(sent);
        check(range.holds(perGift.size()), perGift.size() + " gifts were given, the players believe " + range);
        Set<String> missing = sent.stream()
                .map(Books.Made::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(perGift.keySet());
        check(missing.isEmpty(), "gifts that nobody got: " + missing);

        Map<Amount, Long> given = grants.values().stream()
                .flatMap(List::stream)
                .filter(grant -> GIFT.equals(grant.sourceKind()))
                .flatMap(grant -> amounts(grant.sourceRefId(), grant).stream())
                .filter(amount -> !FREE_GIFTS.contains(amount.key()))
                .collect(Collectors.groupingBy(amount -> amount, Collectors.counting()));
        Map<Amount, Long> taken = ledger.stream()
                .filter(entry -> entry.reason().equals(GIFT))
                .map(entry -> new Amount(entry.sourceId(), entry.kind(), entry.key(), -entry.delta()))
                .collect(Collectors.groupingBy(amount -> amount, Collectors.counting()));
        check(given.equals(taken), "given as gifts " + given + ", taken from senders " + taken);
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            violations.add(otherwise);
        }
    }
}
