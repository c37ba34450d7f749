package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.wire.Await;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class GrantPollerEndTest extends GrantPollerTest {
    @Test
    void survivesAnOverloadedPlatformAndALostNetwork() throws Exception {
        somethingWaits();
        trouble(Effect.status(503), Effect.resetBefore());
        GrantPoller poller = poll();
        timing.awaitSleep();
        timing.wake();
        timing.awaitSleep();
        timing.wake();
        timing.awaitSleep();

        assertEquals(1, batches.size());
        assertEquals(2, errors.size());
        assertEquals(
                503, assertInstanceOf(KratyApiException.class, errors.get(0)).status());
        assertInstanceOf(KratyNetworkException.class, errors.get(1));
        assertTrue(poller.isRunning());
        assertTrue(poller.failure().isEmpty());
    }

    /** A hotel's network answers everything with its own page until the guest has signed in. */
    @Test
    void survivesAnswersOfSomebodyElse() throws Exception {
        trouble(
                Effect.answer(200, Map.of("Content-Type", "text/html"), "<html>Welcome</html>"),
                Effect.redirect("https://hotel.invalid/"),
                Effect.answer(403, Map.of("Content-Type", "text/html"), "<html>Blocked</html>"),
                Effect.answer(404, Map.of(), ""),
                Effect.answer(410, Map.of("Content-Type", "application/json"), "{}"));
        GrantPoller poller = poll();
        for (int i = 0; i < 5; i++) {
            timing.awaitSleep();
            timing.wake();
        }
        timing.awaitSleep();

        assertEquals(5, errors.size());
        assertEquals(1, batches.size());
        assertTrue(poller.isRunning());
    }

    @Test
    void stopsWhenTheSecretIsRefused() throws Exception {
        sandbox.rotateSecret(player);
        GrantPoller poller = poll();
        Await.until("it stops", () -> !poller.isRunning());
        Await.until("it is told", () -> errors.size() == 1);

        assertEquals(errors.get(0), poller.failure().orElseThrow());
        assertEquals(1, polls().size());
        assertEquals(List.of(), timing.sleeps());
    }

    @Test
    void close_cutsThePauseAndStopsTheRequests() throws Exception {
        GrantPoller poller = poll();
        timing.awaitSleep(); // from which nobody wakes it
        poller.close();
        poller.close();
        Await.until("it stops", () -> !poller.isRunning());

        assertTrue(poller.failure().isEmpty());
        assertEquals(1, polls().size());
    }

    @Test
    void interruptBySomebody_isToldAsTheEnd() throws Exception {
        kraty.close();
        kraty = open(new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Thread.currentThread().interrupt();
                    return chain.proceed(chain.request());
                })
                .build());
        GrantPoller poller = poll();
        Await.until("it stops", () -> !poller.isRunning());
        Await.until("it is told", () -> errors.size() == 1);

        assertEquals(errors.get(0), poller.failure().orElseThrow());
    }

    @Test
    void interruptThatAListenerLeavesBehind_isNotMeantForThePoller() throws Exception {
        GrantPoller poller = kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                .onBatch(batch -> Thread.currentThread().interrupt())
                .onError(errors::add)
                .build());
        timing.awaitSleep();
        timing.wake();
        timing.awaitSleep();

        assertEquals(2, polls().size());
        assertEquals(List.of(), errors);
        assertTrue(poller.isRunning());
    }

    @Test
    void closeWhileARequestIsUnderWay_isFollowedByNothing() throws Exception {
        somethingWaits();
        kraty.close();
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        kraty = open(new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Response answer = chain.proceed(chain.request());
                    answered.countDown();
                    awaitInSpiteOfAnInterrupt(closed); // which is how a poller is closed
                    return answer;
                })
                .build());
        GrantPoller poller = poll();
        assertTrue(answered.await(60, TimeUnit.SECONDS));
        poller.close();
        closed.countDown();
        Await.until("it stops", () -> !poller.isRunning());

        assertEquals(List.of(), batches);
        assertEquals(List.of(), errors);
        assertTrue(poller.failure().isEmpty());
    }

    @Test
    void closeFromWithinTheListener_stops() throws Exception {
        CompletableFuture<GrantPoller> self = new CompletableFuture<>();
        GrantPoller poller = kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                .onBatch(batch -> self.join().close())
                .build());
        self.complete(poller);
        Await.until("it stops", () -> !poller.isRunning());
        assertEquals(1, polls().size());
        assertEquals(List.of(), timing.sleeps());
    }

    @Test
    void logout_registersNobodyForIt() throws Exception {
        GrantPoller poller = poll();
        timing.awaitSleep();
        kraty.logout();
        timing.wake();
        timing.awaitSleep();

        assertTrue(poller.isRunning());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());
        assertEquals(1, polls().size());
        kraty.signIn(player, sandbox.secretOf(player).orElseThrow());
        timing.wake();
        timing.awaitSleep();
        assertEquals(2, polls().size());
    }

    @Test
    void closingKraty_stopsIt() throws Exception {
        GrantPoller poller = poll();
        timing.awaitSleep();
        kraty.close();
        Await.until("it stops", () -> !poller.isRunning());

        assertEquals(1, polls().size());
        assertFalse(poller.isRunning());
    }

    private static void awaitInSpiteOfAnInterrupt(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                assertTrue(latch.await(60, TimeUnit.SECONDS));
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void interruptThatTheHookLeavesBehind_isNotMeantForThePoller() throws Exception {
        kraty.close();
        kraty = Kraty.create(PlayTestOptions.on(sandbox, timing)
                .activeExternalPlayerId(player)
                .playerSecret(sandbox.secretOf(player).orElseThrow())
                .onRequest(request -> Thread.currentThread().interrupt())
                .build());
        sandbox.addTrouble(Trouble.on("listPendingGrants")
                .times(1)
                .effect(Effect.status(503))
                .build());
        GrantPoller poller = poll();
        timing.awaitSleep(); // before it repeats the request
        timing.wake();
        timing.awaitSleep();

        assertEquals(List.of(), errors);
        assertEquals(1, batches.size());
        assertTrue(poller.isRunning());
    }
}
