package io.kraty.game.state;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.MilestoneRewardPreview;
import io.kraty.api.model.RankTier;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.RewardPolicySummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event promises, and for what.
 *
 * @param reason for what
 * @param metric what a milestone counts; empty for all other prizes
 * @param from the milestone's threshold, or the first rank
 * @param to the last rank
 * @param rewards what is won; for a pool, what is shared by all
 */
public record Prize(Reason reason, String metric, double from, double to, List<Reward> rewards) {
    /** For what a prize is won. */
    public enum Reason {
        MILESTONE,
        RANKS,
        EVERYBODY,
        POOL
    }

    static List<Prize> of(EventListing event) {
        List<Prize> prizes = new ArrayList<>();
        for (MilestoneRewardPreview milestone : event.milestoneRewards()) {
            double at = milestone.threshold();
            prizes.add(new Prize(Reason.MILESTONE, milestone.metricKey(), at, at, Reward.all(milestone.entries())));
        }
        RewardPolicySummary policy = event.rewardPolicy();
        if (policy != null) {
            for (RankTier tier : policy.tiers()) {
                prizes.add(new Prize(Reason.RANKS, "", tier.fromRank(), tier.toRank(), inside(tier.bundle())));
            }
            if (policy.bundle() != null) {
                prizes.add(new Prize(Reason.EVERYBODY, "", 1, 1, inside(policy.bundle())));
            }
            if (policy.pool() != null && policy.currencyKey() != null) {
                long pool = Math.round(policy.pool());
                Reward shared = new Reward(Reward.Kind.CURRENCY, policy.currencyKey(), pool, pool);
                prizes.add(new Prize(Reason.POOL, "", 1, 1, List.of(shared)));
            }
        }
        return List.copyOf(prizes);
    }

    private static List<Reward> inside(@Nullable RewardBundlePreview bundle) {
        return bundle == null ? List.of() : Reward.all(bundle.entries());
    }
}
