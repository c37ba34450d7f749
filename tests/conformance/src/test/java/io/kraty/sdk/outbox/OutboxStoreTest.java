package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratyOutboxException;
import io.kraty.sdk.error.Outcome;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult.Done;
import io.kraty.sdk.live.OutboxResult.Refused;
import io.kraty.sdk.store.FileOutboxStore;
import io.kraty.sdk.store.OutboxStore;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Warnings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store may be full, damaged, foreign or broken: nothing that was accepted is lost, and nobody is told otherwise. */
class OutboxStoreTest {
    @TempDir
    Path directory;

    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    @Test
    void fullOfWaiting_acceptsNoMore() throws Exception {
        Kraty kraty = tunnel.launch(tunnel.options().outboxCapacity(3));
        kraty.signIn(Tunnel.PLAYER, tunnel.sandbox.register(Tunnel.PLAYER));
        tunnel.sandbox.credit(Tunnel.PLAYER, "gold", 100);
        kraty.outbox().onResult(heard);
        tunnel.sandbox.goOffline();
        for (int i = 1; i <= 3; i++) {
            Writes.debit(kraty, i);
        }

        KratyOutboxException full = assertThrows(KratyOutboxException.class, () -> Writes.debit(kraty, 4));
        assertTrue(full.isFull());
        assertEquals(Outcome.NOT_SENT, full.outcome());
        tunnel.sandbox.goOnline();
        tunnel.until("those before", () -> heard.all().size() == 3);
        tunnel.until("room", () -> tunnel.store.read(Names.of(tunnel.sandbox)) == null);
        Writes.debit(kraty, 4);
        tunnel.until("the last", () -> heard.all().size() == 4);
        assertEquals(List.of(1L, 2L, 3L, 4L), tunnel.spent());
    }

    @Test
    void fullOfResults_keepsTheNewsThatMatters() throws Exception {
        Kraty kraty = tunnel.launch(tunnel.options().outboxCapacity(3));
        kraty.signIn(Tunnel.PLAYER, tunnel.sandbox.register(Tunnel.PLAYER));
        tunnel.sandbox.credit(Tunnel.PLAYER, "gold", 100);
        OutboxEntry refused = Writes.debit(kraty, 5000);
        tunnel.until("its end", () -> kraty.outbox().pending().isEmpty());
        for (int i = 1; i <= 4; i++) {
            Writes.debit(kraty, i);
            tunnel.until("its end", () -> kraty.outbox().pending().isEmpty());
        }

        kraty.outbox().onResult(heard);

        tunnel.until("the results", () -> heard.all().size() == 3);
        assertEquals(refused.key(), heard.all().get(0).entry().key());
        assertInstanceOf(Refused.class, heard.all().get(0));
    }

    @Test
    void tooLargeInAll_isFull() {
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        String receipt = "x".repeat(1 << 20);
        KratyOutboxException full = assertThrows(KratyOutboxException.class, () -> {
            for (int i = 0; i < 6; i++) {
                kraty.outbox()
                        .trackPurchase(Writes.purchase("t" + i).toBuilder()
                                .receipt(receipt)
                                .build());
            }
        });
        assertTrue(full.isFull());
        assertEquals(3, kraty.outbox().pending().size());
    }

    @Test
    void oneThatCannotBeRead_isInNobodysWay() throws Exception {
        Kraty first = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();
        Writes.debit(first, 10);
        Writes.debit(first, 11);
        first.close();
        Tunnel.untilIdle(); // so that the first one does not see what is kept for the next
        String name = Names.of(tunnel.sandbox);
        String foreign = "{\"v\":\"2\",\"whatever\":\"a newer version keeps\"}";
        tunnel.store.update(name, text -> {
            int second = text.indexOf("{\"v\"", 5);
            return "[" + foreign + "," + "{\"v\":\"1\",\"key\":\"half\"}," + text.substring(second);
        });
        tunnel.sandbox.goOnline();

        try (Warnings warnings = Warnings.of("io.kraty.sdk.outbox")) {
            Kraty next = tunnel.launch();
            next.outbox().onResult(heard);
            tunnel.until("the result", () -> !heard.all().isEmpty());
            tunnel.until("only the foreign left", () -> !tunnel.store.read(name).contains("wallet"));

            assertEquals(List.of(11L), tunnel.spent());
            assertEquals(1, warnings.texts().size(), warnings.texts().toString());
            assertTrue(tunnel.store.read(name).contains(foreign), tunnel.store.read(name));
            assertEquals(List.of(), next.outbox().pending());
        }
    }

    /** Another process, or the part that sends, looked at the same moment. */
    @Test
    void textThatIsNoOutbox_isMovedBySomebodyElse_andTheWriteIsAccepted() {
        OutboxStore inner = tunnel.store;
        AtomicBoolean damaged = new AtomicBoolean(true);
        tunnel.store = new OutboxStore() {
            @Override
            public String read(String name) {
                return inner.read(name);
            }

            @Override
            public void update(String name, UnaryOperator<String> change) {
                if (damaged.getAndSet(false)) {
                    assertEquals("[{", change.apply("[{")); // left as it is, and gone when it is looked at again
                } else {
                    inner.update(name, change);
                }
            }
        };
        Kraty kraty =
                tunnel.launch(tunnel.options().activeExternalPlayerId("bob").playerSecret("any-secret"));

        OutboxEntry accepted = kraty.outbox().claim("g");

        assertEquals(
                List.of(accepted.key()),
                kraty.outbox().pending().stream().map(OutboxEntry::key).toList());
    }

