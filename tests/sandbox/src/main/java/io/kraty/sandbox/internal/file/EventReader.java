package io.kraty.sandbox.internal.file;

import io.kraty.api.model.EntryCost;
import io.kraty.api.model.EntryCostCurrency;
import io.kraty.api.model.EntryCostItem;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Quota;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads events. */
final class EventReader {
    private static final int BOTS = 8;
    private static final double GOOD_SCORE = 1000;
    private static final Duration ATTEMPT = Duration.ofMinutes(30);

    private final Names names;
    private final BotsReader bots;
    private final MetricReader metrics;
    private final RewardPolicyReader policies;
    private final RankingReader rankings;
    private final ConditionReader conditions;

    EventReader(Names names, RewardReader rewards, BotsReader bots, LobbyReader lobbies) {
        this.names = names;
        this.bots = bots;
        metrics = new MetricReader(rewards);
        policies = new RewardPolicyReader(names, rewards);
        rankings = new RankingReader(names, lobbies);
        conditions = new ConditionReader(names);
    }

    List<EventDefinition> read(Field field) {
        List<EventDefinition> events = new ArrayList<>();
        field.named().forEach((key, value) -> events.add(event(key, value)));
        return List.copyOf(events);
    }

    private EventDefinition event(String key, Field field) {
        Mapping event = field.mapping(
                "name",
                "enabled",
                "windows",
                "attemptLength",
                "leaderboard",
                "metrics",
                "goodScore",
                "milestones",
                "cost",
                "entryRequirement",
                "unlockCondition",
                "quota",
                "rewards",
                "bots",
                "metadata");
        double goodScore = event.get("goodScore").or(GOOD_SCORE, Field::positive);
        List<Metric> measured = metrics.metrics(event.get("metrics"), goodScore);
        double fullScore = fullScore(measured, goodScore);
        return new EventDefinition(
                key,
                event.get("name").orNull(Texts::localized),
                event.get("enabled").or(true, Field::truth),
                event.get("windows").or(ScheduleReader.DEFAULT, ScheduleReader::read),
                event.get("attemptLength").or(ATTEMPT, Field::positiveDuration),
                event.get("leaderboard").or(new Ranking.Global(), rankings::read),
                measured,
                fullScore,
                event.get("milestones").or(List.of(), milestones -> metrics.milestones(milestones, measured)),
                event.get("cost").or(new EntryCost(List.of(), List.of()), this::cost),
                event.get("entryRequirement").orNull(conditions::read),
                event.get("unlockCondition").orNull(conditions::read),
                event.get("quota").or(new Quota(null, null), EventReader::quota),
                event.get("rewards").or(RewardPolicyReader.NONE, policy -> policies.read(policy, key)),
                bots.read(event.get("bots"), BOTS, fullScore),
                FreeForm.orEmpty(event.get("metadata")));
    }

    private static double fullScore(List<Metric> metrics, double goodScore) {
        double done = metrics.stream()
                .filter(Metric::hasTarget)
                .mapToDouble(metric -> metric.target() * metric.scoreWeight())
                .sum();
        return metrics.stream().allMatch(Metric::hasTarget) ? done : done + goodScore;
    }

    private static Quota quota(Field field) {
        Mapping quota = field.mapping("perWindow", "perDay");
        return new Quota(
                quota.get("perWindow").orNull(most -> most.count(1, 1_000_000)),
                quota.get("perDay").orNull(most -> most.count(1, 1_000_000)));
    }

    private EntryCost cost(Field field) {
        List<EntryCostCurrency> currencies = new ArrayList<>();
        List<EntryCostItem> items = new ArrayList<>();
        Different different = new Different();
        for (Field part : field.list()) {
            String form = part.form("currency", "item");
            if (form.equals("currency")) {
                Mapping currency = part.mapping("currency", "amount");
                String key = different.require(part, names.economy(currency.get("currency")));
                currencies.add(new EntryCostCurrency(key, currency.get("amount").whole(1, Field.MOST)));
            } else if (form.equals("item")) {
                Mapping item = part.mapping("item", "quantity");
                String key = different.require(part, names.item(item.get("item")));
                items.add(new EntryCostItem(
                        key, item.get("quantity").or(1L, quantity -> quantity.whole(1, Field.MOST))));
            }
        }
        return new EntryCost(List.copyOf(currencies), List.copyOf(items));
    }
}
