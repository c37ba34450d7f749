package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.wire.Background;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class CollectAllParallelTest {
    private static final int COUNT = 24;

    @Test
    void eightAreUnderWayTogether_andNeverMore() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicBoolean alone = new AtomicBoolean();
        AtomicBoolean crowded = new AtomicBoolean();
        CountDownLatch eight = new CountDownLatch(8);
        CountDownLatch nine = new CountDownLatch(9);
        try (WaitingGrants grants = WaitingGrants.of("r".repeat(COUNT), chain -> {
            if (chain.request().method().equals("GET")) {
                return chain.proceed(chain.request());
            }
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            eight.countDown();
            nine.countDown();
            // Sent only once eight are here: fewer at a time would never get on.
            if (!await(eight, Duration.ofSeconds(60))) {
                alone.set(true);
            }
            // Held a little longer, so that a ninth would be seen.
            boolean ninthCame = await(nine, Duration.ofMillis(300));
            crowded.compareAndSet(false, ninthCame && most.get() > 8);
            Response answer = chain.proceed(chain.request());
            underWay.decrementAndGet(); // before the client sees the answer, which makes room for the next
            return answer;
        })) {
            CollectAllResult result = grants.kraty.grants().collectAll();

            assertFalse(alone.get());
            assertFalse(crowded.get());
            assertEquals(8, most.get(), "most at a time");
            assertEquals(COUNT, result.claimed().size());
            assertEquals(List.of(), grants.uncollected());
        }
    }

    @Test
    void orderIsTheListsOrder_whateverTheOrderOfTheAnswers() {
        CountDownLatch othersAnswered = new CountDownLatch(3);
        AtomicReference<String> first = new AtomicReference<>("");
        try (WaitingGrants grants = WaitingGrants.of("r".repeat(COUNT), chain -> {
            String path = chain.request().url().encodedPath();
            if (path.equals(first.get()) && !await(othersAnswered, Duration.ofSeconds(60))) {
                throw new IOException("the others are never answered");
            }
            Response answer = chain.proceed(chain.request());
            if (path.endsWith("/claim")) {
                othersAnswered.countDown();
            }
            return answer;
        })) {
            first.set(grants.path(0));
            assertEquals(
                    grants.ids,
                    WaitingGrants.ids(grants.kraty.grants().collectAll().claimed()));
            int place =
                    grants.writes().stream().map(RecordedRequest::path).toList().indexOf(first.get());
            assertTrue(place >= 3, "the first of the list is not answered after three others");
        }
    }

    @Test
    void rewardsWaitForTheLastCrate() {
        CountDownLatch opened = new CountDownLatch(2);
        AtomicBoolean early = new AtomicBoolean();
        try (WaitingGrants grants = WaitingGrants.of("rrcc", chain -> {
            String path = chain.request().url().encodedPath();
            if (path.endsWith("/claim") && opened.getCount() > 0) {
                early.set(true);
            }
            Response answer = chain.proceed(chain.request());
            if (path.endsWith("/open")) {
                opened.countDown();
            }
            return answer;
        })) {
            grants.kraty.grants().collectAll();
            assertFalse(early.get());
            assertEquals(0, opened.getCount());
        }
    }

    @Test
    void interrupt_endsAllThatIsUnderWay_andNothingMoreIsSent() throws Exception {
        CountDownLatch eight = new CountDownLatch(8);
        CountDownLatch over = new CountDownLatch(1);
        try (WaitingGrants grants = WaitingGrants.of("r".repeat(COUNT), chain -> {
            if (chain.request().method().equals("GET")) {
                return chain.proceed(chain.request());
            }
            eight.countDown();
            if (!await(over, Duration.ofSeconds(60)) || chain.call().isCanceled()) {
                throw new IOException("held");
            }
            return chain.proceed(chain.request());
        })) {
            Background<Boolean> caller = Background.of(() -> {
                assertThrows(
                        KratyNetworkException.class, () -> grants.kraty.grants().collectAll());
                return Thread.currentThread().isInterrupted();
            });
            assertTrue(await(eight, Duration.ofSeconds(60)));
            caller.thread().interrupt();

            assertTrue(caller.result());
            over.countDown();
            grants.kraty.grants().listPending();
            assertEquals(List.of(), grants.writes());
        }
    }

    private static boolean await(CountDownLatch latch, Duration patience) throws IOException {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
