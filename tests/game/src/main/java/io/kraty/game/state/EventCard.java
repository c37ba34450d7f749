package io.kraty.game.state;

import io.kraty.api.model.AttemptQuota;
import io.kraty.api.model.EntryCost;
import io.kraty.api.model.EntryCostCurrency;
import io.kraty.api.model.EntryCostItem;
import io.kraty.api.model.EventListing;
import io.kraty.api.model.EventType;
import io.kraty.api.model.LeaderboardMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as the list shows it. */
public record EventCard(EventListing event, List<Prize> prizes) {
    private static final Set<EventType> KNOWN = Set.of(EventType.SINGLE_METRIC, EventType.MULTI_METRIC);

    static EventCard of(EventListing event) {
        return new EventCard(event, Prize.of(event));
    }

    public String key() {
        return event.eventKey();
    }

    public String title(Locale locale) {
        return event.name() == null ? key().replace('_', ' ') : event.name().in(locale);
    }

    /** The colour that the studio gave it; null for none. */
    public @Nullable String colour() {
        return event.metadata().get("colour") instanceof String colour ? colour : null;
    }

    /** Until it closes; null if it does not. */
    public @Nullable Duration timeLeft(Instant now) {
        Instant end = event.endsAt();
        return end == null ? null : Duration.between(now, end);
    }

    public boolean usesLobby() {
        return LeaderboardMode.LOBBY_MATCHED.equals(event.leaderboardMode());
    }

    public boolean isRunning() {
        return event.currentAttemptId() != null;
    }

    /** What an attempt costs: nothing, one thing or several. */
    public List<Reward> cost() {
        EntryCost cost = event.entryCost();
        if (cost == null) {
            return List.of();
        }
        List<Reward> parts = new ArrayList<>();
        for (EntryCostCurrency part : cost.currencies()) {
            parts.add(new Reward(Reward.Kind.CURRENCY, part.key(), part.amount(), part.amount()));
        }
        for (EntryCostItem part : cost.items()) {
            parts.add(new Reward(Reward.Kind.ITEM, part.key(), part.quantity(), part.quantity()));
        }
        return parts;
    }

    /** How many attempts are left in this window or today; null for any number. */
    public @Nullable Integer attemptsLeft() {
        AttemptQuota quota = event.attemptQuota();
        return quota == null ? null : quota.remaining();
    }

    /** What keeps the player out; null if the door is open. */
    public @Nullable Lock lock(Bag bag) {
        if (isRunning()) {
            return null;
        }
        if (event.type() != null && !KNOWN.contains(event.type())) {
            return Lock.of(Lock.Reason.NEEDS_UPDATE);
        }
        Integer left = attemptsLeft();
        if (left != null && left <= 0) {
            return Lock.of(Lock.Reason.NO_ATTEMPTS);
        }
        Lock door = requirement(bag);
        return door != null ? door : price(bag);
    }

    private @Nullable Lock requirement(Bag bag) {
        Map<String, ? extends @Nullable Object> requirement = event.entryRequirement();
        if (requirement.isEmpty()) {
            return null;
        }
        if (!(requirement.get("itemKey") instanceof String item)) {
            return Lock.of(Lock.Reason.NEEDS_UPDATE);
        }
        long needed = requirement.get("quantity") instanceof Number quantity ? quantity.longValue() : 1;
        long has = bag.amount(item);
        return has >= needed ? null : new Lock(Lock.Reason.NEEDS_ITEM, item, needed, has);
    }

    private @Nullable Lock price(Bag bag) {
        for (Reward part : cost()) {
            long has = bag.amount(part.key());
            if (has < part.min()) {
                return new Lock(Lock.Reason.TOO_EXPENSIVE, part.key(), part.min(), has);
            }
        }
        return null;
    }

    /** What is counted in it, in the platform's order. */
    public List<String> metrics() {
        return event.metrics().stream()
                .map(metric -> metric.get("key"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    /** Where a metric is full; null if it has no end. */
    public @Nullable Double target(String metric) {
        return event.metrics().stream()
                .filter(each -> metric.equals(each.get("key")))
                .map(each -> each.get("target"))
                .map(target -> target instanceof Number number ? number.doubleValue() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
