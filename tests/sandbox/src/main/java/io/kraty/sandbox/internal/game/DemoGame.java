package io.kraty.sandbox.internal.game;

import static io.kraty.sandbox.internal.game.DemoCatalog.DIVISION;
import static io.kraty.sandbox.internal.game.DemoCatalog.GEMS;
import static io.kraty.sandbox.internal.game.DemoCatalog.GOLD;
import static io.kraty.sandbox.internal.game.DemoCatalog.GOLD_CRATE;
import static io.kraty.sandbox.internal.game.DemoCatalog.HEALTH_POTION;
import static io.kraty.sandbox.internal.game.DemoCatalog.LEVEL;
import static io.kraty.sandbox.internal.game.DemoCatalog.SILVER_CRATE;
import static io.kraty.sandbox.internal.game.DemoCatalog.VIP_PASS;
import static io.kraty.sandbox.internal.game.DemoCatalog.XP;
import static io.kraty.sandbox.internal.game.DemoCatalog.name;
import static io.kraty.sandbox.internal.game.Rewards.crate;
import static io.kraty.sandbox.internal.game.Rewards.currency;
import static io.kraty.sandbox.internal.game.Rewards.item;

import io.kraty.api.model.CatalogCurrency;
import io.kraty.api.model.CatalogItem;
import io.kraty.api.model.EntryCost;
import io.kraty.api.model.EntryCostCurrency;
import io.kraty.api.model.GiftResourceType;
import io.kraty.api.model.GiftableResource;
import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.RankTier;
import io.kraty.api.model.ResetCadence;
import io.kraty.api.model.RewardAmount;
import io.kraty.api.model.RewardBundlePreview;
import io.kraty.api.model.RewardEntry;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.api.model.RewardPolicyType;
import io.kraty.api.model.ScoreAggregation;
import io.kraty.sandbox.InventoryManagement;
import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.definition.BoardDefinition.Source;
import io.kraty.sandbox.internal.definition.BotsDefinition;
import io.kraty.sandbox.internal.definition.Condition;
import io.kraty.sandbox.internal.definition.CrateDefinition;
import io.kraty.sandbox.internal.definition.CrateDefinition.Outcome;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Quota;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.ExchangeRate;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.definition.GiftsDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition;
import io.kraty.sandbox.internal.definition.LobbyDefinition.FillStrategy;
import io.kraty.sandbox.internal.definition.Metric;
import io.kraty.sandbox.internal.definition.Milestone;
import io.kraty.sandbox.internal.definition.ProgressionDefinition;
import io.kraty.sandbox.internal.definition.ProgressionDefinition.Derived;
import io.kraty.sandbox.internal.definition.Schedule;
import io.kraty.sandbox.internal.definition.Segmentation;
import io.kraty.sandbox.internal.definition.SettingsDefinition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The demo game. */
public final class DemoGame {
    private static final EntryCost FREE = new EntryCost(List.of(), List.of());
    private static final Quota ANY = new Quota(null, null);
    private static final RewardPolicySummary NO_REWARDS =
            RewardPolicySummary.builder().type(RewardPolicyType.NONE).build();

    private DemoGame() {}

    public static GameDefinition definition() {
        return new GameDefinition(
                "Demo game",
                new SettingsDefinition(
                        InventoryManagement.PLATFORM,
                        false,
                        Duration.ofMillis(700),
                        null,
                        Duration.ofSeconds(75),
                        null,
                        ZoneOffset.UTC),
                DemoCatalog.CATALOG,
                progressions(),
                crates(),
                events(),
                boards(),
                new GiftsDefinition(true, Duration.ofHours(1), 5, Duration.ofDays(7), gifts()),
                rates(),
                List.of(currency(GOLD, 150), item(HEALTH_POTION, 3), crate(SILVER_CRATE)),
                List.of());
    }

    private static Map<String, ProgressionDefinition> progressions() {
        Map<String, ProgressionDefinition> progressions = new LinkedHashMap<>();
        progressions.put(XP, new ProgressionDefinition(XP, true, null));
        List<Long> thresholds =
                LongStream.rangeClosed(1, 100).map(level -> 250 * level).boxed().toList();
        progressions.put(
                LEVEL,
                new ProgressionDefinition(LEVEL, false, new Derived(XP, thresholds, List.of(currency(GOLD, 25)))));
        return progressions;
    }

    private static Map<String, CrateDefinition> crates() {
        Map<String, CrateDefinition> crates = new LinkedHashMap<>();
        crates.put(
                SILVER_CRATE,
                crateOf(
                        SILVER_CRATE,
                        List.of(
                                List.of(currency(GOLD, 25, 75, 5)),
                                List.of(currency(GOLD, 40), item(HEALTH_POTION, 1)),
                                List.of(currency(XP, 20), currency(GEMS, 1)))));
        crates.put(
                GOLD_CRATE,
                crateOf(
                        GOLD_CRATE,
                        List.of(
                                List.of(currency(GEMS, 5, 15, 5), item(HEALTH_POTION, 2)),
                                List.of(currency(GOLD, 300, 500, 50)),
                                List.of(currency(GOLD, 100), item(VIP_PASS, 1)),
                                List.of(currency(XP, 50), crate(SILVER_CRATE)))));
        return crates;
    }

