package io.kraty.sandbox.internal.game.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is over, but can still be read.
 *
 * <p>[choice] For a day, and no more than the latest 1,000 of each event. After that it is as if it had never been.
 */
final class Leftovers<T> {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 1000;

    private record Leftover<T>(T thing, Instant until) {}

    private final Consumer<T> forget;
    private final Map<String, Deque<Leftover<T>>> byEvent = new HashMap<>();

    /** Calls {@code forget} with what cannot be read any more. */
    Leftovers(Consumer<T> forget) {
        this.forget = forget;
    }

    void add(String eventKey, T thing, Instant now) {
        Deque<Leftover<T>> oldestFirst = byEvent.computeIfAbsent(eventKey, any -> new ArrayDeque<>());
        oldestFirst.addLast(new Leftover<>(thing, now.plus(KEPT)));
        if (oldestFirst.size() > MOST) {
            forget.accept(oldestFirst.removeFirst().thing());
        }
    }

    /** Forgets what is too old. */
    void sweep(Instant now) {
        for (Deque<Leftover<T>> oldestFirst : byEvent.values()) {
            while (!oldestFirst.isEmpty()
                    && !now.isBefore(oldestFirst.getFirst().until())) {
                forget.accept(oldestFirst.removeFirst().thing());
            }
        }
    }
}
