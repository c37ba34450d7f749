package io.kraty.sdk.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.wire.Await;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A future that is ended early ends what is behind it: the request, the pause between attempts, the poll. */
class AsyncEndTest {
    enum End {
        CANCEL {
            @Override
            void of(CompletableFuture<?> future) {
                assertTrue(future.cancel(true));
            }
        },
        OR_TIMEOUT {
            @Override
            void of(CompletableFuture<?> future) {
                future.orTimeout(1, TimeUnit.MILLISECONDS);
            }
        },
        COMPLETE_ON_TIMEOUT {
            @Override
            void of(CompletableFuture<?> future) {
                future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS);
            }
        };

        abstract void of(CompletableFuture<?> future);
    }

    enum Stage {
        /** The server has the request and does not answer. */
        REQUEST {
            @Override
            Callable<Object> work(AsyncEndTest test) {
                test.sandbox.addTrouble(
                        Trouble.on("listWallet").effect(Effect.stall(0.5)).build());
                return () -> test.kraty.wallet().list();
            }

            @Override
            void await(AsyncEndTest test) throws InterruptedException {
                Await.until("the request is there", () -> test.sent() == test.before + 1);
            }
        },
        BACK_OFF {
            @Override
            Callable<Object> work(AsyncEndTest test) {
                test.sandbox.addTrouble(
                        Trouble.on("listWallet").effect(Effect.status(503)).build());
                return () -> test.kraty.wallet().list();
            }

            @Override
            void await(AsyncEndTest test) throws InterruptedException {
                test.timing.awaitSleep();
            }
        },
        POLL {
            @Override
            Callable<Object> work(AsyncEndTest test) {
                String lobby = assertThrows(
                                KratyApiException.class,
                                () -> test.kraty.events().start("quick_brawl"))
                        .lobbyId()
                        .orElseThrow();
                test.before = test.sent();
                return () -> test.kraty.pollLobbyUntilActive(lobby);
            }

            @Override
            void await(AsyncEndTest test) throws InterruptedException {
                test.timing.awaitSleep();
            }
        };

        abstract Callable<Object> work(AsyncEndTest test);

        abstract void await(AsyncEndTest test) throws InterruptedException;
    }

    private final KratySandbox sandbox =
            KratySandbox.builder().lobbyFillTime(Duration.ofHours(1)).start();
    private final FakeTiming timing = FakeTiming.stepped();
    private final Kraty kraty = Kraty.create(PlayTestOptions.on(sandbox, timing).build());
    private int before;

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private int sent() {
        return sandbox.requests().size();
    }

    static Stream<Arguments> all() {
        return Stream.of(Stage.values())
                .flatMap(stage -> Stream.of(End.values()).map(end -> Arguments.of(stage, end)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void endOfTheFuture_isTheEndOfTheWork(Stage stage, End end) throws Exception {
        kraty.ensureIdentity();
        before = sent();
        Callable<Object> work = stage.work(this);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Object> future = kraty.async(() -> {
            try {
                return work.call();
            } catch (Throwable e) {
                thrown.set(e);
                throw e;
            } finally {
                over.countDown();
            }
        });
        stage.await(this);
        end.of(future);

        assertTrue(over.await(60, TimeUnit.SECONDS), "the work goes on");
        assertTrue(thrown.get() instanceof KratyNetworkException, () -> "threw " + thrown.get());
        assertEquals(before + 1, sent(), "one request, and nothing after the end");
        sandbox.clearTrouble();
        timing.wake(); // whoever sleeps still would go on now
        kraty.wallet().list();
        assertEquals(before + 2, sent());
    }
}
