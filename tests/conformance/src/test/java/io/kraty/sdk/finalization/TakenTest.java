package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.store.FileMembershipStore;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Undeclared;
import io.kraty.sdk.wire.Warnings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a listener took does not come again, whatever becomes of the thread it was called on. */
@Timeout(120)
class TakenTest {
    /** What ends the check while the listener is at it. */
    enum End {
        CANCEL {
            @Override
            void of(Kraty kraty, CompletableFuture<?> check) {
                check.cancel(true);
            }
        },
        TIMEOUT {
            @Override
            void of(Kraty kraty, CompletableFuture<?> check) {
                check.orTimeout(1, TimeUnit.MILLISECONDS);
            }
        },
        CLOSE {
            @Override
            void of(Kraty kraty, CompletableFuture<?> check) {
                kraty.close();
            }
        };

        abstract void of(Kraty kraty, CompletableFuture<?> check);
    }

    @TempDir
    Path directory;

    private final Device device = new Device();
    private final HeardResults heard = new HeardResults();

    @AfterEach
    void stop() {
        device.close();
    }

    private KratyClientOptions.Builder onDisk() {
        return device.options().membershipStore(new FileMembershipStore(directory.resolve("boards.json")));
    }

    private void endBoard(Kraty kraty) {
        device.sandbox.finalizeBoard(kraty.events().start("coin_rush").leaderboardId());
    }

    private void awaitNote() throws InterruptedException {
        Await.until("it is noted", () -> {
            try {
                return Files.readString(directory.resolve("boards.json")).contains("reported");
            } catch (Exception e) {
                return false;
            }
        });
    }

    private void assertNothingAtTheNextLaunch(KratyClientOptions.Builder options) {
        Kraty next = device.launch(options);
        next.onFinalized(heard);
        assertEquals(List.of(), next.checkFinalizations());
        assertEquals(List.of(), heard.all());
    }

    @ParameterizedTest
    @EnumSource
    void endOfTheCheckWhileTheListenerIsAtIt_losesNoNote(End end) throws Exception {
        Kraty kraty = device.launch(onDisk());
        endBoard(kraty);
        AtomicReference<Thread> teller = new AtomicReference<>();
        AtomicBoolean shown = new AtomicBoolean();
        kraty.onFinalized(result -> {
            teller.set(Thread.currentThread());
            while (!shown.get()) { // deaf to interrupts, as what draws or stores may be
                LockSupport.parkNanos(1_000_000);
            }
        });
        CompletableFuture<?> check = kraty.async(kraty::checkFinalizations);
        Await.until("the listener is called", () -> teller.get() != null);
        end.of(kraty, check);
        Await.until("its thread is interrupted", teller.get()::isInterrupted);
        shown.set(true);

        awaitNote();
        assertNothingAtTheNextLaunch(onDisk());
    }

    @Test
    void listenerThatLeavesItsThreadInterrupted_losesNoNote() throws Exception {
        Kraty kraty = device.launch(onDisk());
        endBoard(kraty);
        kraty.onFinalized(result -> Thread.currentThread().interrupt());
        assertEquals(1, kraty.checkFinalizations().size());
        Thread.interrupted();

        awaitNote();
        assertNothingAtTheNextLaunch(onDisk());
    }

    @Test
    void listenerOfTheGamesThreadThatCloses_losesNoNote() throws Exception {
        BlockingQueue<Runnable> frames = new LinkedBlockingQueue<>();
        Kraty kraty = device.launch(onDisk().callbackExecutor(frames::add));
        endBoard(kraty);
        kraty.onFinalized(result -> {
            kraty.close();
            Thread.currentThread().interrupt();
        });
        kraty.checkFinalizations();
        frames.poll(60, TimeUnit.SECONDS).run();
        assertTrue(Thread.interrupted());

        awaitNote();
        assertNothingAtTheNextLaunch(onDisk());
    }

