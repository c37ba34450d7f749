package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.kraty.api.model.Grant;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.Kraty;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectAllParallelTest {
    private static final int COUNT = 24;

    private static String[] grants(String kind) {
        return IntStream.range(0, COUNT).mapToObj(i -> "g" + i + ":" + kind).toArray(String[]::new);
    }

    @Test
    void fourAreUnderWayTogether_andNeverMore() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicBoolean alone = new AtomicBoolean();
        AtomicBoolean crowded = new AtomicBoolean();
        CountDownLatch four = new CountDownLatch(4);
        CountDownLatch five = new CountDownLatch(5);
        try (GrantServer server = GrantServer.collecting(
                        exchange -> {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            four.countDown();
                            five.countDown();
                            // Answered only once four are here: fewer at a time would never get on.
                            if (!four.await(10, TimeUnit.SECONDS)) {
                                alone.set(true);
                            }
                            // Held a little longer, so that a fifth would be seen.
                            boolean fifthCame = five.await(300, TimeUnit.MILLISECONDS);
                            crowded.compareAndSet(false, fifthCame && most.get() > 4);
                            underWay.decrementAndGet(); // before the answer, which makes room for the next
                            GrantServer.accept(exchange);
                        },
                        grants("reward"));
                Kraty kraty = CollectAllTest.open(server.url())) {
            CollectAllResult result = kraty.grants().collectAll();

            assertFalse(alone.get());
            assertFalse(crowded.get());
            assertEquals(4, most.get(), "most at a time");
            assertEquals(COUNT, result.claimed().size());
        }
    }

    @Test
    void orderIsTheListsOrder_whateverTheOrderOfTheAnswers() throws Exception {
        CountDownLatch othersAnswered = new CountDownLatch(3);
        try (GrantServer server = GrantServer.collecting(
                        exchange -> {
                            if (GrantServer.grantOf(exchange.request()).equals("g0")) {
                                othersAnswered.await(20, TimeUnit.SECONDS);
                            } else {
                                othersAnswered.countDown();
                            }
                            GrantServer.accept(exchange);
                        },
                        grants("reward"));
                Kraty kraty = CollectAllTest.open(server.url())) {
            List<String> ids = kraty.grants().collectAll().claimed().stream()
                    .map(Grant::id)
                    .toList();
            assertEquals(IntStream.range(0, COUNT).mapToObj(i -> "g" + i).toList(), ids);
        }
    }

    @Test
    void rewardsWaitForTheLastCrate() throws Exception {
        CountDownLatch opened = new CountDownLatch(2);
        AtomicBoolean early = new AtomicBoolean();
        try (GrantServer server = GrantServer.collecting(
                        exchange -> {
                            if (exchange.request().target().endsWith("/open")) {
                                opened.countDown();
                            } else if (opened.getCount() > 0) {
                                early.set(true);
                            }
                            GrantServer.accept(exchange);
                        },
                        "r1:reward",
                        "r2:reward",
                        "c1:crate",
                        "c2:crate");
                Kraty kraty = CollectAllTest.open(server.url())) {
            kraty.grants().collectAll();
            assertFalse(early.get());
        }
    }
}
