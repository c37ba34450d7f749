package io.kraty.sandbox.internal.game;

import io.kraty.api.model.EntryCost;
import io.kraty.api.model.EntryCostCurrency;
import io.kraty.api.model.EventType;
import io.kraty.api.model.LeaderboardMode;
import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.api.model.RewardPolicyType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as the studio configured it. Filled by {@link DemoGame}, then only read. */
final class EventDefinition {
    /** Whether the event has windows. */
    enum Schedule {
        RUNNING,
        UNSCHEDULED,
        SWITCHED_OFF
    }

    final String key;
    final LocalizedString name;
    final List<Metric> metrics = new ArrayList<>();
    final List<Milestone> milestones = new ArrayList<>();
    final Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    Schedule schedule = Schedule.RUNNING;
    LeaderboardMode mode = LeaderboardMode.GLOBAL;
    Duration windowLength = Duration.ofHours(24);
    Duration attemptLength = Duration.ofMinutes(30);
    EntryCost cost = new EntryCost(List.of(), List.of());

    @Nullable
    String requiredItem;

    @Nullable
    String unlockKey;

    long unlockAt;

    @Nullable
    Integer maxPerWindow;

    @Nullable
    Integer maxPerDay;

    RewardPolicySummary rewards =
            RewardPolicySummary.builder().type(RewardPolicyType.NONE).build();
    int bots = 8;
    private double goodScore;
    int lobbyCapacity = 6;

    EventDefinition(String key, LocalizedString name) {
        this.key = key;
        this.name = name;
    }

    EventDefinition schedule(Schedule schedule) {
        this.schedule = schedule;
        return this;
    }

    /** Every start waits in a lobby first; the attempt lasts as long as the round. */
    EventDefinition lobbies(int capacity, Duration round) {
        mode = LeaderboardMode.LOBBY_MATCHED;
        lobbyCapacity = capacity;
        attemptLength = round;
        return this;
    }

    EventDefinition lasting(Duration window, Duration attempt) {
        windowLength = window;
        attemptLength = attempt;
        return this;
    }

    EventDefinition metric(String metricKey, double target, double scoreWeight) {
        metrics.add(new Metric(metricKey, target, scoreWeight, 1000 * target));
        return this;
    }

    /** One metric without a target: the attempt ends with its time, or when the player is done. */
    EventDefinition scoreAttack(String metricKey, double good) {
        metrics.add(new Metric(metricKey, Double.POSITIVE_INFINITY, 1, 1000 * good));
        goodScore = good;
        return this;
    }

    EventDefinition milestone(Milestone milestone) {
        milestones.add(milestone);
        return this;
    }

    EventDefinition costing(String currencyKey, long amount) {
        cost = new EntryCost(List.of(new EntryCostCurrency(currencyKey, amount)), List.of());
        return this;
    }

    EventDefinition requiring(String itemKey) {
        requiredItem = itemKey;
        return this;
    }

    EventDefinition unlockedBy(String economyKey, long amount) {
        unlockKey = economyKey;
        unlockAt = amount;
        return this;
    }

    EventDefinition quota(@Nullable Integer perWindow, @Nullable Integer perDay) {
        maxPerWindow = perWindow;
        maxPerDay = perDay;
        return this;
    }

    EventDefinition rewarding(RewardPolicySummary policy) {
        rewards = policy;
        return this;
    }

    EventDefinition metadata(String name, Object value) {
        metadata.put(name, value);
        return this;
    }

    EventType type() {
        return metrics.size() == 1 ? EventType.SINGLE_METRIC : EventType.MULTI_METRIC;
    }

    boolean usesLobbies() {
        return mode.equals(LeaderboardMode.LOBBY_MATCHED);
    }

    boolean isScoreAttack() {
        return metrics.stream().noneMatch(Metric::hasTarget);
    }

    /** The score of somebody who did everything; in a score attack, of somebody good. */
    double fullScore() {
        return goodScore
                + metrics.stream()
                        .filter(Metric::hasTarget)
                        .mapToDouble(metric -> metric.target() * metric.scoreWeight())
                        .sum();
    }
}
