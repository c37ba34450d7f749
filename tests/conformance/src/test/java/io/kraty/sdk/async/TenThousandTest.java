package io.kraty.sdk.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.internal.concurrent.Timer;
import io.kraty.sdk.internal.concurrent.Timing;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What there may be ten thousand of without as many threads. */
class TenThousandTest {
    private static final int MANY = 10_000;

    private final Patience patience = new Patience();
    private final OkHttpClient http =
            new OkHttpClient.Builder().addInterceptor(this::answer).build();

    /** On every runtime: between two polls a poller is an entry of the timer. */
    @Test
    void pollers_needNoThreadEach() throws Exception {
        patience.over.countDown();
        AtomicInteger told = new AtomicInteger();
        PollPendingGrantsOptions options = PollPendingGrantsOptions.builder()
                .onBatch(batch -> told.incrementAndGet())
                .build();
        int before = threads();
        int most = 0;
        FakeTiming timing = FakeTiming.byHand();
        try (Kraty kraty = Kraty.create(TestOptions.signedIn("https://kraty.invalid", timing)
                .httpClient(http)
                .build())) {
            for (int i = 0; i < MANY; i++) {
                kraty.pollPendingGrants(options);
                most = i % 100 == 0 ? Math.max(most, threads()) : most;
            }
            Await.until("all polled once, and wait", () -> timing.sleeps().size() == MANY);
        }

        assertEquals(MANY, told.get());
        int worst = most;
        assertTrue(most - before < 300, () -> "from " + before + " to " + worst + " threads");
    }

    /** On a runtime whose threads cost nothing: calls that wait for their next attempt. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void tenThousandWaitingCalls_needNoTenThousandThreads() throws Exception {
        OkHttpClient http =
                new OkHttpClient.Builder().addInterceptor(this::answer).build();
        try (Kraty kraty = Kraty.create(TestOptions.signedIn("https://kraty.invalid", patience)
                .httpClient(http)
                .retry(KratyRetryConfig.builder().withoutBudget().build()) // so that all of them wait
                .build())) {
            int before = threads();
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                calls.add(kraty.async(() -> kraty.wallet().list()));
            }
            Await.until("all wait", () -> patience.waiting.get() == MANY);
            int meanwhile = threads();
            patience.over.countDown();
            for (CompletableFuture<?> call : calls) {
                Await.result(call);
            }

            assertTrue(meanwhile - before < 100, () -> "from " + before + " to " + meanwhile + " platform threads");
        }
    }

    /** Without a socket, of which a process has fewer. */
    private Response answer(Interceptor.Chain chain) {
        boolean later = patience.over.getCount() == 0;
        String data = chain.request().url().encodedPath().endsWith("/wallet") ? "{\"wallet\":[]}" : "[]";
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_2)
                .code(later ? 200 : 503)
                .message("")
                .body(ResponseBody.create(later ? "{\"data\":" + data + "}" : "{}", MediaType.get("application/json")))
                .build();
    }

    /** Virtual ones are not among them. */
    private static int threads() {
        return Thread.getAllStackTraces().size();
    }

    /** Whose sleeps last until the test says so, and wake nobody meanwhile. */
    private static final class Patience implements Timing {
        private final Timing other = FakeTiming.flowing();
        private final AtomicInteger waiting = new AtomicInteger();
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public long nanoTime() {
            return other.nanoTime();
        }

        @Override
        public Instant now() {
            return other.now();
        }

        @Override
        public void sleep(Duration duration, CountDownLatch stop) throws InterruptedException {
            waiting.incrementAndGet();
            over.await();
        }

        @Override
        public Timer timer() {
            return other.timer();
        }

        @Override
        public double random() {
            return other.random();
        }
    }
}
