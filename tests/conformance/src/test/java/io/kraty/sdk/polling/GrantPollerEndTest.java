package io.kraty.sdk.polling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.GrantPoller;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.PollPendingGrantsOptions;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Exchange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GrantPollerEndTest extends GrantPollerTest {
    @Test
    void survivesAnOverloadedPlatformAndALostNetwork() throws Exception {
        answer.set(exchange -> exchange.error(503, "internal_error"));
        GrantPoller poller = poll();
        timing.awaitSleep();
        answer.set(Exchange::drop);
        timing.wake();
        timing.awaitSleep();
        answer.set(SOMETHING);
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

    @Test
    void stopsWhenTheSecretIsRefused() throws Exception {
        answer.set(exchange -> exchange.error(401, "player_secret_invalid"));
        GrantPoller poller = poll();
        Await.until("it stops", () -> !poller.isRunning());

        assertEquals(1, errors.size());
        assertEquals(errors.get(0), poller.failure().orElseThrow());
        assertEquals(1, server.requests().size());
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
        assertEquals(1, server.requests().size());
    }

    @Test
    void closeWhileARequestIsUnderWay_isFollowedByNothing() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        answer.set(exchange -> {
            asked.countDown();
            if (closed.await(20, TimeUnit.SECONDS)) {
                SOMETHING.handle(exchange);
            }
        });
        GrantPoller poller = poll();
        assertTrue(asked.await(20, TimeUnit.SECONDS));
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
        assertEquals(1, server.requests().size());
        assertEquals(List.of(), timing.sleeps());
    }

    @Test
    void closingKraty_stopsIt() throws Exception {
        GrantPoller poller = poll();
        timing.awaitSleep();
        kraty.close();
        Await.until("it stops", () -> !poller.isRunning());

        assertEquals(1, server.requests().size());
        assertFalse(poller.isRunning());
    }
}
