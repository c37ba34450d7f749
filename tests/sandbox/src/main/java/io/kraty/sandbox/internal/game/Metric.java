package io.kraty.sandbox.internal.game;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing an event measures. Its value is capped at the target, if it has one.
 *
 * @param key its key
 * @param target the value at which there is nothing more to do; infinite in a score attack, which has none
 * @param scoreWeight what one unit adds to the score
 * @param mostPerReport [choice] a report that raises the value by more than this is taken for cheating
 */
public record Metric(String key, double target, double scoreWeight, double mostPerReport) {
    boolean hasTarget() {
        return Double.isFinite(target);
    }

    double capped(double raw) {
        return Math.min(raw, target);
    }

    /** As the list of events shows it. */
    Map<String, @Nullable Object> listing() {
        Map<String, @Nullable Object> listing = new LinkedHashMap<>();
        listing.put("key", key);
        if (hasTarget()) {
            listing.put("target", target);
            listing.put("capAtTarget", true);
        }
        listing.put("scoreWeight", scoreWeight);
        return listing;
    }
}
