package io.kraty.benchmark.idle;

import com.sun.management.OperatingSystemMXBean;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** Looks at this process while nothing happens. */
final class Quiet {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    // Threads of a pool end after five idle seconds.
    private static final int SETTLING_SECONDS = 7;
    private static final int COLLECTIONS = 3;

    private Quiet() {}

    /** Begins what waits, so many of it. */
    @FunctionalInterface
    interface Beginning {
        /** Returns when all of it waits. */
        void begin(Kraty kraty, int many) throws InterruptedException;
    }

    /** A whole program: the address, how many, and how many seconds to look at them. */
    static void look(String[] args, Beginning work) throws InterruptedException {
        int many = Integer.parseInt(args[1]);
        try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .baseUrl(args[0])
                .apiKey("key")
                .secretStore(new InMemorySecretStore())
                .build())) {
            work.begin(kraty, 1); // or the first one would have to answer for all of the SDK
            long before = heap();
            work.begin(kraty, many);
            print(before, many, Integer.parseInt(args[2]));
        }
    }

    /** The bytes that are in use, once all that is not has been cleared away. */
    private static long heap() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Prints the percentage of a core that is used in some seconds, the bytes of each of {@code many}, and the threads in all. */
    private static void print(long heapBefore, int many, int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        long bytes = heap() - heapBefore;
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        double percent = 100.0 * (PROCESS.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
        System.out.println(percent + " " + bytes / many + " " + threads);
    }
}
