package io.kraty.sandbox;

import io.kraty.api.model.EntryCost;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.api.model.RewardPolicyType;
import io.kraty.sandbox.internal.definition.BotsDefinition;
import io.kraty.sandbox.internal.definition.Condition;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Quota;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.Metric;
import io.kraty.sandbox.internal.definition.Milestone;
import io.kraty.sandbox.internal.definition.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that says only what a test is about. Its windows are two hours long, its attempts half an hour. */
final class TestEvent {
    private final String key;
    private Ranking ranking = new Ranking.Global();
    private List<Metric> metrics = List.of(metric("points", 1));
    private List<Milestone> milestones = List.of();
    private EntryCost cost = new EntryCost(List.of(), List.of());
    private @Nullable Condition entryRequirement;
    private @Nullable Condition unlockCondition;
    private Quota quota = new Quota(null, null);
    private RewardPolicySummary rewards =
            RewardPolicySummary.builder().type(RewardPolicyType.NONE).build();
    private BotsDefinition bots = BotsDefinition.NONE;

    TestEvent(String key) {
        this.key = key;
    }

    /** A metric without an end. */
    static Metric metric(String key, double weight) {
        return new Metric(
                key, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, false, weight, null, Double.POSITIVE_INFINITY);
    }

    TestEvent ranking(Ranking ranking) {
        this.ranking = ranking;
        return this;
    }

    TestEvent metrics(Metric... metrics) {
        this.metrics = List.of(metrics);
        return this;
    }

    TestEvent milestones(Milestone... milestones) {
        this.milestones = List.of(milestones);
        return this;
    }

    TestEvent cost(EntryCost cost) {
        this.cost = cost;
        return this;
    }

    TestEvent requires(Condition condition) {
        entryRequirement = condition;
        return this;
    }

    TestEvent unlockedBy(Condition condition) {
        unlockCondition = condition;
        return this;
    }

    TestEvent quota(@Nullable Integer perWindow, @Nullable Integer perDay) {
        quota = new Quota(perWindow, perDay);
        return this;
    }

    TestEvent rewards(RewardPolicySummary rewards) {
        this.rewards = rewards;
        return this;
    }

    TestEvent bots(int count) {
        bots = new BotsDefinition(count, 10, 10, List.of());
        return this;
    }

    EventDefinition definition() {
        Duration window = Duration.ofHours(2);
        return new EventDefinition(
                key,
                null,
                true,
                new Schedule.Repeating(null, window, window),
                Duration.ofMinutes(30),
                ranking,
                metrics,
                100,
                milestones,
                cost,
                entryRequirement,
                unlockCondition,
                quota,
                rewards,
                bots,
                Map.of());
    }
}
