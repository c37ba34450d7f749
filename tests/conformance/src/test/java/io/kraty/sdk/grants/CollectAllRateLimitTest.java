package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Eight at a time may be more than the key's rate limit allows. */
class CollectAllRateLimitTest {
    private static final int COUNT = 24;
    private static final Trouble REFUSED_ONCE = refused("claimGrant", 1, Duration.ofSeconds(1));

    @Test
    void afterARefusal_halfAsManyAreUnderWay_andAllIsCollectedInOrder() {
        FakeTiming timing = FakeTiming.flowing();
        OneOfEightFirst first = new OneOfEightFirst(timing);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicBoolean alone = new AtomicBoolean();
        CountDownLatch four = new CountDownLatch(4);
        CountDownLatch five = new CountDownLatch(5);
        try (WaitingGrants grants = WaitingGrants.repeated("r".repeat(COUNT), timing, chain -> {
            if (!isClaim(chain)) {
                return chain.proceed(chain.request());
            }
            if (first.isOneOfThem()) {
                return first.proceed(chain);
            }
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            four.countDown();
            five.countDown();
            // Sent only once four are here, and held a little longer, so that a fifth would be seen.
            if (!await(four, Duration.ofSeconds(60))) {
                alone.set(true);
            }
            await(five, Duration.ofMillis(300));
            Response answer = chain.proceed(chain.request());
            underWay.decrementAndGet();
            return answer;
        })) {
            grants.sandbox.addTrouble(REFUSED_ONCE);

            CollectAllResult result = grants.kraty.grants().collectAll();

            assertFalse(alone.get());
            assertEquals(4, most.get(), "most at a time");
            assertEquals(grants.ids, WaitingGrants.ids(result.claimed()));
            assertEquals(COUNT + 1, grants.writes().size());
        }
    }

    @Test
    void nobodyBegins_beforeTheMomentThatThePlatformNames() throws Exception {
        FakeTiming timing = FakeTiming.byHand();
        OneOfEightFirst first = new OneOfEightFirst(timing);
        try (WaitingGrants grants = WaitingGrants.repeated(
                "r".repeat(COUNT),
                timing,
                chain -> isClaim(chain) && first.isOneOfThem()
                        ? first.proceed(chain)
                        : chain.proceed(chain.request()))) {
            grants.sandbox.addTrouble(REFUSED_ONCE);

            Background<CollectAllResult> collecting =
                    Background.of(() -> grants.kraty.grants().collectAll());
            for (int waiting = 0; waiting < 4; waiting++) {
                timing.awaitSleep();
            }
            Await.until("eight came", () -> grants.writes().size() >= 8);
            assertEquals(8, grants.writes().size(), "the one that was refused waits, and three others");
            timing.advance(Duration.ofMillis(1200));

            assertEquals(grants.ids, WaitingGrants.ids(collecting.result().claimed()));
        }
    }

    @Test
    void whenAllAreRefused_nothingIsLost_thoughThereAreFewerRetriesInStore() throws Exception {
        FakeTiming timing = FakeTiming.byHand();
        try (WaitingGrants grants = WaitingGrants.repeated("r".repeat(COUNT), timing, together(8))) {
            for (int place = 0; place < 8; place++) {
                grants.sandbox.addTrouble(refused("POST " + grants.path(place), 1, Duration.ofSeconds(1)));
            }

            Background<CollectAllResult> collecting =
                    Background.of(() -> grants.kraty.grants().collectAll());
            for (int waiting = 0; waiting < 8; waiting++) {
                timing.awaitSleep(); // six to be repeated, and two for whom there is no retry
            }
            timing.advance(Duration.ofMillis(1200));
            CollectAllResult result = collecting.result();

            assertEquals(List.of(), result.failures());
            assertEquals(grants.ids, WaitingGrants.ids(result.claimed()));
            assertEquals(COUNT + 8, grants.writes().size());
        }
    }

    @Test
    void whoIsToComeBackTooLate_asksNoMore_andTheRestWaits() {
        try (WaitingGrants grants = WaitingGrants.repeated("r".repeat(COUNT), FakeTiming.flowing(), together(8))) {
            grants.sandbox.addTrouble(refused("claimGrant", COUNT, Duration.ofHours(1)));

            CollectAllResult result = grants.kraty.grants().collectAll();

            assertEquals(8, grants.writes().size());
            assertEquals(COUNT, result.failures().size());
            for (CollectAllResult.Failure failure : result.failures()) {
                KratyApiException error = assertInstanceOf(KratyApiException.class, failure.error());
                assertEquals(Duration.ofHours(1), error.retryAfter());
            }
            assertEquals(grants.ids, grants.uncollected());
        }
    }

    @Test
    void whatThePlayerHasUsedUp_isNoRateLimit() {
        try (WaitingGrants grants = WaitingGrants.of("crr")) {
            grants.sandbox.addTrouble(Trouble.on("openCrate")
                    .times(1)
                    .effect(Effect.error(429, "max_attempts_reached"))
                    .build());

            CollectAllResult result = grants.kraty.grants().collectAll();

            assertEquals(1, result.failures().size());
            assertEquals(2, result.claimed().size());
        }
    }

    /**
     * The first eight, who are under way together. One is refused: the one of the thread that calls, which goes on whatever
     * happens, so that it is certain who is left. The others are answered when it knows.
     */
    private static final class OneOfEightFirst {
        private final FakeTiming timing;
        private final AtomicInteger begun = new AtomicInteger();
        private final CountDownLatch eight = new CountDownLatch(8);

        OneOfEightFirst(FakeTiming timing) {
            this.timing = timing;
        }

        boolean isOneOfThem() {
            return begun.incrementAndGet() <= 8;
        }

        Response proceed(Interceptor.Chain chain) throws IOException {
            eight.countDown();
            await(eight, Duration.ofSeconds(60));
            if (Thread.currentThread().getName().startsWith("kraty-")) {
                awaitThatItIsKnown();
            }
            return chain.proceed(chain.request());
        }

        /** Who is refused sleeps once that is known. */
        private void awaitThatItIsKnown() throws IOException {
            try {
                Await.until("somebody is refused", () -> !timing.sleeps().isEmpty());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private static Trouble refused(String on, int times, Duration retryAfter) {
        return Trouble.on(on)
                .times(times)
                .effect(Effect.rateLimited(retryAfter))
                .build();
    }

    private static boolean isClaim(Interceptor.Chain chain) {
        return chain.request().method().equals("POST");
    }

    /** Lets none of the first few go before all of them are here. */
    private static Interceptor together(int count) {
        AtomicInteger begun = new AtomicInteger();
        CyclicBarrier all = new CyclicBarrier(count);
        return chain -> {
            if (isClaim(chain) && begun.incrementAndGet() <= count) {
                try {
                    all.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IOException(e);
                }
            }
            return chain.proceed(chain.request());
        };
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
