package io.kraty.sdk.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.live.OutboxResult;
import io.kraty.sdk.outbox.BadWay;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.ChildJvm;
import io.kraty.sdk.wire.FastChildren;
import io.kraty.sdk.wire.SurvivingLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes in which games play are killed, at random and where it hurts, and started again. In each of them
 * many games play, so one kill is one for each of them. {@code -Dkraty.crashes=10000} is the long form, in
 * kills of games.
 */
class CrashTest {
    private static final int GAMES = 25;
    private static final int ROUNDS = Math.max(4, Integer.getInteger("kraty.crashes", 250) / GAMES);
    private static final int MOST_USES = 12;
    // Games that live for a moment accept more than they send, and an outbox holds a thousand.
    private static final int ROUNDS_UNTIL_FULL = 100;
    private static final long SEED = Long.getLong("kraty.crashes.seed", new Random().nextInt(1_000_000));

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final KratySandbox sandbox =
            KratySandbox.builder().rememberedKeys(5_000_000).start();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int kills;
    private int processes;
    private int trapped;

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS) // for the long form
    void whoeverIsKilled_goesOnAsOneOfTwoPlayers_andLosesNoWrite() throws Exception {
        System.out.println("crashes from seed " + SEED);
        try (FastChildren children = FastChildren.of(ManyGames.class, directory, sandbox.apiKey(), sandbox.baseUrl())) {
            prepare();
            ChildJvm spare = start(children);
            for (int round = 0; round < ROUNDS && wrong.isEmpty(); round++) {
                ChildJvm child = spare;
                spare = start(children);
                boolean two = round % 4 == 3;
                ChildJvm other = two ? start(children) : null;
                play(child, other, round);
                look(round);
                if (round % ROUNDS_UNTIL_FULL == ROUNDS_UNTIL_FULL - 1) {
                    outboxes();
                }
            }
            spare.kill();
            sandbox.clearTrouble();
            outboxes();
            orphans();
        } finally {
            sandbox.close();
        }
        System.out.println(
                processes + " processes killed, " + trapped + " of them at a chosen use of a store, and with them "
                        + kills + " games; " + known.size() + " players seen, " + wrong.size() + " violations");
        assertEquals(List.of(), wrong, "seed " + SEED);
    }

    private ChildJvm start(FastChildren children) throws Exception {
        return children.start(sandbox.apiKey(), sandbox.baseUrl(), directory.toString());
    }

    private void prepare() throws Exception {
        for (int game = 0; game < GAMES; game++) {
            Place place = Place.of(directory, game, 0);
            Files.createDirectories(place.directory());
            if (place.kind() == Kind.SWITCHING) {
                String friends = "";
                for (String friend : List.of("ann-" + game, "bob-" + game)) {
                    friends += friend + " " + sandbox.register(friend) + "\n";
                    known.add(friend);
                }
                Files.writeString(place.friends(), friends);
            } else if (place.kind() == Kind.OUTBOX) {
                String player = resume(place).externalPlayerId();
                sandbox.credit(player, "gold", 100_000_000);
            }
        }
        BadWay.ofDebits(sandbox);
        sandbox.addTrouble(Trouble.on("registerPlayer")
                .probability(0.1)
                .effect(Effect.resetAfter())
                .build());
    }

    private void play(ChildJvm child, ChildJvm other, int round) throws Exception {
        boolean isTrapped = random.nextBoolean();
        int game = isTrapped ? random.nextInt(GAMES) : -1;
        String how = round + " " + random.nextLong() + " " + GAMES + " " + game + " " + (1 + random.nextInt(MOST_USES))
                + " " + random.nextBoolean();
        child.say(how + " all");
        if (other != null) {
            other.say(how + " first");
        }
        assertEquals("playing", child.line());
        if (isTrapped) {
            assertEquals("here", child.line());
            trapped++;
        } else {
            TimeUnit.MICROSECONDS.sleep(random.nextInt(300_000));
        }
        child.kill();
        processes++;
        kills += GAMES;
        if (other != null) {
            TimeUnit.MICROSECONDS.sleep(random.nextInt(50_000));
            other.kill();
            processes++;
            kills += (int)
                    IntStream.range(0, GAMES).filter(i -> Kind.of(i).isFirst()).count();
        }
    }

    /** Not after each round: a kill may come while the game recovers from the one before. */
    private void look(int round) throws Exception {
        for (int game = 0; game < GAMES; game++) {
            Place place = Place.of(directory, game, round);
            if (place.kind() == Kind.OUTBOX
                    || !Files.exists(place.directory())
                    || (!place.kind().isFirst() && round % 3 > 0 && round < ROUNDS - 1)) {
                continue;
            }
            PlayerCredentials now = resume(place);
            if (!sandbox.secretOf(now.externalPlayerId()).equals(Optional.of(now.secret()))) {
                wrong.add(place + ": " + now.externalPlayerId() + " has no working secret");
            }
            List<String> lines = place.lines();
            wrong.addAll(Told.aboutPlayers(place, lines));
            lines.stream().filter(line -> line.startsWith("is ")).forEach(line -> known.add(line.substring(3)));
        }
    }

    /** Launches the game here, without trouble of its own, and writes down who plays. */
    private PlayerCredentials resume(Place place) {
        try (SurvivingLines told = new SurvivingLines(place.told());
                Kraty kraty = place.launch(
                        sandbox.apiKey(), sandbox.baseUrl(), UnaryOperator.identity(), UnaryOperator.identity())) {
            PlayerCredentials now = kraty.ensureIdentity();
            if (place.kind() != Kind.OUTBOX) {
                told.write("is " + now.externalPlayerId());
            }
            known.add(now.externalPlayerId());
            return now;
        }
    }

    /** Nobody was registered whom no game knows. */
    private void orphans() {
        Set<String> lost = new TreeSet<>(sandbox.players());
        lost.removeAll(known);
        if (!lost.isEmpty()) {
            wrong.add("registered, and known to nobody: " + lost);
        }
    }

    private void outboxes() throws Exception {
        for (int game = 0; game < GAMES; game++) {
            Place place = Place.of(directory, game, 0);
            if (place.kind() == Kind.OUTBOX) {
                outbox(place);
            }
        }
    }

    /** When nothing holds any more that a dead process was about to do. */
    private static FakeTiming later() {
        FakeTiming timing = FakeTiming.flowing();
        timing.now(Instant.now().plusSeconds(60));
        return timing;
    }

    private void outbox(Place place) throws Exception {
        String player;
        try (SurvivingLines told = new SurvivingLines(place.told());
                Kraty last = Kraty.create(PlayTestOptions.on(sandbox, later())
                        .secretStore(place.secretStore())
                        .outboxStore(place.outboxStore())
                        .build())) {
            last.outbox()
                    .onResult(result -> told.write((result instanceof OutboxResult.Done ? "done " : "other ")
                            + result.entry().key()));
            player = last.ensureIdentity().externalPlayerId();
            // Hundreds may be left, and each takes a few changes of a file.
            for (int left = Integer.MAX_VALUE; left > 0; ) {
                int before = left;
                Await.until("less is left", () -> last.outbox().pending().size() < before);
                left = last.outbox().pending().size();
            }
            Await.until(
                    "all told",
                    () -> !String.join("", Place.lines(place.outbox())).contains("debitWallet"));
        }
        Set<String> accepted = new HashSet<>();
        Set<String> done = new HashSet<>();
        for (String line : place.lines()) {
            String[] words = line.split(" ", 2);
            switch (words[0]) {
                case "accepted" -> accepted.add(words[1]);
                case "done" -> done.add(words[1]);
                default -> wrong.add(place + ": " + line);
            }
        }
        long effects = sandbox.ledger().stream()
                .filter(entry -> entry.externalPlayerId().equals(player) && entry.delta() < 0)
                .count();
        Set<String> lost = new HashSet<>(accepted);
        lost.removeAll(done);
        if (!lost.isEmpty()) {
            wrong.add(place + ": accepted, but never told: " + lost);
        }
        if (done.size() != effects) {
            wrong.add(place + ": " + done.size() + " writes were told as done, " + effects + " happened");
        }
        if (done.size() - accepted.size() > ROUNDS) { // a kill may come between the disk and the line
            wrong.add(place + ": " + (done.size() - accepted.size()) + " writes happened that nobody knows of");
        }
        assertTrue(!accepted.isEmpty(), () -> "too little happened: " + accepted.size());
    }
}
