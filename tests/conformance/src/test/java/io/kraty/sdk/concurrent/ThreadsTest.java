package io.kraty.sdk.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.internal.concurrent.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
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

    /** Where there are no virtual threads, work that comes one after the other needs no thread each. */
    @Test
    void waitingThreads_areUsedAgain() throws Exception {
        ExecutorService threads = Threads.waiting("test");
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 50; i++) {
            threads.submit(() -> used.add(Thread.currentThread())).get();
            Thread.onSpinWait();
        }
        threads.shutdown();
        if (Runtime.version().feature() < 24) {
            assertTrue(used.size() < 25, "threads: " + used.size());
        }
        assertThrows(RejectedExecutionException.class, () -> threads.execute(() -> {}));
    }

    @Test
    void waitingThreads_haveALimit_beyondWhichWorkWaits() throws Exception {
        ExecutorService threads = Threads.waiting("test");
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            work.add(threads.submit(() -> go.await(60, TimeUnit.SECONDS)));
        }
        go.countDown();
        for (Future<?> each : work) {
            each.get();
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
    }
}
