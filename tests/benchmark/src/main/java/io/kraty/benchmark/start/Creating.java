package io.kraty.benchmark.start;

import io.kraty.sdk.Kraty;
import java.util.concurrent.TimeUnit;

/** Creates a {@link Kraty}, as the first thing that a process does, and prints the microseconds that its thread waits for it. */
final class Creating {
    private Creating() {}

    public static void main(String[] args) {
        long start = System.nanoTime();
        Kraty kraty = Kraty.create(args[0]);
        long took = System.nanoTime() - start;
        kraty.close();
        System.out.println(TimeUnit.NANOSECONDS.toMicros(took));
    }
}
