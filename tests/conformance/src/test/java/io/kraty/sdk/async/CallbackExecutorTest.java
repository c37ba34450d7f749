package io.kraty.sdk.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.WalletChanged;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.live.GrantPoller;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.wire.Await;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where listeners are called and futures complete, and what an executor cannot break. */
class CallbackExecutorTest {
    private static final int MANY = 200;

    private final KratySandbox sandbox = KratySandbox.start();
    private final GameLoop loop = new GameLoop();
    private Kraty kraty;

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private void open(Executor executor) {
        kraty = Kraty.create(options().callbackExecutor(executor).build());
        kraty.ensureIdentity();
    }

    private KratyClientOptions.Builder options() {
        return PlayTestOptions.on(sandbox, FakeTiming.stepped());
    }

    private String player() {
        return kraty.activeExternalPlayerId().orElseThrow();
    }

    @Test
    void everyListener_isCalledOnTheGamesThread() throws Exception {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        Runnable here = () -> threads.add(Thread.currentThread());
        kraty = Kraty.create(options()
                .callbackExecutor(loop)
                .onRequest(request -> here.run())
                .build());
        InventoryStream stream = kraty.inventory().live(event -> here.run());
        GrantPoller poller = kraty.pollPendingGrants(
                PollPendingGrantsOptions.builder().onBatch(batch -> here.run()).build());
        CompletableFuture<Object> call = kraty.async(() -> kraty.wallet().list());
        CompletableFuture<?> step = call.thenRun(here);
        CompletableFuture<?> later = call.thenRunAsync(here);
        loop.until(() -> step.isDone() && later.isDone() && threads.size() >= 6);

        for (Thread thread : threads) {
            assertSame(Thread.currentThread(), thread);
        }
        assertTrue(stream.isOpen());
        poller.close();
        CompletableFuture<Void> over = poller.completion();
        loop.until(over::isDone);
    }

    @Test
    void orderOfAStream_isKept() throws Exception {
        open(loop);
        List<Long> balances = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        kraty.inventory().live(event -> note(event, balances, ready));
        loop.until(() -> ready.getCount() == 0);
        for (int i = 1; i <= MANY; i++) {
            sandbox.credit(player(), "gold", 1);
        }
        loop.until(() -> balances.size() == MANY);

        assertEquals(balances.stream().sorted().toList(), balances);
    }

    /** Which throws now and then, having taken the work or not. */
    @Test
    void executorThatRefusesNowAndThen_losesNothingAndKeepsTheOrder() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        open(task -> {
            int number = asked.incrementAndGet();
            if (number % 3 == 0) {
                throw new RejectedExecutionException("busy");
            }
            new Thread(task).start();
            if (number % 5 == 0) {
                throw new AssertionError("taken all the same");
            }
        });
        List<Long> balances = new CopyOnWriteArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        kraty.inventory().live(event -> note(event, balances, ready));
        ready.await();
        for (int i = 1; i <= MANY; i++) {
            sandbox.credit(player(), "gold", 1);
        }
        Await.until("all are told", () -> balances.size() == MANY);
        assertEquals(balances.stream().sorted().toList(), balances);
        for (int i = 0; i < 10; i++) {
            Await.result(kraty.async(() -> kraty.wallet().list()));
        }
    }

    @Test
    void listenerThatThrows_losesNothing() throws Exception {
        open(loop);
        List<Long> balances = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        InventoryStream stream = kraty.inventory().live(event -> {
            note(event, balances, ready);
            throw new AssertionError("the game's own");
        });
        loop.until(() -> ready.getCount() == 0);
        sandbox.credit(player(), "gold", 1);
        sandbox.credit(player(), "gold", 1);
        loop.until(() -> balances.size() == 2);

        assertTrue(stream.isOpen());
    }

    /** Which then cannot be told of what it does itself, until it is done. */
    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // what waits there hears no interrupt
    void callsOnTheGamesThread_doNotWaitForTheirOwnListener() {
        AtomicInteger told = new AtomicInteger();
        kraty = Kraty.create(options()
                .callbackExecutor(loop)
                .onRequest(request -> told.incrementAndGet())
                .build());
        int many = 1_100;
        for (int i = 0; i < many; i++) {
            kraty.ping();
        }
        loop.frame();

        assertEquals(many, told.get());
    }

    @Test
    void pollerThatFailedAndIsClosedBeforeTheNextFrame_tellsNothing() throws Exception {
        open(loop);
        List<String> told = new ArrayList<>();
        sandbox.rotateSecret(player());
        GrantPoller poller = kraty.pollPendingGrants(PollPendingGrantsOptions.builder()
                .onError(error -> told.add(error.getMessage()))
                .build());
        Await.until("it ends by itself", () -> !poller.isRunning());
        poller.close();
        loop.until(() -> poller.completion().isDone());

        assertEquals(List.of(), told);
        assertTrue(poller.completion().isCompletedExceptionally());
        assertTrue(poller.failure().isPresent());
    }

    @Test
    void closingKraty_isFinalForAll() throws Exception {
        open(loop);
        List<Long> balances = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        InventoryStream stream = kraty.inventory().live(event -> note(event, balances, ready));
        loop.until(() -> ready.getCount() == 0);
        sandbox.credit(player(), "gold", 1);
        Await.until("something waits for the next frame", () -> !loop.isEmpty());
        sandbox.dropStreams();
        Await.until("the stream has ended by itself", () -> !stream.isOpen());
        kraty.close();
        loop.frame();

        assertEquals(List.of(), balances);
    }

    @Test
    void closingOnTheGamesThread_isFinal() throws Exception {
        open(loop);
        List<Long> balances = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        InventoryStream stream = kraty.inventory().live(event -> note(event, balances, ready));
        loop.until(() -> ready.getCount() == 0);
        sandbox.credit(player(), "gold", 1);
        Await.until("something waits for the next frame", () -> !loop.isEmpty());
        stream.close();
        loop.frame();

        assertEquals(List.of(), balances);
    }

    @Test
    void closingKraty_completesFuturesThere_orByItselfIfNobodyComes() throws Exception {
        open(loop);
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Boolean> drawn = kraty.async(() -> {
            never.await();
            return true;
        });
        kraty.close();
        Await.until("it completes although no frame is drawn any more", drawn::isDone);

        assertThrows(IllegalStateException.class, () -> Await.result(drawn));
        assertFalse(loop.isEmpty());
        loop.frame(); // which changes nothing any more
        assertThrows(IllegalStateException.class, () -> Await.result(drawn));
    }

    private static void note(InventoryEvent event, List<Long> balances, CountDownLatch ready) {
        if (event instanceof WalletChanged change) {
            balances.add(change.balance());
        } else {
            ready.countDown();
        }
    }

    /** A game whose frames the test draws. */
    private static final class GameLoop implements Executor {
        private final Queue<Runnable> posted = new ArrayDeque<>();

        @Override
        public synchronized void execute(Runnable task) {
            posted.add(task);
        }

        private synchronized Runnable next() {
            return posted.poll();
        }

        private synchronized boolean isEmpty() {
            return posted.isEmpty();
        }

        private void frame() {
            for (Runnable task = next(); task != null; task = next()) {
                task.run();
            }
        }

        private void until(BooleanSupplier condition) throws InterruptedException {
            Await.until("a frame shows it", () -> {
                frame();
                return condition.getAsBoolean();
            });
        }
    }
}
