package io.kraty.sdk.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.Grant;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an app in the background does not do, and what it does when it is back. */
class PauseTest {
    private final KratySandbox sandbox =
            KratySandbox.builder().lobbyFillTime(Duration.ofMillis(100)).start();
    private final FakeTiming timing = FakeTiming.byHand();
    private final List<List<Grant>> batches = new CopyOnWriteArrayList<>();
    private Kraty kraty;

    @BeforeEach
    void open() {
        kraty = Kraty.create(PlayTestOptions.on(sandbox, timing).build());
        kraty.ensureIdentity();
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private int sent() {
        return sandbox.requests().size();
    }

    private GrantPoller poll() {
        return kraty.pollPendingGrants(
                PollPendingGrantsOptions.builder().onBatch(batches::add).build());
    }

    /** Whatever is about to be sent has had time to. */
    private void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(50);
    }

    @Test
    void pollersAndHeartbeats_standStill_andGoOnAtOnce() throws Exception {
        poll();
        kraty.friends().keepOnline();
        Await.until("both wait for their next", () -> timing.sleeps().size() == 2);
        assertEquals(3, sent());
        kraty.pause();
        timing.advance(Duration.ofHours(1));
        settle();
        assertEquals(3, sent());

        kraty.resume();
        Await.until("both go on", () -> sent() >= 5 && batches.size() >= 2);
    }

    @Test
    void callOfTheGames_waitsForResume() throws Exception {
        int before = sent();
        kraty.pause();
        CompletableFuture<Object> call = kraty.async(() -> kraty.wallet().list());
        settle();
        assertEquals(before, sent());
        assertFalse(call.isDone());

        kraty.resume();
        Await.result(call);
        assertEquals(before + 1, sent());
    }

    @Test
    void nextAttempt_waitsForResume() throws Exception {
        sandbox.addTrouble(
                Trouble.on("listWallet").times(1).effect(Effect.status(503)).build());
        int before = sent();
        CompletableFuture<Object> call = kraty.async(() -> kraty.wallet().list());
        Await.until("it waits to repeat", () -> !timing.sleeps().isEmpty());
        kraty.pause();
        timing.advance(Duration.ofMinutes(1));
        settle();
        assertEquals(before + 1, sent());

        kraty.resume();
        Await.result(call);
        assertEquals(before + 2, sent());
    }

    @Test
    void waitingCall_endsAtAnInterrupt_atItsTimeLimit_andAtTheEnd() throws Exception {
        kraty.pause();
        Background<Object> call = Background.of(() -> kraty.wallet().list());
        Await.blocked(call.thread());
        call.thread().interrupt();
        assertThrows(KratyNetworkException.class, call::result);
        assertThrows(
                KratyNetworkException.class,
                () -> kraty.with(RequestOptions.none().totalTimeout(Duration.ofMillis(1)))
                        .wallet()
                        .list());
        Background<Object> other = Background.of(() -> kraty.wallet().list());
        Await.blocked(other.thread());
        kraty.close();
        assertThrows(IllegalStateException.class, other::result);
    }

    @Test
    void listenerOfAStream_isHeldBack_andToldEverythingInOrder() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        List<Object> events = new CopyOnWriteArrayList<>();
        try (InventoryStream stream = kraty.inventory().live(event -> {
            events.add(event);
            open.countDown();
        })) {
            assertTrue(open.await(60, TimeUnit.SECONDS));
            kraty.pause();
            String player = kraty.activeExternalPlayerId().orElseThrow();
            sandbox.credit(player, "gold", 1);
            sandbox.credit(player, "gold", 2);
            settle();
            assertEquals(1, events.size());

            kraty.resume();
            Await.until("it is told", () -> events.size() == 3);
            assertTrue(stream.isOpen());
        }
    }

    /** More than there are threads for work that waits. */
    @Test
    void manyPollersInTheirBackOff_goOnAfterAPause() throws Exception {
        int many = 300;
        sandbox.addTrouble(Trouble.on("listPendingGrants")
                .times(many)
                .effect(Effect.status(503))
                .build());
        for (int i = 0; i < many; i++) {
            poll();
        }
        Await.until("all that can wait to repeat", () -> timing.sleeps().size() >= Math.min(many, 256));
        kraty.pause();
        timing.advance(Duration.ofSeconds(1));
        settle();
        kraty.resume();

        Await.until("all are answered", () -> {
            timing.advance(Duration.ofSeconds(1));
            return batches.size() >= many;
        });
    }

    @Test
    void streamThatIsOpenedMeanwhile_connectsAfterwards() throws Exception {
        kraty.pause();
        int before = sent();
        try (InventoryStream stream = kraty.inventory().live()) {
            settle();
            assertEquals(before, sent());
            kraty.resume();
            Await.until("it is connected", () -> stream.poll() != null);
        }
        kraty.pause();
        InventoryStream closed = kraty.inventory().live();
        closed.close();
        kraty.resume();
        settle();
        assertEquals(before + 1, sent());
    }

    /** A phone call does not cost a match: the time it takes is not the patience of who waits for one. */
    @Test
    void waitForALobby_waitsOn() throws Exception {
        CompletableFuture<StartAttemptResponse> match =
                kraty.async(() -> kraty.events().startWhenReady("quick_brawl"));
        Await.until("it waits for the lobby", () -> !timing.sleeps().isEmpty());
        kraty.pause();
        int before = sent();
        timing.advance(Duration.ofHours(1));
        settle();
        assertFalse(match.isDone());
        assertEquals(before, sent());

        kraty.resume();
        Await.until("it starts, or fails", () -> {
            timing.advance(Duration.ofMillis(100));
            return match.isDone();
        });
        Await.result(match);
    }

    @Test
    void clockThatWasSynced_isSyncedAgain() throws Exception {
        kraty.pause();
        kraty.resume();
        settle();
        int before = sent();
        kraty.syncTime();
        assertEquals(before + 3, sent());
        kraty.pause();
        kraty.resume();
        Await.until("it is synced again", () -> sent() == before + 6);
        kraty.resume(); // changes nothing, since it is not paused
        settle();
        assertEquals(before + 6, sent());
    }

    @Test
    void closing_whilePaused_endsEverything() throws Exception {
        GrantPoller poller = poll();
        Await.until("it began", () -> batches.size() == 1);
        kraty.pause();
        timing.advance(Duration.ofHours(1));
        kraty.close();
        assertFalse(poller.isRunning());
        assertEquals(null, Await.result(poller.completion()));
        assertThrows(IllegalStateException.class, kraty::resume);
    }
}
