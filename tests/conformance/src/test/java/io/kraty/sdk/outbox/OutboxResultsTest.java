package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Warnings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each result reaches a listener, in whichever launch, and once if nobody dies. */
class OutboxResultsTest {
    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    private void nothingIsLeft() throws Exception {
        tunnel.until("nothing left", () -> tunnel.store.read(Names.of(tunnel.sandbox)) == null);
    }

    @Test
    void withoutAListener_itWaitsForOne() throws Exception {
        Kraty first = tunnel.launchWithGold();
        OutboxEntry accepted = Writes.debit(first, 10);
        tunnel.until("its end", () -> first.outbox().pending().isEmpty());
        first.close();

        Kraty second = tunnel.launch();
        second.outbox().onResult(heard);
        tunnel.until("the result", () -> !heard.all().isEmpty());
        nothingIsLeft();
        HeardOutbox later = new HeardOutbox();
        tunnel.launch().outbox().onResult(later);
        tunnel.timing.advance(Duration.ofHours(1));

        assertEquals(List.of(accepted.key()), heard.keys());
        assertEquals(List.of(), later.all());
        assertEquals(1, tunnel.debits());
    }

    @Test
    void listenerThatThrows_hasNotTakenIt() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        try (Warnings warnings = Warnings.of("io.kraty.sdk.outbox")) {
            kraty.outbox().onResult(result -> {
                throw new IllegalStateException("no room to show it");
            });
            Writes.debit(kraty, 10);
            tunnel.until("a warning", () -> !warnings.texts().isEmpty());
            tunnel.timing.advance(Duration.ofMinutes(10));
            assertEquals(1, warnings.texts().size());
        }

        kraty.outbox().onResult(heard);

