package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.ResetCadence;
import io.kraty.api.model.RewardPolicySummary;
import io.kraty.api.model.RewardPolicyType;
import io.kraty.api.model.ScoreAggregation;
import io.kraty.sandbox.internal.definition.BoardDefinition;
import io.kraty.sandbox.internal.definition.Condition;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.EventDefinition.Ranking;
import io.kraty.sandbox.internal.definition.GameDefinition;
import io.kraty.sandbox.internal.definition.Metric;
import io.kraty.sandbox.internal.definition.Schedule;
import io.kraty.sandbox.internal.definition.Segmentation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The game without a file has something of everything in it. */
class DemoGameTest extends SandboxTest {
    private static final GameDefinition DEMO = Game.demo().definition();

    @Test
    void events_areRankedInEveryWay() {
        assertEquals(kindsOf(Ranking.class), kinds(DEMO.events(), EventDefinition::ranking));
    }

    @Test
    void boards_areSplitAndScoredInEveryWay() {
        Set<Class<?>> ways = new HashSet<>(kinds(DEMO.boards(), BoardDefinition::segmentation));
        DEMO.events().forEach(event -> {
            if (event.ranking() instanceof Ranking.Segmented segmented) {
                ways.add(segmented.by().getClass());
            }
        });
        assertEquals(kindsOf(Segmentation.class), ways);
        assertEquals(kindsOf(BoardDefinition.Source.class), kinds(DEMO.boards(), BoardDefinition::source));
        assertEquals(
                Set.copyOf(ScoreAggregation.values()),
                DEMO.boards().stream().map(BoardDefinition::aggregation).collect(Collectors.toSet()));
        assertEquals(
                Set.copyOf(ResetCadence.values()),
                DEMO.boards().stream().map(BoardDefinition::cadence).collect(Collectors.toSet()));
        assertTrue(DEMO.boards().stream().anyMatch(board -> board.promotedPlaces() > 0 && board.relegatedPlaces() > 0));
    }

    @Test
    void rewards_areOfEveryKind() {
        assertEquals(
                Set.copyOf(RewardPolicyType.values()),
                DEMO.events().stream()
                        .map(EventDefinition::rewards)
                        .map(RewardPolicySummary::type)
                        .collect(Collectors.toSet()));
        assertTrue(DEMO.crates().values().stream()
                .anyMatch(crate -> crate.outcomes().size() > 1));
    }

    @Test
    void metrics_haveEveryProperty() {
        assertTrue(anyMetric(metric -> metric.capAtTarget() && metric.hasTarget()));
        assertTrue(anyMetric(metric -> !metric.capAtTarget() && metric.hasTarget() && Double.isFinite(metric.cap())));
        assertTrue(anyMetric(metric -> !metric.hasTarget()));
        assertTrue(anyMetric(metric -> metric.resetOn() != null));
    }

    @Test
    void events_areOpenLockedOrNot_forEveryReason() {
        assertTrue(anyEvent(event -> !event.enabled()));
        assertTrue(anyEvent(event -> event.schedule() instanceof Schedule.Never));
        assertTrue(anyEvent(event -> event.entryRequirement() != null));
        assertTrue(anyEvent(event -> event.unlockCondition() instanceof Condition.HasBalance));
        assertTrue(anyEvent(event -> event.unlockCondition() instanceof Condition.HasSpent));
        assertTrue(anyEvent(event -> event.quota().perDay() != null));
        assertTrue(anyEvent(event -> event.quota().perWindow() != null));
        assertTrue(anyEvent(event ->
                !event.cost().items().isEmpty() && !event.cost().currencies().isEmpty()));
        assertTrue(anyEvent(event -> event.milestones().size() > 1));
    }

    @Test
    void streak_isSetBackByALoss() {
        TestPlayer ana = api.register("ana");
        String attempt = ana.start("nation_cup").expect(201).text("data.attempt.id");
        ana.progress("nation_cup", attempt, "{\"mode\":\"increment\",\"metrics\":{\"streak\":3}}")
                .expect(200);
        Reply lost = ana.progress(
                        "nation_cup", attempt, "{\"mode\":\"increment\",\"metrics\":{\"losses\":1,\"streak\":1}}")
                .expect(200);
        assertEquals(0, lost.number("data.attempt.metrics.streak"));
    }

    @Test
    void patronBall_opensToWhoeverHasSpentEnough() {
        TestPlayer ana = api.register("ana");
        ana.start("patron_ball").expectError(403, "unlock_condition_failed");
        ana.post(
                        "purchases",
                        "{\"transactionId\":\"t\",\"store\":\"steam\",\"productId\":\"p\",\"amountMinor\":499,"
                                + "\"currency\":\"USD\"}")
                .expect(201);
        ana.start("patron_ball").expectError(402, "insufficient_entry_cost");
        sandbox.credit("ana", "gold", 10);
        sandbox.grantItem("ana", "arena_ticket", 1);
        String ticket = ana.get("pending-grants").text("data.2.id");
        ana.post("grants/" + ticket + "/claim", "{}").expect(200);
        ana.start("patron_ball").expect(201);
        assertEquals(0, ana.balance("gold"));
        assertEquals(0, ana.items("arena_ticket"));
    }

    private static boolean anyEvent(Predicate<EventDefinition> is) {
        return DEMO.events().stream().anyMatch(is);
    }

    private static boolean anyMetric(Predicate<Metric> is) {
        return DEMO.events().stream().flatMap(event -> event.metrics().stream()).anyMatch(is);
    }

    private static Set<Class<?>> kindsOf(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
    }

    private static <T> Set<Class<?>> kinds(Collection<T> all, Function<T, Object> part) {
        return all.stream().map(each -> part.apply(each).getClass()).collect(Collectors.toSet());
    }
}
