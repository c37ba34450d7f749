package io.kraty.sdk.internal.file;

import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.concurrent.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One at a time in the whole process, in the order of asking, whichever copy of the SDK asks: two plugins of one server have
 * a class loader and a copy each, so nothing static of ours is common to them.
 *
 * <p>What they have in common is the JDK. The queue is a text among the system properties, of random tickets, the first of
 * which is the turn; the interned name of that property is what everybody waits on. So nothing of ours is referred to from
 * there, and when nobody has a ticket, nothing is left.
 */
final class JvmQueue {
    // Not the name of our package: tools that move a copy of the SDK into a plugin rename such texts too, and then
    // each copy would have a queue of its own.
    private static final String PREFIX = "kraty file lock ";

    private final String name;
    private final String ticket = UUID.randomUUID().toString();
    private final Timing timing = Timing.system();

    /** Not yet in the queue for {@code subject}. */
    JvmQueue(String subject) {
        this.name = (PREFIX + subject).intern();
    }

    /** Waits for its turn, which lasts until {@link #leave}. False if it did not come in time; then it has left already. */
    boolean enter(Duration patience) throws InterruptedException {
        long start = timing.nanoTime();
        boolean entered = false;
        synchronized (name) {
            try {
                while (!isFirst()) {
                    long left = Durations.nanos(patience) - (timing.nanoTime() - start);
                    if (left <= 0) {
                        return false;
                    }
                    TimeUnit.NANOSECONDS.timedWait(name, left);
                }
                entered = true;
                return true;
            } finally {
                if (!entered) {
                    leave();
                }
            }
        }
    }

    /** Ends the turn, or the waiting for it. */
    void leave() {
        synchronized (name) {
            List<String> tickets = tickets();
            tickets.remove(ticket);
            keep(tickets);
            name.notifyAll();
        }
    }

    /** Whether it is its turn; joins the queue if it is not in it, also if somebody has cleared the system properties. */
    private boolean isFirst() {
        List<String> tickets = tickets();
        if (!tickets.contains(ticket)) {
            tickets.add(ticket);
            keep(tickets);
        }
        return tickets.get(0).equals(ticket);
    }

    private List<String> tickets() {
        String queue = System.getProperty(name);
        return queue == null || queue.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(queue.split(" ", -1)));
    }

    private void keep(List<String> tickets) {
        if (tickets.isEmpty()) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, String.join(" ", tickets));
        }
    }
}