    @Test
    void dismissalOnAnInterruptedThread_isKept() throws Exception {
        Kraty kraty = device.launch(onDisk());
        endBoard(kraty);
        var ref = kraty.checkFinalizations().get(0).ref();
        Thread.currentThread().interrupt();
        kraty.dismiss(ref);
        assertTrue(Thread.interrupted());

        awaitNote();
        assertEquals(List.of(), kraty.checkFinalizations());
    }

    /** A board that was got on right before the end, which nobody waits for. */
    @Test
    void boardOfACallThatWasInterruptedAfterItsAnswer_isKeptInSpiteOfAClose() throws Exception {
        AtomicBoolean armed = new AtomicBoolean();
        AtomicReference<Kraty> own = new AtomicReference<>();
        Kraty kraty = device.launch(onDisk().onRequest(request -> {
            if (armed.get()) {
                Thread.currentThread().interrupt();
                own.get().close();
            }
        }));
        own.set(kraty);
        kraty.ensureIdentity();
        armed.set(true);
        String board = kraty.events().start("coin_rush").leaderboardId();
        assertTrue(Thread.interrupted());
        armed.set(false);

        Await.until("it is kept", () -> Files.exists(directory.resolve("boards.json")));
        assertTrue(Files.readString(directory.resolve("boards.json")).contains(board));
    }

    /** Else it would be told, and told again, since nothing but the store knows of the period. */
    @Test
    void resultThatAnInterruptKeptFromBeingKept_isFoundAgain() {
        Interrupting store = new Interrupting(text -> text.contains("period_rolled"));
        Kraty kraty = device.launch(device.options().membershipStore(store));
        kraty.leaderboards().submitScore("weekly_score", 7);
        device.sandbox.clock().freeze();
        device.sandbox.clock().advance(Duration.ofMinutes(1));
        device.sandbox.endPeriod("weekly_score");
        kraty.onFinalized(heard);
        store.armed = true;
        assertThrows(KratyNetworkException.class, kraty::checkFinalizations);
        assertTrue(Thread.interrupted());
        store.armed = false;
        assertEquals(List.of(), heard.all());

        assertEquals(1, kraty.checkFinalizations().size());
        Kraty next = device.launch(device.options().membershipStore(store));
        next.onFinalized(heard);
        assertEquals(List.of(), next.checkFinalizations());
        assertEquals(1, heard.all().size());
    }

    @ParameterizedTest
    @MethodSource("io.kraty.sdk.wire.Undeclared#ofEachKind")
    void storeThatCannotNoteIt_isOneWarning(Throwable problem) throws Exception {
        AtomicReference<Throwable> uncaught = new AtomicReference<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.set(e));
        ListedStore store = new ListedStore() {
            @Override
            public void update(String name, UnaryOperator<String> change) {
                super.update(name, text -> {
                    String after = change.apply(text);
                    if (after.contains("reported")) {
                        Undeclared.raise(problem);
                    }
                    return after;
                });
            }
        };
        CountDownLatch told = new CountDownLatch(1);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            Kraty kraty = device.launch(
                    device.options().membershipStore(store).callbackExecutor(task -> new Thread(task).start()));
            kraty.onFinalized(result -> told.countDown());
            endBoard(kraty);
            kraty.checkFinalizations();
            assertTrue(told.await(60, TimeUnit.SECONDS));
            Await.until("a warning", () -> !warnings.texts().isEmpty() || uncaught.get() != null);

            assertEquals(null, uncaught.get());
            assertTrue(warnings.texts().get(0).contains("the disk is broken"), warnings.texts()::toString);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** A store that is interrupted as it is about to keep something. */
    private static final class Interrupting extends ListedStore {
        private final Predicate<String> when;
        private boolean armed;

        private Interrupting(Predicate<String> when) {
            this.when = when;
        }

        @Override
        public void update(String name, UnaryOperator<String> change) {
            super.update(name, text -> {
                String after = change.apply(text);
                if (armed && when.test(after)) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted");
                }
                return after;
            });
        }
    }
}