    private static CrateDefinition crateOf(String key, List<List<RewardEntry>> outcomes) {
        return new CrateDefinition(
                key,
                List.of(),
                RewardAmount.of(1.0),
                outcomes.stream().map(entries -> new Outcome(1, entries)).toList());
    }

    private static List<EventDefinition> events() {
        return List.of(
                event(
                        "coin_rush",
                        name("Coin Rush", "Corrida às Moedas"),
                        true,
                        window(Duration.ofHours(2)),
                        Duration.ofMinutes(30),
                        new Ranking.Global(),
                        List.of(metric("coins", 100, 1)),
                        100,
                        List.of(
                                new Milestone("ten_coins", "coins", 10, List.of(currency(GOLD, 20))),
                                new Milestone(
                                        "fifty_coins", "coins", 50, List.of(currency(GOLD, 50), crate(SILVER_CRATE))),
                                new Milestone(
                                        "all_coins", "coins", 100, List.of(currency(XP, 100), crate(GOLD_CRATE)))),
                        FREE,
                        null,
                        null,
                        ANY,
                        NO_REWARDS,
                        Map.of("theme", "beach")),
                event(
                        "bounty_hunt",
                        name("Bounty Hunt", "Caça à Recompensa"),
                        true,
                        window(Duration.ofHours(24)),
                        Duration.ofHours(1),
                        new Ranking.Global(),
                        List.of(metric("bounties", 20, 10), metric("damage", 5000, 0.1)),
                        700,
                        List.of(new Milestone("ten_bounties", "bounties", 10, List.of(currency(GEMS, 2)))),
                        new EntryCost(List.of(new EntryCostCurrency(GOLD, 100)), List.of()),
                        null,
                        null,
                        new Quota(3, null),
                        byRank(),
                        Map.of()),
                event(
                        "quick_brawl",
                        LocalizedString.of("Quick Brawl"),
                        true,
                        window(Duration.ofHours(24)),
                        Duration.ofMinutes(10),
                        new Ranking.Lobbies(
                                new LobbyDefinition(6, Duration.ofSeconds(4), FillStrategy.FILL_WITH_BOTS, true)),
                        List.of(metric("knockouts", 30, 1)),
                        30,
                        List.of(),
                        FREE,
                        null,
                        null,
                        ANY,
                        NO_REWARDS,
                        Map.of()),
                event(
                        "vip_gala",
                        LocalizedString.of("VIP Gala"),
                        true,
                        window(Duration.ofDays(7)),
                        Duration.ofHours(1),
                        new Ranking.Global(),
                        List.of(metric("dances", 10, 1)),
                        10,
                        List.of(),
                        FREE,
                        new Condition.OwnsItem(VIP_PASS, 1),
                        null,
                        new Quota(null, 2),
                        NO_REWARDS,
                        Map.of()),
                event(
                        "legends_cup",
                        LocalizedString.of("Legends Cup"),
                        true,
                        window(Duration.ofHours(24)),
                        Duration.ofMinutes(30),
                        new Ranking.Global(),
                        List.of(metric("wins", 5, 100)),
                        500,
                        List.of(),
                        FREE,
                        null,
                        new Condition.HasBalance(XP, 500),
                        ANY,
                        NO_REWARDS,
                        Map.of()),
                event(
                        "endless_run",
                        LocalizedString.of("Endless Run"),
                        true,
                        window(Duration.ofHours(24)),
                        Duration.ofMinutes(30),
                        new Ranking.Global(),
                        List.of(new Metric(
                                "meters",
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                false,
                                1,
                                null,
                                1000 * 5000)),
                        5000,
                        List.of(),
                        FREE,
                        null,
                        null,
                        ANY,
                        NO_REWARDS,
                        Map.of()),
                event(
                        "night_market",
                        LocalizedString.of("Night Market"),
                        true,
                        new Schedule.Never(),
                        Duration.ofMinutes(30),
                        new Ranking.Global(),
                        List.of(metric("sales", 10, 1)),
                        10,
                        List.of(),
                        FREE,
                        null,
                        null,
                        ANY,
                        NO_REWARDS,
                        Map.of()),
                event(
                        "old_faire",
                        LocalizedString.of("Old Faire"),
                        false,
                        window(Duration.ofHours(24)),
                        Duration.ofMinutes(30),
                        new Ranking.Global(),
                        List.of(metric("prizes", 10, 1)),
                        10,
                        List.of(),
                        FREE,
                        null,
                        null,
                        ANY,
                        NO_REWARDS,
                        Map.of()));
    }

