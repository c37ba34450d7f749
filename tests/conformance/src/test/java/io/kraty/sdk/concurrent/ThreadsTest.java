package io.kraty.sdk.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.internal.concurrent.Threads;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However much a server of many players asks for at a time, the SDK's threads stay few. */
@Timeout(60)
class ThreadsTest {
    private static final int MOST = 64;

    @Test
    void pool_hasALimit_beyondWhichTheCallerDoesTheWork() throws Exception {
        ExecutorService pool = Threads.pool("test");
        CountDownLatch busy = new CountDownLatch(MOST);
        CountDownLatch end = new CountDownLatch(1);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < MOST; i++) {
            pool.execute(() -> {
                threads.add(Thread.currentThread());
                busy.countDown();
                await(end);
            });
        }
        busy.await();
        AtomicReference<Thread> worker = new AtomicReference<>();

        pool.execute(() -> worker.set(Thread.currentThread()));

        assertEquals(Thread.currentThread(), worker.get());
        assertEquals(MOST, threads.size());
        end.countDown();
        pool.shutdown();
        assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> {}));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
