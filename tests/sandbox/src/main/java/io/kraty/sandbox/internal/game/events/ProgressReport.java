package io.kraty.sandbox.internal.game.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report of progress as it came in.
 *
 * @param increment whether the values are added to the current ones, or replace them
 * @param metricValue the value of the only metric; null if not given
 * @param metrics the values by metric key
 */
public record ProgressReport(boolean increment, @Nullable Double metricValue, Map<String, Double> metrics) {}