    private static EventDefinition event(
            String key,
            LocalizedString name,
            boolean enabled,
            Schedule schedule,
            Duration attempt,
            Ranking ranking,
            List<Metric> metrics,
            double full,
            List<Milestone> milestones,
            EntryCost cost,
            @Nullable Condition entryRequirement,
            @Nullable Condition unlockCondition,
            Quota quota,
            RewardPolicySummary rewards,
            Map<String, @Nullable Object> metadata) {
        return new EventDefinition(
                key,
                name,
                enabled,
                schedule,
                attempt,
                ranking,
                metrics,
                full,
                milestones,
                cost,
                entryRequirement,
                unlockCondition,
                quota,
                rewards,
                new BotsDefinition(8, 0.33 * full, 0.9 * full, List.of()),
                metadata);
    }

    private static Schedule window(Duration length) {
        return new Schedule.Repeating(null, length, length);
    }

    private static Metric metric(String key, double target, double weight) {
        return new Metric(key, target, Double.POSITIVE_INFINITY, true, weight, null, 1000 * target);
    }

    private static List<BoardDefinition> boards() {
        return List.of(
                board(
                        "weekly_gold",
                        ResetCadence.WEEKLY,
                        ScoreAggregation.SUM,
                        new Source.Earned(GOLD),
                        new Segmentation.None(),
                        0,
                        bots(12, 1000)),
                board(
                        "weekly_score",
                        ResetCadence.WEEKLY,
                        ScoreAggregation.BEST,
                        new Source.Clients(),
                        new Segmentation.None(),
                        0,
                        bots(8, 1000)),
                board(
                        "daily_lap",
                        ResetCadence.DAILY,
                        ScoreAggregation.LATEST,
                        new Source.Clients(),
                        new Segmentation.Context("track", List.of()),
                        0,
                        BotsDefinition.NONE),
                board(
                        "region_cup",
                        ResetCadence.MONTHLY,
                        ScoreAggregation.SUM,
                        new Source.Clients(),
                        new Segmentation.Context("region", List.of("eu", "na", "sa", "asia")),
                        0,
                        bots(4, 1000)),
                board(
                        "hall_of_fame",
                        ResetCadence.NEVER,
                        ScoreAggregation.BEST,
                        new Source.Clients(),
                        new Segmentation.None(),
                        0,
                        BotsDefinition.NONE),
                board(
                        "xp_league",
                        ResetCadence.WEEKLY,
                        ScoreAggregation.LATEST,
                        new Source.Balance(XP),
                        new Segmentation.Division(DIVISION, List.of("bronze", "silver", "gold")),
                        2,
                        bots(5, 600)));
    }

    private static BoardDefinition board(
            String key,
            ResetCadence cadence,
            ScoreAggregation aggregation,
            Source source,
            Segmentation segmentation,
            int moving,
            BotsDefinition bots) {
        return new BoardDefinition(key, cadence, aggregation, source, segmentation, moving, moving, bots);
    }

    private static BotsDefinition bots(int count, double ceiling) {
        return new BotsDefinition(count, 0.33 * ceiling, 0.9 * ceiling, List.of());
    }

    private static Map<String, ExchangeRate> rates() {
        Map<String, ExchangeRate> rates = new LinkedHashMap<>();
        rate(rates, "USD", 2, "1");
        rate(rates, "EUR", 2, "1.08");
        rate(rates, "GBP", 2, "1.27");
        rate(rates, "BRL", 2, "0.18");
        rate(rates, "JPY", 0, "0.0067");
        rate(rates, "KRW", 0, "0.00073");
        rate(rates, "KWD", 3, "3.25");
        return rates;
    }

    private static void rate(Map<String, ExchangeRate> rates, String currency, int decimals, String dollars) {
        rates.put(currency, new ExchangeRate(currency, decimals, new BigDecimal(dollars)));
    }

    private static List<GiftableResource> gifts() {
        return List.of(giftOfGold(), giftOf(HEALTH_POTION, 2, false), giftOf(DemoCatalog.ARENA_TICKET, 1, true));
    }

    private static GiftableResource giftOfGold() {
        CatalogCurrency gold = DemoCatalog.CATALOG.currencies().get(0);
        return GiftableResource.builder()
                .type(GiftResourceType.CURRENCY)
                .key(gold.key())
                .name(gold.name())
                .iconUrl(gold.iconUrl())
                .economyKind(gold.kind())
                .maxAmount(50)
                .costsSender(true)
                .build();
    }

    private static GiftableResource giftOf(String key, long most, boolean costsSender) {
        CatalogItem item = DemoCatalog.CATALOG.items().stream()
                .filter(listed -> listed.key().equals(key))
                .findFirst()
                .orElseThrow();
        return GiftableResource.builder()
                .type(GiftResourceType.ITEM)
                .key(key)
                .name(item.name())
                .iconUrl(item.iconUrl())
                .rarity(item.rarity())
                .maxAmount(most)
                .costsSender(costsSender)
                .build();
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
