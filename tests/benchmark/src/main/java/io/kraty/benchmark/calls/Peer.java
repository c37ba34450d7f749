package io.kraty.benchmark.calls;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a peer is asked to do, done by the SDK: a program of its own that gets the base URL, an API key, a player, the player's
 * secret, and how many calls to make of each kind; it makes as many before, to get warm. README.md describes what it prints.
 */
final class Peer {
    private static final int CALLERS = 64;

    private Peer() {}

    public static void main(String[] args) throws Exception {
        int calls = Integer.parseInt(args[4]);
        try (WithSdk sdk = new WithSdk(args[0])) {
            sdk.wallet();
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            say("coldStart", (double) (System.currentTimeMillis() - started));
            say("sequential", 1e9 / sequential(calls, sdk::wallet));
            say("board", sequential(calls, sdk::board) / 1e3);
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            Crowd.blocking(callers, calls, sdk::wallet);
            long begun = System.nanoTime();
            Crowd.blocking(callers, calls, sdk::wallet);
            say("concurrent", calls * 1e9 / (System.nanoTime() - begun));
            callers.shutdown();
        }
    }

    /** Nanoseconds per call. */
    private static double sequential(int calls, Callable<?> call) throws Exception {
        long begun = 0;
        for (int i = -calls; i < calls; i++) {
            if (i == 0) {
                begun = System.nanoTime();
            }
            call.call();
        }
        return (double) (System.nanoTime() - begun) / calls;
    }

    private static void say(String what, double figure) {
        System.out.println(what + " " + String.format(Locale.ROOT, "%.3f", figure));
    }
}
