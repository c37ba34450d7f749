package io.kraty.sandbox.internal.game.grants;

import io.kraty.api.model.AmountRange;
import io.kraty.api.model.CurrencyRewardEntry;
import io.kraty.api.model.ItemRewardEntry;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.internal.definition.CrateDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Short ways to write rewards, and how their amounts are rolled. */
public final class Rewards {
    private Rewards() {}

    public static RewardEntry currency(String key, long amount) {
        return new CurrencyRewardEntry(key, RewardAmount.of((double) amount));
    }

    public static RewardEntry item(String key, long quantity) {
        return new ItemRewardEntry(key, RewardAmount.of((double) quantity), Map.of());
    }

    /** The same reward with a fixed amount. */
    static RewardEntry rolled(RewardEntry entry, SplittableRandom dice) {
        if (entry instanceof CurrencyRewardEntry currency) {
            return currency(currency.currencyKey(), roll(currency.amount(), dice));
        }
        if (entry instanceof ItemRewardEntry item) {
            return item.toBuilder()
                    .quantity(RewardAmount.of((double) roll(item.quantity(), dice)))
                    .build();
        }
        return entry;
    }

    /** What comes out of a crate this time. */
    static List<RewardEntry> rolled(CrateDefinition crate, SplittableRandom dice) {
        List<RewardEntry> rolled = new ArrayList<>();
        crate.guaranteed().forEach(entry -> rolled.add(rolled(entry, dice)));
        if (!crate.outcomes().isEmpty()) {
            for (long i = roll(crate.rolls(), dice); i > 0; i--) {
                pick(crate.outcomes(), dice).forEach(entry -> rolled.add(rolled(entry, dice)));
            }
        }
        return rolled;
    }

    private static List<RewardEntry> pick(List<CrateDefinition.Outcome> outcomes, SplittableRandom dice) {
        int left = dice.nextInt(
                outcomes.stream().mapToInt(CrateDefinition.Outcome::weight).sum());
        for (CrateDefinition.Outcome outcome : outcomes) {
            left -= outcome.weight();
            if (left < 0) {
                return outcome.entries();
            }
        }
        throw new IllegalStateException("dice rolled more than they can");
    }

    /** How many; the fixed number, or one of the range. No amount means one. */
    static long roll(@Nullable RewardAmount amount, SplittableRandom dice) {
        if (amount instanceof RewardAmount.Range in) {
            AmountRange range = in.range();
            long step = range.step() == null ? 1 : range.step();
            // The last step is a short one where the range is no multiple of it, so that its end can be reached.
            long steps = (range.max() - range.min() + step - 1) / step;
            return Math.min(range.max(), range.min() + step * dice.nextLong(steps + 1));
        }
        return amount == null ? 1 : (long) amount.min();
    }
}
