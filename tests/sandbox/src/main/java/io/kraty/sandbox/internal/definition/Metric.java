package io.kraty.sandbox.internal.definition;

import org.jspecify.annotations.Nullable;

/**
 * One thing an event measures.
 *
 * @param key its key
 * @param target the value at which there is nothing more to do; infinite for none
 * @param cap the value beyond which nothing counts; infinite for none
 * @param capAtTarget whether what goes beyond the target does not count either
 * @param scoreWeight what one unit adds to the score
 * @param resetOn the metric that, going up, sets this one back to zero; null for none
 * @param mostPerReport [choice] a report that raises the value by more than this is taken for cheating
 */
public record Metric(
        String key,
        double target,
        double cap,
        boolean capAtTarget,
        double scoreWeight,
        @Nullable String resetOn,
        double mostPerReport) {
    public boolean hasTarget() {
        return Double.isFinite(target);
    }

    /** What of a value counts. */
    public double capped(double raw) {
        double capped = Math.min(raw, cap);
        return capAtTarget ? Math.min(capped, target) : capped;
    }
}
