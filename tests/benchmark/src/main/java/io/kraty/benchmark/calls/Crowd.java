package io.kraty.benchmark.calls;

import io.kraty.sdk.Kraty;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Many callers at a time, over one client: short batches of each in turn, so that what else the machine does meets all alike.
 * A program of its own: the address of the server, and how many batches of how many calls. Prints calls per second.
 */
final class Crowd {
    private static final int CALLERS = 64;

    /** Makes that many calls, {@link #CALLERS} of them under way at any time. */
    private interface Batch {
        void run(int calls) throws Exception;
    }

    private Crowd() {}

    public static void main(String[] args) throws Exception {
        int batches = Integer.parseInt(args[1]);
        int calls = Integer.parseInt(args[2]);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (WithSdk sdk = new WithSdk(args[0]);
                WithoutSdk byHand = new WithoutSdk(args[0])) {
            List<String> names = List.of("sdk", "byHand", "async");
            List<Batch> all = List.of(
                    count -> blocking(callers, count, sdk::wallet),
                    count -> blocking(callers, count, byHand::wallet),
                    count -> async(sdk.kraty, count));
            long[] nanos = new long[all.size()];
            int warm = Math.max(2, batches / 4);
            for (int i = -warm; i < batches; i++) {
                for (int j = 0; j < all.size(); j++) {
                    int turn = Math.floorMod(i + j, all.size()); // nobody always comes after the same one
                    long begun = System.nanoTime();
                    all.get(turn).run(calls);
                    nanos[turn] += i < 0 ? 0 : System.nanoTime() - begun;
                }
            }
            for (int j = 0; j < all.size(); j++) {
                System.out.println(names.get(j) + " " + (double) batches * calls / nanos[j] * 1e9);
            }
        } finally {
            callers.shutdown();
        }
    }

    /** Each caller makes the next call when its last one is answered. */
    static void blocking(ExecutorService callers, int calls, Callable<?> call) throws Exception {
        AtomicInteger left = new AtomicInteger(calls);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            all.add(callers.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    call.call();
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
    }

    /** The next call begins when one is answered. */
    static void async(Kraty kraty, int calls) throws Exception {
        Chain chain = new Chain(kraty, calls);
        for (int i = 0; i < CALLERS; i++) {
            chain.next();
        }
        chain.over.await();
        Throwable failure = chain.failure.get();
        if (failure != null) {
            throw new IllegalStateException("a call failed", failure);
        }
    }

    private static final class Chain {
        private final Kraty kraty;
        private final AtomicInteger left;
        private final CountDownLatch over;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Chain(Kraty kraty, int calls) {
            this.kraty = kraty;
            this.left = new AtomicInteger(calls);
            this.over = new CountDownLatch(calls);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // what becomes of it is told to the one before
        void next() {
            if (left.getAndDecrement() > 0) {
                kraty.async(() -> kraty.wallet().list()).whenComplete((wallet, thrown) -> {
                    if (thrown != null) {
                        failure.compareAndSet(null, thrown);
                    }
                    over.countDown();
                    next();
                });
            }
        }
    }
}
