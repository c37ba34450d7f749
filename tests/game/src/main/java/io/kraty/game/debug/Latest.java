package io.kraty.game.debug;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The last few of many things, oldest first. From any thread; nobody waits for anybody. */
final class Latest<T> {
    private final Queue<T> kept = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left;

    Latest(int most) {
        left = new AtomicInteger(most);
    }

    void add(T one) {
        kept.add(one);
        if (left.decrementAndGet() < 0) {
            kept.poll();
        }
    }

    List<T> all() {
        return List.copyOf(kept);
    }
}
