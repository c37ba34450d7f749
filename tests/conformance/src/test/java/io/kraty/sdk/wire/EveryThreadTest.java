package io.kraty.sdk.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.internal.concurrent.Threads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

/** Tests that wait until no thread is at something would be content at once if they did not see the threads. */
class EveryThreadTest {
    @Test
    void threadsOfOurs_areSeen_ofEveryKind() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService waiting = Threads.waiting("seen-waiting");
        ExecutorService pool = Threads.pool("seen-pool");
        try {
            waiting.execute(() -> Waiter.until(end));
            pool.execute(() -> Waiter.until(end));

            for (String name : new String[] {"kraty-seen-waiting-1", "kraty-seen-pool-1"}) {
                Await.until(
                        name + " waits",
                        () -> EveryThread.now().stream()
                                .anyMatch(thread ->
                                        thread.name().equals(name) && thread.isIn(".EveryThreadTest$Waiter")));
            }
        } finally {
            end.countDown();
            waiting.shutdown();
            pool.shutdown();
        }
        Await.until(
                "they have ended",
                () -> EveryThread.now().stream()
                        .noneMatch(thread -> thread.name().startsWith("kraty-seen-")));
        assertTrue(EveryThread.now().stream().anyMatch(thread -> thread.isIn(".EveryThreadTest")), "this one");
    }

    private static final class Waiter {
        static void until(CountDownLatch end) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
