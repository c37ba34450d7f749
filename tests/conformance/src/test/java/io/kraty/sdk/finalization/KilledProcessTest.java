package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A game is killed at any moment, again and again, while it starts, while boards end and while it is told. How often:
 * {@code -Dkraty.kills=500}.
 */
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("kraty.kills", 15);

    @TempDir
    Path directory;

    private final Random random = new Random(20_261_128);

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS) // for hundreds of kills
    void everyStartedBoard_isDeliveredAndNoneAgainOnceThatIsKept() throws Exception {
        try (KratySandbox sandbox = KratySandbox.start()) {
            for (int kill = 0; kill < KILLS; kill++) {
                ChildJvm child = ChildJvm.shortLived(
                        KilledChild.class, sandbox.apiKey(), sandbox.baseUrl(), directory.toString());
                assertEquals("ready", child.line());
                if (kill % 3 == 0) { // while it looks for what it missed
                    endBoards(sandbox, random.nextInt(40));
                } else {
                    assertEquals("playing", child.line());
                    endBoards(sandbox, random.nextInt(12));
                }
                child.kill();
            }
            KilledChild.EVENTS.forEach(sandbox::closeWindow);
            try (Journal journal = new Journal(directory);
                    Kraty last = journal.launch(sandbox.apiKey(), sandbox.baseUrl())) {
                last.checkFinalizations();
                assertEquals(List.of(), last.checkFinalizations());
                // A listener that hears of what was waiting already, on another thread, is not waited for.
                Await.until("all boards are delivered", this::isAllDelivered);
            }
        }
        verify(Journal.lines(directory));
    }

    private boolean isAllDelivered() {
        try {
            List<String> journal = Journal.lines(directory);
            return Journal.boards(journal, Journal.DELIVERED).containsAll(Journal.boards(journal, Journal.STARTED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the moment of the kill. */
    private void endBoards(KratySandbox sandbox, int steps) throws InterruptedException {
        for (int step = 0; step < steps; step++) {
            sandbox.openWindow(KilledChild.EVENTS.get(random.nextInt(KilledChild.EVENTS.size())), Duration.ofHours(1));
            TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
        }
    }

    private static void verify(List<String> journal) {
        Set<String> delivered = new HashSet<>();
        Set<String> kept = new HashSet<>();
        int twice = 0;
        for (String line : journal) {
            String board = Journal.board(line);
            if (line.startsWith(Journal.KEPT)) {
                assertTrue(delivered.contains(board), () -> "kept before it was delivered: " + board);
                kept.add(board);
            } else if (line.startsWith(Journal.DELIVERED)) {
                assertTrue(!kept.contains(board), () -> "delivered again: " + board);
                twice += delivered.add(board) ? 0 : 1;
            }
        }
        Set<String> started = Journal.boards(journal, Journal.STARTED);
        started.removeAll(delivered);
        assertEquals(Set.of(), started, "started, but never delivered");
        assertTrue(twice <= 3 * KILLS, "only what a kill came between is delivered twice");
        assertTrue(delivered.size() >= Math.min(KILLS, 10), () -> "too little happened: " + delivered);
        System.out.println(KILLS + " kills, " + delivered.size() + " boards, " + twice + " delivered twice");
    }
}
