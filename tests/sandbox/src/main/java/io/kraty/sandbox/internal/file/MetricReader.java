package io.kraty.sandbox.internal.file;

import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.internal.definition.Metric;
import io.kraty.sandbox.internal.definition.Milestone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what an event measures, and what that wins on the way. */
final class MetricReader {
    /** [choice] A report beyond so many times what is good is no play any more. */
    private static final double CHEATING = 1000;

    private final RewardReader rewards;

    MetricReader(RewardReader rewards) {
        this.rewards = rewards;
    }

    /** @param goodScore what is good where there is no target */
    List<Metric> metrics(Field field, double goodScore) {
        Map<String, Field> named = field.named();
        if (named.isEmpty() && field.isMapping()) {
            field.expected("a mapping with one metric at least");
        }
        List<Metric> metrics = new ArrayList<>();
        named.forEach((key, value) -> metrics.add(metric(key, value, goodScore, List.copyOf(named.keySet()))));
        return List.copyOf(metrics);
    }

    private static Metric metric(String key, Field field, double goodScore, List<String> all) {
        Mapping metric = field.mapping("target", "cap", "capAtTarget", "scoreWeight", "resetOn", "mostPerReport");
        int before = field.problems();
        double target = metric.get("target").or(Double.POSITIVE_INFINITY, Field::positive);
        double cap = metric.get("cap").or(Double.POSITIVE_INFINITY, Field::positive);
        if (before == field.problems() && metric.has("target") && cap < target) {
            metric.get("cap").expected("at least the target");
        }
        boolean capAtTarget = metric.get("capAtTarget").or(true, Field::truth);
        double usual = CHEATING * (metric.has("target") ? target : goodScore);
        return new Metric(
                key,
                target,
                cap,
                capAtTarget && metric.has("target"),
                metric.get("scoreWeight").or(1.0, Field::notNegative),
                metric.get("resetOn").orNull(other -> other(other, key, all)),
                metric.get("mostPerReport").or(usual, Field::positive));
    }

    private static String other(Field field, String key, List<String> all) {
        return field.reference(
                "a different metric",
                all.stream().filter(name -> !name.equals(key)).toList());
    }

    /** @param metrics what they may count */
    List<Milestone> milestones(Field field, List<Metric> metrics) {
        List<Milestone> milestones = new ArrayList<>();
        field.named().forEach((key, value) -> milestones.add(milestone(key, value, metrics)));
        return List.copyOf(milestones);
    }

    private Milestone milestone(String key, Field field, List<Metric> metrics) {
        Mapping milestone = field.mapping("metric", "threshold", "rewards");
        int before = field.problems();
        String metricKey = metrics.size() == 1
                ? milestone.get("metric").or(metrics.get(0).key(), metric -> metric(metric, metrics))
                : metric(milestone.get("metric"), metrics);
        double threshold = milestone.get("threshold").positive();
        if (before == field.problems()) {
            metrics.stream()
                    .filter(metric -> metric.key().equals(metricKey) && metric.capped(threshold) < threshold)
                    .forEach(metric -> milestone
                            .get("threshold")
                            .expected("at most what counts of " + metricKey + ", "
                                    + Field.shown(metric.capped(threshold))));
        }
        return new Milestone(
                key, metricKey, threshold, milestone.get("rewards").or(List.<RewardEntry>of(), rewards::entries));
    }

    private static String metric(Field field, List<Metric> metrics) {
        return field.reference("a metric", metrics.stream().map(Metric::key).toList());
    }
}
