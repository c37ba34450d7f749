package io.kraty.benchmark.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Reads a board's stream as fast as it can, again and again, and prints how many events a second reached the listener. */
final class Rate {
    private static final int WARM = 3;

    private Rate() {}

    /** The kind of follower, the address, how many events, and how often. */
    public static void main(String[] args) throws Exception {
        int events = Integer.parseInt(args[2]);
        int often = Integer.parseInt(args[3]);
        List<Double> rates = new ArrayList<>();
        try (Follower follower = Follower.of(args[0], args[1])) {
            for (int i = 0; i < WARM + often; i++) {
                AtomicLong heard = new AtomicLong();
                long start = System.nanoTime();
                follower.follow("burst-" + events, rank -> heard.setPlain(heard.getPlain() + 1));
                double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
                if (heard.get() < events) {
                    throw new IllegalStateException(heard.get() + " events of " + events);
                }
                rates.add(heard.get() / seconds);
            }
        }
        System.out.println(
                rates.subList(WARM, rates.size()).stream().sorted().toList().get(often / 2));
    }
}
