package io.kraty.benchmark.idle;

import com.sun.management.OperatingSystemMXBean;
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

    /** The bytes that are in use, once all that is not has been cleared away. */
    static long heap() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Prints the percentage of a core that is used in some seconds, the bytes of each of {@code many}, and the threads in all. */
    static void print(long heapBefore, int many, int seconds) throws InterruptedException {
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
