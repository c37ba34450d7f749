package io.kraty.sandbox.internal.game.social;

import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The gifts that were sent, and what they mean for the next one.
 *
 * <p>[choice] A gift that waits is kept for as long as it waits. One that was claimed or has lapsed is kept for a week
 * after the end of its time, and only while it is one of the latest 1,000 that its sender gave, or of those its receiver was
 * given.
 */
final class GiftBox {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST = 1000;

    private record Pair(Player from, Player to) {}

    private final Settings settings;
    private final Duration cooldown;
    private final Map<Player, Deque<SentGift>> sent = new HashMap<>();
    private final Map<Player, Deque<SentGift>> received = new HashMap<>();
    private final Map<Pair, Instant> lastSent = new HashMap<>();
    private final Map<Player, Deque<Instant>> sentToday = new HashMap<>();
    private long made;

    GiftBox(Settings settings, Duration cooldown) {
        this.settings = settings;
        this.cooldown = cooldown;
    }

    void add(SentGift gift) {
        made++;
        add(sent, gift.from(), gift);
        add(received, gift.to(), gift);
        lastSent.put(new Pair(gift.from(), gift.to()), gift.sentAt());
        sentToday.computeIfAbsent(gift.from(), any -> new ArrayDeque<>()).addLast(gift.sentAt());
    }

    /** How many there ever were. */
    long made() {
        return made;
    }

    /** Newest first. */
    List<SentGift> sentBy(Player player) {
        return List.copyOf(sent.getOrDefault(player, new ArrayDeque<>()));
    }

    /** Newest first. */
    List<SentGift> receivedBy(Player player) {
        return List.copyOf(received.getOrDefault(player, new ArrayDeque<>()));
    }

    /** Until when {@code from} has to wait to give to {@code to} again; null if not at all. */
    @Nullable
    Instant cooldownUntil(Player from, Player to) {
        Instant last = lastSent.get(new Pair(from, to));
        Instant until = last == null ? null : last.plus(cooldown);
        return until != null && until.isAfter(now()) ? until : null;
    }

    /** How many the player sent within the last 24 hours. */
    int sentToday(Player player) {
        Deque<Instant> oldestFirst = sentToday.getOrDefault(player, new ArrayDeque<>());
        Instant dayAgo = now().minus(DAY);
        while (!oldestFirst.isEmpty() && !oldestFirst.getFirst().isAfter(dayAgo)) {
            oldestFirst.removeFirst();
        }
        return oldestFirst.size();
    }

    /** Forgets what is over and old. */
    void sweep() {
        Instant now = now();
        Instant old = now.minus(KEPT);
        sent.values()
                .forEach(gifts ->
                        gifts.removeIf(gift -> gift.isDone() && gift.expiresAt().isBefore(old)));
        received.values()
                .forEach(gifts ->
                        gifts.removeIf(gift -> gift.isDone() && gift.expiresAt().isBefore(old)));
        lastSent.values().removeIf(last -> !last.plus(cooldown).isAfter(now));
        sentToday.keySet().forEach(this::sentToday);
    }

    int size() {
        return sent.values().stream().mapToInt(Deque::size).sum();
    }

    private static void add(Map<Player, Deque<SentGift>> to, Player player, SentGift gift) {
        Deque<SentGift> newestFirst = to.computeIfAbsent(player, any -> new ArrayDeque<>());
        newestFirst.addFirst(gift);
        for (Iterator<SentGift> oldest = newestFirst.descendingIterator();
                newestFirst.size() > MOST && oldest.hasNext(); ) {
            if (oldest.next().isDone()) {
                oldest.remove();
            }
        }
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
