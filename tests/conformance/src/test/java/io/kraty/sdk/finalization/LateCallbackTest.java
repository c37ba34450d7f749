package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.internal.finalization.Finalizations;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Warnings;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners that are called on a thread of the game's, when that gets round to it. */
class LateCallbackTest {
    private final Device device = new Device();
    private final Queue<Runnable> frames = new ConcurrentLinkedQueue<>();
    private final HeardResults heard = new HeardResults();
    private Finalizations finalizations;
    private Runnable removal;

    /** One result waits. */
    @BeforeEach
    void waiting() throws Exception {
        Kraty kraty = device.launch();
        device.sandbox.finalizeBoard(kraty.events().start("coin_rush").leaderboardId());
        assertEquals(1, kraty.checkFinalizations().size());
        kraty.close();
        String name = device.memberships.content().keySet().iterator().next();
        String environment = name.split("/", -1)[1];
        String player = name.split("/", -1)[3];
        Executor background = task -> new Thread(task, "background").start();
        finalizations = new Finalizations(
                device.memberships, environment, null, device.timing, () -> player, background, frames::add);
        removal = finalizations.add(heard);
        Await.until("it is on its way", () -> frames.size() == 1);
    }

    @AfterEach
    void stop() {
        device.close();
    }

    private boolean isReported() {
        return device.memberships.content().toString().contains("reported");
    }

    @Test
    void result_isDeliveredOnlyOnceTheGameRanIt() throws Exception {
        assertFalse(isReported());
        HeardResults second = new HeardResults();
        int reads = device.memberships.users().size();
        finalizations.add(second);
        Await.until("it was looked for again", () -> device.memberships.users().size() > reads);
        assertEquals(1, frames.size(), "it is on its way already");
        int uses = device.memberships.users().size();
        frames.remove().run();

        assertEquals(1, heard.all().size());
        assertEquals(1, second.all().size());
        Await.until("it is kept that it was taken", this::isReported);
        List<Thread> users = device.memberships.users();
        users.subList(uses, users.size()).forEach(user -> assertNotSame(Thread.currentThread(), user));
    }

    @Test
    void closedMeanwhile_itIsNotDelivered() {
        finalizations.close();
        frames.remove().run();

        assertEquals(List.of(), heard.all());
        assertFalse(isReported());
    }

    @Test
    void listenerThatComesWhileTheOnlyOneThrows_getsItAtOnce() throws Exception {
        HeardResults late = new HeardResults();
        removal.run();
        finalizations.add(result -> {
            finalizations.add(late);
            throw new IllegalStateException("not now");
        });
        try (Warnings ignored = Warnings.of("io.kraty.sdk.finalization")) {
            frames.remove().run();
            Await.until("it is on its way again", () -> !frames.isEmpty());
            frames.remove().run();
        }

        assertEquals(List.of(), heard.all());
        assertEquals(1, late.all().size());
    }
}
