package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Warnings;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners that are called on a thread of the game's, when that gets round to it. */
class LateCallbackTest {
    private final Device device = new Device();
    private final BlockingQueue<Runnable> frames = new LinkedBlockingQueue<>();
    private final HeardResults heard = new HeardResults();

    /** One result waits. */
    @BeforeEach
    void find() {
        Kraty kraty = device.launch();
        device.sandbox.finalizeBoard(kraty.events().start("coin_rush").leaderboardId());
        assertEquals(1, kraty.checkFinalizations().size());
    }

    @AfterEach
    void stop() {
        device.close();
    }

    private Kraty launch() {
        return device.launch(device.options().callbackExecutor(frames::add));
    }

    /** What the game's loop does when there is something to do. */
    private void frame() throws InterruptedException {
        Runnable task = frames.poll(60, TimeUnit.SECONDS);
        if (task == null) {
            throw new AssertionError("nothing to do");
        }
        task.run();
    }

    private boolean isReported() {
        return device.memberships.content().toString().contains("reported");
    }

    @Test
    void result_isTakenOnlyOnceTheGameRanIt() throws Exception {
        Kraty kraty = launch();
        kraty.onFinalized(heard);
        HeardResults second = new HeardResults();
        kraty.onFinalized(second);
        Await.until("it is on its way", () -> !frames.isEmpty());
        assertEquals(List.of(), kraty.checkFinalizations(), "nor is it found again");
        assertFalse(isReported());
        assertEquals(List.of(), heard.all());
        int uses = device.memberships.users().size();
        frame();
        Await.until("the other one's is on its way", () -> !frames.isEmpty());
        frame();

        assertEquals(1, heard.all().size());
        assertEquals(1, second.all().size());
        Await.until("it is kept that it was taken", this::isReported);
        List<Thread> users = device.memberships.users();
        users.subList(uses, users.size()).forEach(user -> assertNotSame(Thread.currentThread(), user));
    }

    @Test
    void closedMeanwhile_itComesAtTheNextLaunch() throws Exception {
        Kraty kraty = launch();
        kraty.onFinalized(heard);
        Await.until("it is on its way", () -> !frames.isEmpty());
        kraty.close();
        frame();
        assertEquals(List.of(), heard.all());
        assertFalse(isReported());

        device.launch().onFinalized(heard);
        assertEquals("coin_rush", heard.only().eventKey());
    }

    @Test
    void listenerThatComesWhileTheOnlyOneThrows_getsIt() throws Exception {
        Kraty kraty = launch();
        kraty.onFinalized(result -> {
            kraty.onFinalized(heard);
            throw new IllegalStateException("not now");
        });
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            while (heard.all().isEmpty()) {
                frame();
            }
            assertFalse(warnings.texts().isEmpty());
        }
        assertEquals(1, heard.all().size());
    }

    @Test
    void whilePaused_nothingIsTold() throws Exception {
        Kraty kraty = device.launch();
        kraty.pause();
        int uses = device.memberships.users().size();
        kraty.onFinalized(heard);
        Await.until("it was looked for", () -> device.memberships.users().size() > uses);
        assertEquals(List.of(), heard.all());

        kraty.resume();
        assertEquals("coin_rush", heard.only().eventKey());
    }
}
