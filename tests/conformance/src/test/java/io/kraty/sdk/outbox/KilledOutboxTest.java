package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A game is killed at any moment, again and again, while it accepts, sends and tells, on a network that loses answers. How
 * often: {@code -Dkraty.kills=500}.
 */
class KilledOutboxTest {
    private static final int KILLS = Integer.getInteger("kraty.kills", 6);

    @TempDir
    Path directory;

    private final Random random = new Random(20_261_128);

    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS) // for hundreds of kills
    void everyAcceptedWrite_happensOnceAndIsReported() throws Exception {
        try (KratySandbox sandbox = KratySandbox.start()) {
            String player = firstPlayer(sandbox);
            sandbox.credit(player, "gold", 10_000_000);
            BadWay.ofDebits(sandbox);
            for (int kill = 0; kill < KILLS; kill++) {
                ChildJvm child = ChildJvm.shortLived(
                        SendingChild.class, sandbox.apiKey(), sandbox.baseUrl(), directory.toString());
                assertEquals("ready", child.line());
                if (kill % 3 > 0) { // else while it goes on with what was left
                    assertEquals("sending", child.line());
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(400_000));
                child.kill();
            }
            sandbox.clearTrouble();
            finish(sandbox);
            verify(sandbox, player);
        }
    }

    /** Without another write, all that was left is sent and told, what the dead had begun to tell some time after them. */
    private void finish(KratySandbox sandbox) throws Exception {
        FakeTiming later = FakeTiming.byHand();
        later.now(Instant.now().plus(Duration.ofMinutes(1)));
        try (Paper paper = new Paper(directory);
                Kraty last =
                        paper.launch(TestOptions.fresh(sandbox.baseUrl(), later).apiKey(sandbox.apiKey()))) {
            last.ensureIdentity();
            Path file = directory.resolve("outbox.json");
            Await.until("all is sent and told", () -> {
                Duration next = later.untilNext();
                if (next != null && next.compareTo(Duration.ofMinutes(6)) < 0) { // no result gets too old
                    later.advance(next);
                }
                return last.outbox().pending().isEmpty() && !contains(file, "debitWallet");
            });
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            return true; // being replaced
        }
    }

    private void verify(KratySandbox sandbox, String player) throws Exception {
        Set<String> accepted = new LinkedHashSet<>();
        Set<String> done = new HashSet<>();
        int twice = 0;
        for (String line : Paper.lines(directory)) {
            String key = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith(Paper.ACCEPTED)) {
                accepted.add(key);
            } else {
                assertTrue(line.startsWith(Paper.DONE), line);
                twice += done.add(key) ? 0 : 1;
            }
        }
        List<String> effects = sandbox.ledger().stream()
                .filter(entry -> entry.externalPlayerId().equals(player) && entry.delta() < 0)
                .map(entry -> entry.id())
                .toList();
        Set<String> lost = new LinkedHashSet<>(accepted);
        lost.removeAll(done);
        assertEquals(Set.of(), lost, "accepted, but never told");
        assertEquals(done.size(), effects.size(), "each write that was told has happened once, and nothing else has");
        // A kill may come between the disk and the line.
        assertTrue(done.size() - accepted.size() <= KILLS, "only what a kill came between is not known to be accepted");
        assertTrue(twice <= KILLS * 4, "only what a kill came between is told twice");
        assertTrue(accepted.size() >= KILLS, () -> "too little happened: " + accepted.size());
        System.out.println(KILLS + " kills, " + accepted.size() + " writes accepted, " + effects.size() + " happened, "
                + twice + " told twice");
    }

    private String firstPlayer(KratySandbox sandbox) {
        try (Paper paper = new Paper(directory);
                Kraty first = paper.launch(sandbox.apiKey(), sandbox.baseUrl())) {
            return first.ensureIdentity().externalPlayerId();
        }
    }
}
