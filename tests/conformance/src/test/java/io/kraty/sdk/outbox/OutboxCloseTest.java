package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.OurThreads;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing loses nothing, waits for nothing, and leaves nothing behind. */
class OutboxCloseTest {
    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    @Test
    void whileItSends_theNextLaunchGoesOn() throws Exception {
        Kraty first = tunnel.launchWithGold(tunnel.options().timeout(Duration.ofHours(1)));
        tunnel.sandbox.addTrouble(
                Trouble.on("debitWallet").times(1).effect(Effect.stall(0.5)).build());
        OutboxEntry accepted = Writes.debit(first, 10);
        tunnel.until("it is under way", () -> tunnel.debits() == 1);

        first.close(); // which would wait for an hour if it waited for the answer

        tunnel.launch().outbox().onResult(heard);
        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertEquals(accepted.key(), heard.done().entry().key());
        assertEquals(1, tunnel.debits());
    }

    @Test
    void atAnyMoment_eachCountsOnce() throws Exception {
        Random random = new Random(20_261_128);
        tunnel.sandbox.addTrouble(Trouble.on("debitWallet")
                .probability(0.2)
                .effect(Effect.resetAfter())
                .build());
        tunnel.launchWithGold().close();
        for (int launch = 0; launch < 30; launch++) {
            Kraty kraty = tunnel.launch();
            kraty.outbox().onResult(heard);
            Writes.debit(kraty, launch + 1);
            Thread.sleep(random.nextInt(15));
            kraty.close();
        }
        tunnel.sandbox.clearTrouble();
        tunnel.launch().outbox().onResult(heard);

        tunnel.until("all results", () -> Set.copyOf(heard.keys()).size() == 30);
        assertEquals(30, tunnel.spent().size());
        assertEquals(tunnel.spent().stream().sorted().toList(), tunnel.spent());
    }

    @Test
    void idle_hasNoTimer() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        Writes.debit(kraty, 10);
        tunnel.until("the result", () -> !heard.all().isEmpty());
        tunnel.until("nothing left", () -> tunnel.store.read(Names.of(tunnel.sandbox)) == null);
        Await.until("no timer", () -> tunnel.timing.untilNext() == null);
    }

    @Test
    void signedOut_hasNoTimer() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        Writes.debit(kraty, 10);
        Await.until("a timer", () -> tunnel.timing.untilNext() != null);
        kraty.logout();
        tunnel.until("no timer", () -> tunnel.timing.untilNext() == null);
    }

    @Test
    void closed_leavesNoTimerAndNoThread() throws Exception {
        OurThreads threads = OurThreads.fromNow();
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        Writes.debit(kraty, 10);
        Await.until("a timer", () -> tunnel.timing.untilNext() != null);

        kraty.close();

        assertNull(tunnel.timing.untilNext());
        tunnel.timing.advance(Duration.ofHours(1));
        threads.awaitEnd();
    }

    @Test
    void neverUsed_readsNothingUntilSomebodyPlays() throws Exception {
        List<String> used = new CopyOnWriteArrayList<>();
        OutboxStore inner = tunnel.store;
        tunnel.store = new OutboxStore() {
            @Override
            public String read(String name) {
                used.add(Thread.currentThread().getName());
                return inner.read(name);
            }

            @Override
            public void update(String name, UnaryOperator<String> change) {
                used.add(Thread.currentThread().getName());
                inner.update(name, change);
            }
        };
        Kraty kraty = tunnel.launch();
        kraty.ping();
        kraty.outbox();
        assertEquals(List.of(), used);

        kraty.ensureIdentity();
        Await.until("a look", () -> !used.isEmpty());
        assertEquals(1, used.size());
        assertEquals(true, used.get(0).startsWith("kraty-"), used.toString());
    }
}
