package io.kraty.sandbox.internal.definition;

import io.kraty.api.model.RewardEntry;
import java.util.List;

/**
 * A value of a metric that wins something, once per attempt.
 *
 * @param key its key
 * @param metricKey the metric that counts
 * @param threshold the value to reach
 * @param rewards what it wins
 */
public record Milestone(String key, String metricKey, double threshold, List<RewardEntry> rewards) {}
