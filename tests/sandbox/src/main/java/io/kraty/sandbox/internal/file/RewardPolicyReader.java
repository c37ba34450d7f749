package io.kraty.sandbox.internal.file;

import io.kraty.api.model.RankTier;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.api.model.RewardPolicyType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the final ranks of an event win. */
final class RewardPolicyReader {
    /** What holds if nothing is said. */
    static final RewardPolicySummary NONE =
            RewardPolicySummary.builder().type(RewardPolicyType.NONE).build();

    private static final Pattern RANKS = Pattern.compile("(\\d{1,6})-(\\d{1,6})");
    private static final int LAST_RANK = 999_999;

    private record Ranks(int from, int to) {}

    private final Names names;
    private final RewardReader rewards;

    RewardPolicyReader(Names names, RewardReader rewards) {
        this.names = names;
        this.rewards = rewards;
    }

    /** @param eventKey what rewards without a name of their own are called after */
    RewardPolicySummary read(Field field, String eventKey) {
        RewardPolicySummary.Builder policy = RewardPolicySummary.builder();
        String form = field.form("bundle", "entries", "tiers", "pool");
        return switch (form) {
            case "bundle", "entries" ->
                policy.type(RewardPolicyType.FIXED_BUNDLE)
                        .bundle(bundle(field.mapping(form), eventKey))
                        .build();
            case "tiers" ->
                policy.type(RewardPolicyType.RANK_SCALED)
                        .tiers(field.mapping("tiers").get("tiers").filledList(tier -> tier(tier, eventKey)))
                        .build();
            case "pool" -> {
                Mapping pool = field.mapping("pool", "currency");
                yield policy.type(RewardPolicyType.SHARED_POOL)
                        .pool((double) pool.get("pool").whole(1, Field.MOST))
                        .currencyKey(names.economy(pool.get("currency")))
                        .build();
            }
            default -> NONE;
        };
    }

    private RankTier tier(Field field, String eventKey) {
        Mapping tier = field.mapping("ranks", "bundle", "entries");
        Ranks ranks = ranks(tier.get("ranks"));
        String key = eventKey + "_" + ranks.from() + (ranks.to() == ranks.from() ? "" : "_" + ranks.to());
        if (field.isMapping() && !tier.has("bundle") && !tier.has("entries")) {
            field.problem("must have bundle or entries");
            return new RankTier(ranks.from(), ranks.to(), null);
        }
        return new RankTier(ranks.from(), ranks.to(), bundle(tier, key));
    }

    private RewardBundlePreview bundle(Mapping of, String key) {
        if (of.has("bundle") && of.has("entries")) {
            of.get("entries").problem("must not stand beside a bundle");
        }
        return of.has("bundle")
                ? rewards.bundle(of.get("bundle"))
                : new RewardBundlePreview(key, null, rewards.entries(of.get("entries")));
    }

    /** One rank, or from the first to the last: {@code 1}, {@code 2-3}. */
    private static Ranks ranks(Field field) {
        if (field.isNumber()) {
            int rank = field.count(1, LAST_RANK);
            return new Ranks(rank, rank);
        }
        Matcher ranks = RANKS.matcher(field.isText() ? field.anyText() : "");
        if (ranks.matches()) {
            int from = Integer.parseInt(ranks.group(1));
            int to = Integer.parseInt(ranks.group(2));
            if (from >= 1 && from <= to) {
                return new Ranks(from, to);
            }
        }
        field.expected("a rank like 1, or ranks like 2-3");
        return new Ranks(1, 1);
    }
}
