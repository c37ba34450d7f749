package io.kraty.benchmark.outage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small form of the simulation, and whether it simulates. */
class OutageTest {
    private static final Scene SCENE = Scene.tenMinutes(2_000);
    private static Result plain;
    private static Result aws;
    private static Result ours;

    @BeforeAll
    static void play() {
        plain = Simulation.run(SCENE, 1, Others::plain);
        aws = Simulation.run(SCENE, 1, Others.TokenBucket::new);
        ours = Simulation.run(SCENE, 1, Ours::new);
    }

    @Test
    void everythingFails_thereAreAtMostOnePointTwoRequestsPerCall() {
        assertTrue(ours.requestsPerCall() <= 1.2, ours::toString);
        assertTrue(aws.requestsPerCall() > 1.5, aws::toString);
        assertEquals(4, plain.requestsPerCall(), 0.05);
    }

    @Test
    void serviceThatIsAway_isAskedLittleMoreThanUsual() {
        assertTrue(ours.during() < 1.3 * ours.usual(), ours::toString);
        assertTrue(plain.during() > 2.5 * ours.during(), plain::toString);
    }

    @Test
    void streamsThatBreakInOneMoment_doNotComeBackInOne() {
        assertTrue(ours.connecting() < 0.65 * plain.connecting(), ours + " " + plain);
        assertTrue(ours.breaking() < 0.8 * plain.breaking(), ours + " " + plain);
    }

    @Test
    void serviceThatIsBack_isNotRunOver() {
        assertTrue(ours.returning() < 0.7 * plain.returning(), ours + " " + plain);
        assertTrue(ours.returning() < 1.8 * ours.usual(), ours::toString);
        assertTrue(ours.refused() < 0.25 * plain.refused(), ours + " " + plain);
        assertTrue(ours.refused() < 0.5 * aws.refused(), ours + " " + aws);
    }

    @Test
    void streams_areBackSoonAllTheSame() {
        assertTrue(ours.live() <= 60, ours::toString);
    }

    @Test
    void oneSeed_leadsToOneResult() {
        Scene small = Scene.tenMinutes(100);

        assertArrayEquals(
                Simulation.run(small, 7, Ours::new).perSecond(),
                Simulation.run(small, 7, Ours::new).perSecond());
    }

    @Test
    void allIsWell_theServiceGetsWhatIsUsual() {
        double before = Arrays.stream(ours.perSecond(), 30, 170).average().orElseThrow();

        assertEquals(SCENE.usual(), before, 0.03 * SCENE.usual());
    }

    @Test
    void agenda_isInOrder() {
        SplittableRandom dice = new SplittableRandom(1);
        long[] times =
                LongStream.range(0, 100_000).map(i -> dice.nextLong(1_000)).toArray();
        Agenda agenda = new Agenda();
        for (long time : times) {
            agenda.add(time, time);
        }
        List<Long> taken = new ArrayList<>();
        while (!agenda.isEmpty()) {
            long due = agenda.time();
            assertEquals(due, agenda.next());
            taken.add(due);
        }

        assertEquals(LongStream.of(times).sorted().boxed().toList(), taken);
    }

    @Test
    void picture_isOne(@TempDir Path directory) throws IOException {
        Scene tiny = new Scene(20, Duration.ofMinutes(3), Duration.ofMinutes(10), Duration.ofMinutes(1), 1.5);
        Path file = directory.resolve("outage.png");
        new Picture(tiny, Outage.results(tiny)).write(file);

        assertEquals("PNG", new String(Files.readAllBytes(file), 1, 3, java.nio.charset.StandardCharsets.US_ASCII));
    }
}
