package io.kraty.sdk;

import io.kraty.api.model.ProgressMode;
import io.kraty.api.model.ProgressRequest;
import io.kraty.api.runtime.Checks;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a progress report says: a value to set or to add, for an event with one metric or for several metrics at once.
 * Immutable; the same input can be sent twice and counts twice.
 *
 * @since 0.1.0
 */
public final class ProgressInput {
    private final ProgressRequest request;

    private ProgressInput(ProgressRequest request) {
        this.request = request;
    }

    /**
     * The metric of a single-metric event now stands at {@code value}.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public static ProgressInput set(double value) {
        return one(ProgressMode.SET, value);
    }

    /**
     * The metric of a single-metric event grew by {@code value}.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public static ProgressInput increment(double value) {
        return one(ProgressMode.INCREMENT, value);
    }

    /**
     * These metrics now stand at these values.
     *
     * @throws IllegalArgumentException if there is none, or a value is not finite
     */
    public static ProgressInput set(Map<String, ? extends Number> metrics) {
        return several(ProgressMode.SET, metrics);
    }

    /**
     * These metrics grew by these values.
     *
     * @throws IllegalArgumentException if there is none, or a value is not finite
     */
    public static ProgressInput increment(Map<String, ? extends Number> metrics) {
        return several(ProgressMode.INCREMENT, metrics);
    }

    /** The same report about a moment in the past, for progress that was made offline. */
    public ProgressInput occurredAt(Instant occurredAt) {
        return new ProgressInput(request.toBuilder().occurredAt(occurredAt).build());
    }

    ProgressRequest request() {
        return request;
    }

    private static ProgressInput one(ProgressMode mode, double value) {
        Checks.finite("metricValue", value);
        return new ProgressInput(
                ProgressRequest.builder().mode(mode).metricValue(value).build());
    }

    private static ProgressInput several(ProgressMode mode, Map<String, ? extends Number> metrics) {
        if (Checks.present("metrics", metrics).isEmpty()) {
            throw new IllegalArgumentException("metrics: must name at least one metric, was empty");
        }
        Map<String, Double> values = new LinkedHashMap<>();
        metrics.forEach((metric, value) -> {
            Checks.finite("metrics." + metric, value.doubleValue());
            values.put(metric, value.doubleValue());
        });
        return new ProgressInput(
                ProgressRequest.builder().mode(mode).metrics(values).build());
    }

    /** What it reports. */
    @Override
    public String toString() {
        return request.toString();
    }
}
