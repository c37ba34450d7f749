package io.kraty.sdk.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Games that write, read, are interrupted, closed, killed and started again, on a network that does what it
 * likes; then the trouble ends, and what callers were told is held against what the platform did.
 *
 * <p>{@code -Dkraty.chaos=10000} is the long form. {@code -Dkraty.chaos.seed=…} plays one schedule again and
 * again, since how threads interleave is not the seed's to say, and shortens it if it fails.
 */
class ChaosTest {
    private static final int SCHEDULES = Integer.getInteger("kraty.chaos", 600);
    // The short form ends after a while also on a slow machine.
    private static final long ENOUGH =
            Integer.getInteger("kraty.chaos") == null ? TimeUnit.SECONDS.toNanos(25) : Long.MAX_VALUE;
    private static final int WORKERS = 4;
    private static final int WORTH_SHORTENING = 2;
    private static final int WORTH_READING = 20;
    private static final int TRIES = 10;
    private static final int LONG_TRIES = 50;

    // What is held strongly keeps its level.
    private static final Logger SDK = Logger.getLogger("io.kraty.sdk");

    private final Tally tally = new Tally();

    @BeforeEach
    void warnOfNothing() {
        SDK.setLevel(Level.OFF);
    }

    @AfterEach
    void warnAgain() {
        SDK.setLevel(null);
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS) // it bounds itself
    void whatCallersAreTold_isWhatHappened() throws Exception {
        Long again = Long.getLong("kraty.chaos.seed");
        Map<Long, List<String>> failures = again == null ? many() : one(again);
        System.out.println(tally + ", " + failures.size() + " with violations");
        StringBuilder report = new StringBuilder();
        List<Long> seeds = failures.keySet().stream().sorted().toList();
        for (int i = 0; i < seeds.size() && i < WORTH_SHORTENING; i++) {
            report.append(shortened(seeds.get(i)));
        }
        failures.forEach((seed, violations) -> report.append("seed ")
                .append(seed)
                .append(":\n  ")
                .append(String.join("\n  ", violations))
                .append('\n'));
        assertEquals("", report.toString(), "with any seed, what callers are told is what happened");
    }

    private Map<Long, List<String>> one(long seed) throws Exception {
        try (Stage stage = new Stage(tally)) {
            for (int i = 0; i < Integer.getInteger("kraty.chaos.times", 100); i++) {
                List<String> violations = new Play(stage, Schedule.of(seed)).violations();
                if (!violations.isEmpty()) {
                    return Map.of(seed, violations);
                }
            }
            return Map.of();
        }
    }

    private Map<Long, List<String>> many() throws InterruptedException {
        long first = Long.getLong("kraty.chaos.first", new Random().nextInt(1_000_000_000));
        System.out.println("schedules from seed " + first + " on");
        Map<Long, List<String>> failures = new ConcurrentHashMap<>();
        AtomicLong next = new AtomicLong(first);
        long start = System.nanoTime();
        List<Thread> workers = IntStream.range(0, WORKERS)
                .mapToObj(i -> new Thread(() -> work(next, first + SCHEDULES, start, failures), "chaos-" + i))
                .collect(Collectors.toList());
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        return failures;
    }

    private void work(AtomicLong next, long end, long start, Map<Long, List<String>> failures) {
        try (Stage stage = new Stage(tally)) {
            for (long seed = next.getAndIncrement();
                    seed < end && failures.size() < WORTH_READING && System.nanoTime() - start < ENOUGH;
                    seed = next.getAndIncrement()) {
                List<String> violations = new Play(stage, Schedule.of(seed)).violations();
                if (!violations.isEmpty()) {
                    failures.put(seed, violations);
                }
            }
        } catch (Throwable e) {
            failures.put(-next.get(), List.of("the test itself: " + e));
            e.printStackTrace();
        }
    }

    /**
     * What is left of it, and how to play it again. How threads interleave is chance, so each is played several
     * times.
     */
    private static String shortened(long seed) throws Exception {
        Schedule all = Schedule.of(seed);
        try (Stage stage = new Stage(new Tally())) {
            boolean isSure = fails(stage, all, LONG_TRIES);
            Shrinker shrinker = new Shrinker(steps -> fails(stage, all.with(steps), TRIES));
            return (isSure ? "\nThe shortest that fails, of " : "\nDid not fail again: ")
                    + (isSure ? all.with(shrinker.shrink(all.steps())) : all)
                    + "\nAgain:  mvn -q -Pquick -pl tests/conformance -am test -Dtest=ChaosTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -Dkraty.chaos.seed=" + seed + "\n";
        }
    }

    private static boolean fails(Stage stage, Schedule schedule, int tries) throws InterruptedException {
        for (int i = 0; i < tries; i++) {
            if (!new Play(stage, schedule).violations().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
