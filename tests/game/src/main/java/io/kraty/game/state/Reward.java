package io.kraty.game.state;

import io.kraty.api.model.CrateRewardEntry;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.Grant;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is won, or can be.
 *
 * @param kind what kind of thing
 * @param key its key in the catalog; for what this version does not know, the platform's word for it
 * @param min how much at least
 * @param max how much at most
 */
public record Reward(Kind kind, String key, long min, long max) {
    /** Kinds of things. */
    public enum Kind {
        CURRENCY,
        ITEM,
        CRATE,
        /** Something newer than this version of the game: it can be won, but not shown. */
        UNKNOWN
    }

    static Reward of(RewardEntry entry) {
        if (entry instanceof CurrencyRewardEntry currency) {
            return of(Kind.CURRENCY, currency.currencyKey(), currency.amount());
        }
        if (entry instanceof ItemRewardEntry item) {
            return of(Kind.ITEM, item.itemKey(), item.quantity());
        }
        if (entry instanceof CrateRewardEntry crate) {
            return of(Kind.CRATE, crate.crateItemKey(), crate.quantity());
        }
        return new Reward(Kind.UNKNOWN, entry.type(), 1, 1);
    }

    private static Reward of(Kind kind, String key, @Nullable RewardAmount amount) {
        return amount == null
                ? new Reward(kind, key, 1, 1)
                : new Reward(kind, key, Math.round(amount.min()), Math.round(amount.max()));
    }

    static List<Reward> all(List<RewardEntry> entries) {
        return entries.stream().map(Reward::of).toList();
    }

    /** What a grant holds: a crate, or what is in it. */
    static List<Reward> all(Grant grant) {
        String crate = grant.contents().crateItemKey();
        return crate != null
                ? List.of(new Reward(Kind.CRATE, crate, 1, 1))
                : all(grant.contents().entries());
    }

    /** The same, with as much of everything as there is together. */
    static List<Reward> together(List<Reward> rewards) {
        Map<String, Reward> byThing = new LinkedHashMap<>();
        for (Reward one : rewards) {
            byThing.merge(
                    one.kind() + one.key(),
                    one,
                    (a, b) -> new Reward(a.kind(), a.key(), a.min() + b.min(), a.max() + b.max()));
        }
        return List.copyOf(byThing.values());
    }
}
