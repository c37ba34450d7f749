package io.kraty.sandbox.internal.game;

import static io.kraty.sandbox.internal.game.DemoCatalog.GEMS;
import static io.kraty.sandbox.internal.game.DemoCatalog.GOLD;
import static io.kraty.sandbox.internal.game.DemoCatalog.GOLD_CRATE;
import static io.kraty.sandbox.internal.game.DemoCatalog.HEALTH_POTION;
import static io.kraty.sandbox.internal.game.DemoCatalog.SILVER_CRATE;
import static io.kraty.sandbox.internal.game.DemoCatalog.VIP_PASS;
import static io.kraty.sandbox.internal.game.DemoCatalog.XP;
import static io.kraty.sandbox.internal.game.DemoCatalog.name;
import static io.kraty.sandbox.internal.game.Rewards.crate;
import static io.kraty.sandbox.internal.game.Rewards.currency;
import static io.kraty.sandbox.internal.game.Rewards.item;

import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.RankTier;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.RewardEntry;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.api.model.RewardPolicyType;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The game that is played here. Each event shows another part of the API.
 *
 * <table>
 * <caption>Events</caption>
 * <tr><th>Event</th><th>Shows</th></tr>
 * <tr><td>coin_rush</td><td>free, one metric, milestones with a reward and a crate, done at 100</td></tr>
 * <tr><td>bounty_hunt</td><td>an entry cost, two weighted metrics, an attempt quota, rewards by final rank</td></tr>
 * <tr><td>quick_brawl</td><td>lobbies</td></tr>
 * <tr><td>vip_gala</td><td>an entry requirement, a daily quota</td></tr>
 * <tr><td>legends_cup</td><td>locked until the player has 500 xp; not listed before</td></tr>
 * <tr><td>endless_run</td><td>a score attack: no target, done when the player is</td></tr>
 * <tr><td>night_market</td><td>no window</td></tr>
 * <tr><td>old_faire</td><td>switched off</td></tr>
 * </table>
 */
final class DemoGame {
    /** What every new player finds waiting. */
    static final List<RewardEntry> WELCOME = List.of(currency(GOLD, 150), item(HEALTH_POTION, 3), crate(SILVER_CRATE));

    private DemoGame() {}

    static List<EventDefinition> events() {
        return List.of(
                new EventDefinition("coin_rush", name("Coin Rush", "Corrida às Moedas"))
                        .lasting(Duration.ofHours(2), Duration.ofMinutes(30))
                        .metric("coins", 100, 1)
                        .milestone(new Milestone("ten_coins", "coins", 10, List.of(currency(GOLD, 20))))
                        .milestone(new Milestone(
                                "fifty_coins", "coins", 50, List.of(currency(GOLD, 50), crate(SILVER_CRATE))))
                        .milestone(
                                new Milestone("all_coins", "coins", 100, List.of(currency(XP, 100), crate(GOLD_CRATE))))
                        .metadata("theme", "beach"),
                new EventDefinition("bounty_hunt", name("Bounty Hunt", "Caça à Recompensa"))
                        .lasting(Duration.ofHours(24), Duration.ofHours(1))
                        .metric("bounties", 20, 10)
                        .metric("damage", 5000, 0.1)
                        .milestone(new Milestone("ten_bounties", "bounties", 10, List.of(currency(GEMS, 2))))
                        .costing(GOLD, 100)
                        .quota(3, null)
                        .rewarding(byRank()),
                new EventDefinition("quick_brawl", LocalizedString.of("Quick Brawl"))
                        .lobbies(6, Duration.ofMinutes(10))
                        .metric("knockouts", 30, 1),
                new EventDefinition("vip_gala", LocalizedString.of("VIP Gala"))
                        .lasting(Duration.ofDays(7), Duration.ofHours(1))
                        .metric("dances", 10, 1)
                        .requiring(VIP_PASS)
                        .quota(null, 2),
                new EventDefinition("legends_cup", LocalizedString.of("Legends Cup"))
                        .metric("wins", 5, 100)
                        .unlockedBy(XP, 500),
                new EventDefinition("endless_run", LocalizedString.of("Endless Run")).scoreAttack("meters", 5000),
                new EventDefinition("night_market", LocalizedString.of("Night Market"))
                        .metric("sales", 10, 1)
                        .schedule(EventDefinition.Schedule.UNSCHEDULED),
                new EventDefinition("old_faire", LocalizedString.of("Old Faire"))
                        .metric("prizes", 10, 1)
                        .schedule(EventDefinition.Schedule.SWITCHED_OFF));
    }

    /** What is inside a crate. Crates that the catalog does not know hold a little gold. */
    static List<RewardEntry> openCrate(@Nullable String key, SplittableRandom dice) {
        List<List<RewardEntry>> table = GOLD_CRATE.equals(key)
                ? List.of(
                        List.of(currency(GEMS, 5, 15, 5), item(HEALTH_POTION, 2)),
                        List.of(currency(GOLD, 300, 500, 50)),
                        List.of(currency(GOLD, 100), item(VIP_PASS, 1)),
                        List.of(currency(XP, 50), crate(SILVER_CRATE)))
                : List.of(
                        List.of(currency(GOLD, 25, 75, 5)),
                        List.of(currency(GOLD, 40), item(HEALTH_POTION, 1)),
                        List.of(currency(XP, 20), currency(GEMS, 1)));
        return Seeds.pick(dice, table).stream()
                .map(entry -> Rewards.rolled(entry, dice))
                .toList();
    }

    private static RewardPolicySummary byRank() {
        return RewardPolicySummary.builder()
                .type(RewardPolicyType.RANK_SCALED)
                .tiers(List.of(
                        tier(1, 1, "champion", currency(GOLD, 300, 500, 50), crate(GOLD_CRATE)),
                        tier(2, 3, "podium", currency(GOLD, 200), crate(SILVER_CRATE)),
                        tier(4, 10, "top_ten", currency(GOLD, 50))))
                .build();
    }

    private static RankTier tier(int from, int to, String key, RewardEntry... entries) {
        return new RankTier(from, to, new RewardBundlePreview(key, null, List.of(entries)));
    }
}
