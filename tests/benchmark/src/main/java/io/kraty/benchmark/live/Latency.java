package io.kraty.benchmark.live;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Follows a board with a thousand updates a second, and prints the microseconds from right before the server writes one until the
 * listener has it: 99 of 100 take no longer. Server and client are in one process, which has one clock.
 */
final class Latency {
    private static final int WARM = 5000;
    private static final int HUNDRED = 100;
    private static final int MOST = 99;

    private Latency() {}

    /** The kind of follower and how many updates. */
    public static void main(String[] args) throws Exception {
        int updates = Integer.parseInt(args[1]);
        long[] sent = new long[Math.max(WARM, updates)];
        long[] took = new long[updates];
        try (Feed feed = new Feed(number -> sent[number] = System.nanoTime());
                Follower follower = Follower.of(args[0], feed.url())) {
            follower.follow("burst-" + 2 * WARM, rank -> {});
            follower.follow("paced-" + WARM, rank -> {});
            follower.follow("paced-" + updates, rank -> took[rank] = System.nanoTime() - sent[rank]);
        }
        Arrays.sort(took);
        if (took[0] <= 0) {
            throw new IllegalStateException("an update is missing");
        }
        System.out.println(TimeUnit.NANOSECONDS.toMicros(took[updates * MOST / HUNDRED]));
    }
}