    @Test
    void textThatIsNoOutbox_isKeptAsideAndNewWritesGoOn() throws Exception {
        String name = Names.of(tunnel.sandbox);
        for (String damaged : List.of("", "{\"not\": \"a list\"}", "[{\"v\":", "[[1]]")) {
            try (Warnings warnings = Warnings.of("io.kraty.sdk.outbox")) {
                tunnel.store.update(name, text -> damaged);
                Kraty kraty = tunnel.launch();
                kraty.signIn("bob", "any-secret");
                OutboxEntry accepted = kraty.outbox().tagged("x").claim("g");

                assertEquals(
                        List.of(accepted.key()),
                        kraty.outbox().pending().stream().map(OutboxEntry::key).toList(),
                        damaged);
                assertEquals(damaged, tunnel.store.read(name + "/damaged"));
                Tunnel.untilIdle(); // whoever moved it, the one that sends or the one that writes, has said so
                assertEquals(1, warnings.texts().size(), warnings.texts().toString());
                kraty.close();
            }
            tunnel.store.update(name, text -> null);
        }
    }

    @Test
    void damagedFile_isMovedAsideOnce() throws Exception {
        Path file = directory.resolve("outbox.json");
        Files.writeString(file, "{\"kraty/half");
        tunnel.store = new FileOutboxStore(file);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store")) {
            Kraty kraty = tunnel.launchWithGold();
            kraty.outbox().onResult(heard);
            Writes.debit(kraty, 10);
            tunnel.until("the result", () -> !heard.all().isEmpty());
            Tunnel.untilIdle();

            assertEquals("{\"kraty/half", Files.readString(directory.resolve("outbox.json.damaged")));
            assertEquals(1, warnings.texts().size(), warnings.texts().toString());
        }
    }

    @Test
    void storeThatFails_acceptsNothing() {
        tunnel.store = new Broken();
        Kraty kraty = tunnel.launchWithGold();

        KratyOutboxException failed = assertThrows(KratyOutboxException.class, () -> Writes.debit(kraty, 10));

        assertFalse(failed.isFull());
        assertEquals("the disk is full", failed.getCause().getMessage());
        assertThrows(KratyOutboxException.class, () -> kraty.outbox().pending());
        assertEquals(List.of(), tunnel.requests("debitWallet"));
    }

    /** What cannot be noted as sent is not sent: a crash would make it a second one. */
    @Test
    void storeThatFailsMeanwhile_holdsBackWhatItHas() throws Exception {
        Fickle store = new Fickle(tunnel.store);
        tunnel.store = store;
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        kraty.pause();
        Writes.debit(kraty, 10);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.outbox")) {
            store.broken = true;
            kraty.resume();
            tunnel.until("a warning", () -> !warnings.texts().isEmpty());
            tunnel.timing.advance(java.time.Duration.ofMinutes(10));
            assertEquals(List.of(), tunnel.requests("debitWallet"));
            assertEquals(1, warnings.texts().size(), warnings.texts().toString());
        }
        store.broken = false;
        tunnel.until("the result", () -> !heard.all().isEmpty());
        assertInstanceOf(Done.class, heard.only());
        assertEquals(1, tunnel.debits());
    }

    @Test
    void interrupt_acceptsNothing() throws Exception {
        tunnel.store = new FileOutboxStore(directory.resolve("outbox.json"));
        Kraty kraty = tunnel.launchWithGold();
        tunnel.sandbox.goOffline();

        Background<Object> interrupted = Background.of(() -> {
            Thread.currentThread().interrupt();
            return assertThrows(KratyNetworkException.class, () -> Writes.debit(kraty, 10))
                    .outcome();
        });

        assertEquals(Outcome.NOT_SENT, interrupted.result());
        assertEquals(List.of(), kraty.outbox().pending());
        assertNull(tunnel.store.read(Names.of(tunnel.sandbox)));
    }

    private static final class Broken implements OutboxStore {
        @Override
        public String read(String name) {
            throw new IllegalStateException("the disk is full");
        }

        @Override
        public void update(String name, UnaryOperator<String> change) {
            throw new IllegalStateException("the disk is full");
        }
    }

    private static final class Fickle implements OutboxStore {
        private final OutboxStore store;
        private volatile boolean broken;

        private Fickle(OutboxStore store) {
            this.store = store;
        }

        @Override
        public String read(String name) {
            return store.read(name);
        }

        @Override
        public void update(String name, UnaryOperator<String> change) {
            if (broken) {
                throw new IllegalStateException("the disk is full");
            }
            store.update(name, change);
        }
    }
}