        tunnel.until("the result", () -> !heard.all().isEmpty());
        nothingIsLeft();
    }

    @Test
    void listenerThatWasRemoved_hearsNothing() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        Runnable removal = kraty.outbox().onResult(heard);
        removal.run();
        removal.run();
        Writes.debit(kraty, 10);
        tunnel.until("its end", () -> kraty.outbox().pending().isEmpty());
        assertEquals(List.of(), heard.all());
    }

    @Test
    void severalListeners_allHearIt() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        HeardOutbox other = new HeardOutbox();
        kraty.outbox().onResult(heard);
        kraty.outbox().onResult(other);
        Writes.debit(kraty, 10);
        tunnel.until("both", () -> heard.all().size() == 1 && other.all().size() == 1);
        nothingIsLeft();
    }

    @Test
    void callbackExecutor_isWhereItIsTold() throws Exception {
        Queue<Runnable> frame = new ConcurrentLinkedQueue<>();
        Kraty kraty = tunnel.launch(tunnel.options().callbackExecutor(frame::add));
        kraty.signIn(Tunnel.PLAYER, tunnel.sandbox.register(Tunnel.PLAYER));
        kraty.outbox().onResult(heard);
        kraty.outbox().trackPurchase(Writes.purchase("t-1"));
        tunnel.until("something to do in the frame", () -> !frame.isEmpty());
        assertEquals(List.of(), heard.all());

        frame.remove().run();

        assertEquals(1, heard.all().size());
        nothingIsLeft();
    }

    /** Frames that do not come for a while, and another process that tells the result meanwhile. */
    @Test
    void callbackExecutor_thatIsLate_doesNotTellWhatAnotherHasTold() throws Exception {
        Queue<Runnable> frame = new ConcurrentLinkedQueue<>();
        Kraty one = tunnel.launchWithGold(tunnel.options().callbackExecutor(frame::add));
        HeardOutbox late = new HeardOutbox();
        one.outbox().onResult(late);
        Writes.debit(one, 10);
        tunnel.until("something to do in the frame", () -> !frame.isEmpty());
        tunnel.timing.advance(Duration.ofSeconds(21));
        Kraty two = tunnel.launch();
        two.ensureIdentity();
        two.outbox().onResult(heard);
        tunnel.until("the result", () -> !heard.all().isEmpty());
        nothingIsLeft();

        drain(frame);
        Tunnel.untilIdle();
        drain(frame);

        assertEquals(List.of(), late.all());
    }

    @Test
    void callbackExecutor_thatIsLate_tellsItAllTheSameIfNobodyElseHas() throws Exception {
        Queue<Runnable> frame = new ConcurrentLinkedQueue<>();
        Kraty kraty = tunnel.launchWithGold(tunnel.options().callbackExecutor(frame::add));
        kraty.outbox().onResult(heard);
        List<String> accepted = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            accepted.add(Writes.debit(kraty, i).key());
        }
        tunnel.until("all done", () -> tunnel.debits() == 3 && !frame.isEmpty());
        Tunnel.untilIdle();
        tunnel.timing.advance(Duration.ofSeconds(21));

        tunnel.until("the results", () -> {
            drain(frame);
            return heard.all().size() == 3;
        });

        assertEquals(accepted, heard.keys());
        nothingIsLeft();
    }

    private static void drain(Queue<Runnable> frame) {
        for (Runnable next = frame.poll(); next != null; next = frame.poll()) {
            next.run();
        }
    }

    @Test
    void listenerMayUseTheOutbox() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(result -> {
            if (heard.all().size() < 5) {
                Writes.debit(kraty, 10 + heard.all().size());
            }
            heard.onResult(result);
        });
        Writes.debit(kraty, 9);
        tunnel.until("a chain", () -> heard.all().size() == 6);
        assertEquals(List.of(9L, 10L, 11L, 12L, 13L, 14L), tunnel.spent());
    }

    /** A write that is done and that nobody was told of, since somebody claims to be telling it. */
    private void claimedByTheDead(Duration time) throws InterruptedException {
        Kraty first = tunnel.launchWithGold();
        Writes.debit(first, 10);
        tunnel.until("its end", () -> first.outbox().pending().isEmpty());
        first.close();
        String claim =
                "\"claimed\":\"somebody\",\"until\":\"" + tunnel.timing.now().plus(time) + "\"";
        tunnel.store.update(Names.of(tunnel.sandbox), text -> text.replace("\"v\":\"1\"", "\"v\":\"1\"," + claim));
    }

    /** A process that was killed while it told a result still holds it, for twenty seconds. */
    @Test
    void claimOfTheDead_lapses() throws Exception {
        claimedByTheDead(Duration.ofSeconds(15));

        tunnel.launch().outbox().onResult(heard);

        Await.until("a wait", () -> tunnel.timing.untilNext() != null);
        assertEquals(List.of(), heard.all());
        tunnel.timing.advance(Duration.ofSeconds(16));
        Await.until("the result", () -> !heard.all().isEmpty());
        nothingIsLeft();
    }

    /** No claim reaches that far: whoever made it had another idea of the time, and would hold the result for as long. */
    @Test
    void claimOfAnotherClock_holdsNothing() throws Exception {
        claimedByTheDead(Duration.ofDays(400));

        tunnel.launch().outbox().onResult(heard);

        Await.until("the result", () -> !heard.all().isEmpty());
        nothingIsLeft();
    }

    @Test
    void keyOfTheGames_mayComeBack() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        kraty.outbox().onResult(heard);
        for (int i = 1; i <= 2; i++) {
            int count = i;
            tunnel.timing.advance(Duration.ofSeconds(1));
            Writes.debit(kraty.with(io.kraty.sdk.request.RequestOptions.none().idempotencyKey("quest-7")), 10);
            tunnel.until("a result", () -> heard.all().size() == count);
            nothingIsLeft();
        }
        assertEquals(1, tunnel.debits());
    }

    /** Two launches of one player, who both send and both listen. */
    @Test
    void twoAtOnce_tellEachResultOnce() throws Exception {
        Kraty one = tunnel.launchWithGold();
        Kraty two = tunnel.launch();
        two.ensureIdentity();
        HeardOutbox other = new HeardOutbox();
        one.outbox().onResult(heard);
        two.outbox().onResult(other);
        List<String> accepted = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            accepted.add(Writes.debit(i % 2 == 0 ? one : two, i).key());
        }

        // No time passes: a result whose listener takes long is told by the other one, too.
        Await.until("all results", () -> heard.all().size() + other.all().size() >= 30);
        Await.until("nothing left", () -> tunnel.store.read(Names.of(tunnel.sandbox)) == null);

        List<String> told = new ArrayList<>(heard.keys());
        told.addAll(other.keys());
        assertEquals(30, told.size());
        assertEquals(new HashSet<>(accepted), new HashSet<>(told));
        assertEquals(30, tunnel.spent().size());
        List<Long> inOrder = tunnel.spent().stream().sorted().toList();
        assertEquals(inOrder, tunnel.spent());
    }

    @Test
    void closed_isSaidSo() {
        Kraty kraty = tunnel.launchWithGold();
        kraty.close();

        assertThrows(IllegalStateException.class, () -> Writes.debit(kraty, 10));
        assertThrows(IllegalStateException.class, () -> kraty.outbox().pending());
        assertThrows(IllegalStateException.class, () -> kraty.outbox().onResult(heard));
        assertTrue(tunnel.requests("debitWallet").isEmpty());
    }
}
