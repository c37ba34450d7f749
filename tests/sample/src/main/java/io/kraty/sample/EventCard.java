package io.kraty.sample;

import io.kraty.api.model.AttemptQuota;
import io.kraty.api.model.EntryCost;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.EventType;
import io.kraty.api.model.LeaderboardMode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event as the list shows it: its cost badge, and whether it can be entered. */
final class EventCard {
    private static final double UNKNOWN_TARGET = 100;

    private final EventListing event;

    EventCard(EventListing event) {
        this.event = event;
    }

    String title() {
        return Names.text(event.name(), event.eventKey());
    }

    String line(Purse purse, Names names) {
        return String.format(Locale.ROOT, "%-14s %-10s %s", title(), cost(names), lock(purse, names));
    }

    String cost(Names names) {
        EntryCost cost = event.entryCost();
        if (!isPaid() || cost == null) {
            return "free";
        }
        Stream<String> money = cost.currencies().stream().map(part -> part.amount() + " " + names.of(part.key()));
        Stream<String> items = cost.items().stream().map(part -> part.quantity() + " " + names.of(part.key()));
        return Stream.concat(money, items).collect(Collectors.joining(" + "));
    }

    private String lock(Purse purse, Names names) {
        if (event.currentAttemptId() != null) {
            return "in progress";
        }
        AttemptQuota quota = event.attemptQuota();
        if (quota != null && quota.remaining() != null && quota.remaining() <= 0) {
            return "locked: no attempts left";
        }
        if (!isEntitled(purse)) {
            return "locked: needs " + names.of(requiredItem());
        }
        if (!purse.affords(event.entryCost())) {
            return "locked: too expensive yet";
        }
        return usesLobbies() ? "open, with a lobby" : "open";
    }

    boolean isPaid() {
        EntryCost cost = event.entryCost();
        return cost != null && !(cost.currencies().isEmpty() && cost.items().isEmpty());
    }

    boolean isGated() {
        return !event.entryRequirement().isEmpty();
    }

    boolean isEntitled(Purse purse) {
        String item = requiredItem();
        return item == null || purse.quantity(item) > 0;
    }

    boolean usesLobbies() {
        return LeaderboardMode.LOBBY_MATCHED.equals(event.leaderboardMode());
    }

    boolean hasOneMetric() {
        return EventType.SINGLE_METRIC.equals(event.type()) && event.metrics().size() == 1;
    }

    /** Where the first metric is full. */
    double target() {
        return event.metrics().stream()
                .map(metric -> metric.get("target"))
                .map(target -> target instanceof Number number ? number.doubleValue() : UNKNOWN_TARGET)
                .findFirst()
                .orElse(UNKNOWN_TARGET);
    }

    private @Nullable String requiredItem() {
        Map<String, ?> requirement = event.entryRequirement();
        return requirement.get("itemKey") instanceof String item ? item : null;
    }
}
