package io.kraty.sdk.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.StartAttemptResponse;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Undeclared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The asynchronous door: what comes of the work, where, and what never happens to a future. */
class AsyncTest {
    private final KratySandbox sandbox = KratySandbox.start();
    private final Kraty kraty =
            Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing()).build());

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    @Test
    void oneCall_completesWithItsResult() throws Exception {
        CompletableFuture<StartAttemptResponse> start =
                kraty.async(() -> kraty.events().start("coin_rush"));

        assertEquals("in_progress", Await.result(start).attempt().status().value());
    }

    @Test
    void wholeFlow_isOneFuture() throws Exception {
        CompletableFuture<CollectAllResult> flow = kraty.async(() -> {
            kraty.events().start("coin_rush");
            return kraty.grants().collectAll();
        });

        assertTrue(Await.result(flow).processed() > 0);
    }

    @Test
    void workWithoutAResult_completesWithNull() throws Exception {
        List<String> done = new ArrayList<>();
        CompletableFuture<?> future = kraty.runAsync(() -> {
            done.add("done");
        });

        assertEquals(null, Await.result(future));
        assertEquals(List.of("done"), done);
    }

    @Test
    void view_isWhatTheWorkCallsThrough() throws Exception {
        sandbox.register("other");
        Await.result(kraty.async(() -> kraty.as("other").players().getIdentity()));

        List<RecordedRequest> requests = sandbox.requests();
        assertTrue(requests.get(requests.size() - 1).path().contains("/players/other/"));
    }

    @Test
    void whatTheWorkThrows_isWhatTheFutureTells() {
        assertEquals(
                "not_found",
                assertThrows(
                                KratyApiException.class,
                                () -> Await.result(
                                        kraty.async(() -> kraty.events().start("none"))))
                        .rawCode());
        assertThrows(
                IOException.class,
                () -> Await.result(kraty.async(() -> {
                    throw new IOException("the game's own");
                })));
        ExecutionException error = assertThrows(
                ExecutionException.class,
                () -> kraty.async(() -> {
                            throw new StackOverflowError("the game's own");
                        })
                        .get(60, TimeUnit.SECONDS));
        assertInstanceOf(StackOverflowError.class, error.getCause());
    }

    @Test
    void neverOnTheCallersThread_norInTheCommonPool() throws Exception {
        AtomicReference<Thread> step = new AtomicReference<>();
        Thread worker = Await.result(kraty.async(Thread::currentThread).thenApplyAsync(thread -> {
            step.set(Thread.currentThread());
            return thread;
        }));

        assertNotSame(Thread.currentThread(), worker);
        assertTrue(worker.getName().startsWith("kraty-async-"), worker.getName());
        assertTrue(worker.isDaemon());
        assertTrue(step.get().getName().startsWith("kraty-async-"), step.get().getName());
    }

    @Test
    void executorOfTheGames_runsIt() throws Exception {
        ForkJoinPool games = new ForkJoinPool(1);
        try (Kraty own = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .asyncExecutor(games)
                .build())) {
            String worker = Await.result(own.async(() -> Thread.currentThread().getName()));

            assertTrue(worker.startsWith("ForkJoinPool-"), worker);
        }
        assertFalse(games.isShutdown());
        games.shutdown();
    }

    @ParameterizedTest
    @MethodSource("io.kraty.sdk.wire.Undeclared#ofEachKind")
    void whateverTheExecutorThrows_isToldByTheFuture(Throwable problem) {
        try (Kraty own = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .asyncExecutor(task -> Undeclared.raise(problem))
                .build())) {
            CompletableFuture<Integer> refused = own.async(() -> 1);
            assertSame(
                    problem,
                    assertThrows(ExecutionException.class, () -> refused.get(60, TimeUnit.SECONDS))
                            .getCause());
        }
    }

    @Test
    void executorThatRefuses_isToldByTheFuture() {
        try (Kraty own = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .asyncExecutor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build())) {
            assertThrows(RejectedExecutionException.class, () -> Await.result(own.async(() -> 1)));
        }
    }

    @Test
    void stepOfTheGamesThatThrows_leavesTheFutureAsItIs() throws Exception {
        CompletableFuture<Integer> one = kraty.async(() -> 1);
        CompletableFuture<Integer> step = one.thenApply(result -> {
            throw new AssertionError("the game's own");
        });

        assertEquals(1, Await.result(one));
        assertInstanceOf(
                AssertionError.class,
                assertThrows(CompletionException.class, step::join).getCause());
    }

    @Test
    void cancelling_endsTheWork_beforeTheGamesOwnSteps() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Boolean> inTime = new AtomicReference<>();
        CompletableFuture<Object> future = kraty.async(() -> {
            begun.countDown();
            try {
                return new CountDownLatch(1).await(60, TimeUnit.SECONDS);
            } finally {
                ended.countDown();
            }
        });
        CompletableFuture<?> step = future.whenComplete((result, failure) -> {
            try {
                inTime.set(ended.await(30, TimeUnit.SECONDS)); // a step that takes its time
            } catch (InterruptedException e) {
                inTime.set(false);
            }
        });
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        future.cancel(true);

        assertTrue(step.isDone());
        assertTrue(inTime.get(), "the work went on while the step ran");
    }

    @Test
    void interruptThatTheWorkLeavesBehind_isNotForTheNext() throws Exception {
        for (int i = 0; i < 20; i++) {
            Await.result(kraty.runAsync(() -> Thread.currentThread().interrupt()));
            Await.result(kraty.async(() -> kraty.wallet().list()));
        }
    }

    @Test
    void closing_completesWhatIsOpen() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        CompletableFuture<Object> waiting = kraty.async(() -> {
            begun.countDown();
            try {
                return new CountDownLatch(1).await(60, TimeUnit.SECONDS);
            } finally {
                ended.countDown();
            }
        });
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        kraty.close();

        assertThrows(IllegalStateException.class, () -> Await.result(waiting));
        assertTrue(ended.await(60, TimeUnit.SECONDS), "the work goes on");
        assertThrows(IllegalStateException.class, () -> Await.result(kraty.async(() -> 1)));
    }

    @Test
    void result_isTheVeryObject() throws Exception {
        Object result = new Object();
        assertSame(result, Await.result(kraty.async(() -> result)));
    }

    @Test
    void executorThatRunsItTwice_doesTheWorkOnce() throws Exception {
        AtomicInteger times = new AtomicInteger();
        Executor twice = work -> {
            work.run();
            work.run();
        };
        Executor later = callback -> new Thread(callback).start();
        try (Kraty eager = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .asyncExecutor(twice)
                .callbackExecutor(later)
                .build())) {
            Await.result(eager.async(times::incrementAndGet));
        }
        assertEquals(1, times.get());
    }

    @Test
    void interruptThatTheWorkLeavesBehind_isNotMeantForTheNextStep() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = kraty.async(() -> {
                    ready.await();
                    Thread.currentThread().interrupt();
                    return true;
                })
                .thenApply(done -> Thread.currentThread().isInterrupted());
        ready.countDown();

        assertFalse(Await.result(interrupted));
    }
}
