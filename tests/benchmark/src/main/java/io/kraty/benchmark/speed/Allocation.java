package io.kraty.benchmark.speed;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/** How many bytes something allocates, once it is warm. Other than time, this is the same on a busy machine. */
public final class Allocation {
    private static final int WARM = 4_000;
    private static final int BATCHES = 10;
    private static final int BATCH = 100;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** The fewest bytes per call, over batches: what is more comes from the compiler's being at work. */
    public static long of(Callable<?> work) throws Exception {
        for (int i = 0; i < WARM; i++) {
            work.call();
        }
        long fewest = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < BATCH; i++) {
                work.call();
            }
            fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return fewest / BATCH;
    }

    /** For a look: the bytes of each payload and reader. */
    public static void main(String[] args) throws Exception {
        for (Payload payload : Payload.values()) {
            Readers readers = Readers.of(payload);
            long sdk = of(readers::sdk);
            long byHand = of(readers::byHand);
            long gson = of(readers::gson);
            System.out.printf(
                    "%-8s %6d B json, sdk %7d, by hand %7d (%.2f), gson %7d (%.2f)%n",
                    payload, readers.json().length, sdk, byHand, (double) sdk / byHand, gson, (double) sdk / gson);
        }
    }
}
