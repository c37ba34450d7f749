package io.kraty.benchmark.outage;

import java.time.Duration;

/**
 * What is simulated.
 *
 * @param clients how many there are
 * @param before how long everything is well
 * @param outage how long nothing is
 * @param after how long it is looked at then
 * @param capacity how many requests a second the service answers, as a multiple of what it gets when all is well
 */
record Scene(int clients, Duration before, Duration outage, Duration after, double capacity) {
    /** A player does something once in a while. */
    static final Duration CALLS = Duration.ofSeconds(30);
    /** Says that they are here. */
    static final Duration HEARTBEATS = Duration.ofSeconds(30);
    /** Every second one looks at a board, which is read so often beside its stream. */
    static final Duration READS = Duration.ofSeconds(15);
    /** Earns something that the outbox takes. */
    static final Duration WRITES = Duration.ofMinutes(2);
    /** The way there and back. */
    static final Duration WAY = Duration.ofMillis(50);

    /** Ten minutes, with a service that can bear half more than usual. */
    static Scene tenMinutes(int clients) {
        return new Scene(clients, Duration.ofMinutes(3), Duration.ofMinutes(10), Duration.ofMinutes(12), 1.25);
    }

    /** Requests per second when all is well. */
    double usual() {
        return clients * (perSecond(CALLS) + perSecond(HEARTBEATS) + perSecond(WRITES) + perSecond(READS) / 2);
    }

    private static double perSecond(Duration each) {
        return 1e9 / each.toNanos();
    }

    long begin() {
        return before.toNanos();
    }

    long end() {
        return begin() + outage.toNanos();
    }

    long total() {
        return end() + after.toNanos();
    }

    boolean isDown(long time) {
        return time >= begin() && time < end();
    }
}
