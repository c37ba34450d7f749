package io.kraty.sandbox.internal.game.events;

import io.kraty.api.model.MilestoneRewardPreview;
import io.kraty.sandbox.internal.definition.EventDefinition;
import io.kraty.sandbox.internal.definition.Metric;
import io.kraty.sandbox.internal.definition.Milestone;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was configured, as the list of events shows it. */
final class EventListings {
    private EventListings() {}

    static Map<String, @Nullable Object> metric(Metric metric) {
        Map<String, @Nullable Object> listing = new LinkedHashMap<>();
        listing.put("key", metric.key());
        if (metric.hasTarget()) {
            listing.put("target", metric.target());
            listing.put("capAtTarget", metric.capAtTarget());
        }
        if (Double.isFinite(metric.cap())) {
            listing.put("cap", metric.cap());
        }
        listing.put("scoreWeight", metric.scoreWeight());
        if (metric.resetOn() != null) {
            listing.put("resetOn", metric.resetOn());
        }
        return listing;
    }

    static MilestoneRewardPreview milestone(Milestone milestone) {
        return new MilestoneRewardPreview(
                milestone.key(), milestone.metricKey(), milestone.threshold(), milestone.rewards());
    }

    /** The event's own metadata, with what is different in this window. */
    static Map<String, @Nullable Object> metadata(EventDefinition event, EventWindow window) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(event.metadata());
        metadata.putAll(window.metadata);
        return metadata;
    }
}
