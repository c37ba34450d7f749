package io.kraty.sandbox.internal.game;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All gifts that were sent, and what they mean for the next one. */
final class GiftBox {
    private static final Duration DAY = Duration.ofHours(24);

    private final Settings settings;
    private final Duration cooldown;
    private final Deque<SentGift> newestFirst = new ArrayDeque<>();

    GiftBox(Settings settings, Duration cooldown) {
        this.settings = settings;
        this.cooldown = cooldown;
    }

    void add(SentGift gift) {
        newestFirst.addFirst(gift);
    }

    int size() {
        return newestFirst.size();
    }

    /** Newest first. */
    List<SentGift> all(Predicate<SentGift> which) {
        return newestFirst.stream().filter(which).toList();
    }

    /** Until when {@code from} has to wait to give to {@code to} again; null if not at all. */
    @Nullable
    Instant cooldownUntil(Player from, Player to) {
        return newestFirst.stream()
                .filter(gift -> gift.from() == from && gift.to() == to)
                .findFirst()
                .map(latest -> latest.sentAt().plus(cooldown))
                .filter(until -> until.isAfter(settings.clock().instant()))
                .orElse(null);
    }

    /** How many the player sent within the last 24 hours. */
    int sentToday(Player player) {
        Instant dayAgo = settings.clock().instant().minus(DAY);
        return (int) newestFirst.stream()
                .filter(gift -> gift.from() == player && gift.sentAt().isAfter(dayAgo))
                .count();
    }
}
