package io.kraty.game.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a round promises to who plays it and to who checks its result. */
class RoundTest {
    @Test
    void isTheSameForTheSameSeedAndMoves() {
        assertEquals(told(Careful.play(new Round(7), 1 / 60f)), told(Careful.play(new Round(7), 1 / 60f)));
        assertNotEquals(told(Careful.play(new Round(7), 1 / 60f)), told(Careful.play(new Round(8), 1 / 60f)));
    }

    @Test
    void isTheSameAtAnyFrameRate() {
        assertEquals(told(moved(new Round(3), 30)), told(moved(new Round(3), 144)));
        assertEquals(told(moved(new Round(3), 60)), told(moved(new Round(3), 144)));
    }

    @ParameterizedTest
    @ValueSource(floats = {1 / 240f, 1 / 144f, 1 / 59.94f, 1 / 30f, 0.21f, 1.7f})
    void endsOnTimeWhateverTheFrameRate(float frame) {
        Round round = new Round(1);
        double passed = 0;
        while (!round.isOver()) {
            assertEquals(round.length() - passed, round.timeLeft(), 0.01);
            round.advance(frame);
            passed += frame;
        }
        assertEquals(40, round.length(), 1e-4);
        assertTrue(passed > round.length() - 0.01 && passed < round.length() + frame + 0.01);
        assertEquals(0, round.timeLeft());
        String before = told(round);
        round.advance(5);
        assertEquals(before, told(round));
    }

    @Test
    void aHitEndsTheCombo() {
        Round round = new Round(5);
        int before = 1;
        boolean lost = false;
        while (!round.isOver() && !lost) {
            before = round.combo();
            steerBlindly(round);
            round.advance(1 / 120f);
            for (Happening happening : round.happenings()) {
                if (happening.kind() == Happening.Kind.HIT) {
                    lost |= before > 1;
                    assertEquals(1, happening.combo());
                    assertEquals(1, round.combo());
                    assertTrue(round.isStunned());
                }
            }
        }
        assertTrue(lost, "nobody was hit with a combo");
        assertTrue(round.bestCombo() >= before);
        for (int i = 0; i < 49; i++) {
            round.advance(1 / 120f);
        }
        assertFalse(round.isStunned());
    }

    @Test
    void nobodyLeavesTheField() {
        Round round = new Round(11);
        Random random = new Random(1);
        while (!round.isOver()) {
            round.push(random.nextInt(3) - 1, random.nextInt(3) - 1);
            round.steer(random.nextFloat() * 80 - 40, random.nextFloat() * 80 - 40);
            round.advance(0.25f);
            Body player = round.player();
            assertEquals(Round.WIDTH / 2, player.x(), Round.WIDTH / 2 - player.radius() + 1e-3);
            assertEquals(Round.HEIGHT / 2, player.y(), Round.HEIGHT / 2 - player.radius() + 1e-3);
            for (Body spark : round.sparksOut()) {
                assertEquals(Round.WIDTH / 2, spark.x(), Round.WIDTH / 2 + 0.2);
                assertEquals(Round.HEIGHT / 2, spark.y(), Round.HEIGHT / 2 + 0.2);
            }
        }
    }

    @Test
    void keysWinOverThePointerAndLeaveThePlayerWhereTheyWent() {
        Round round = new Round(2);
        round.steer(1, 5);
        round.push(1, 0);
        round.advance(0.3f);
        float there = round.player().x();
        assertTrue(there > 9.5f);
        round.push(0, 0);
        round.advance(0.3f);
        assertEquals(there, round.player().x(), 1);
    }

    @Test
    void everyShardIsAnnouncedBeforeItMoves() {
        Round round = new Round(4);
        while (round.shards().isEmpty()) {
            round.advance(1 / 120f);
        }
        Body shard = round.shards().get(0);
        float x = shard.x();
        float y = shard.y();
        assertEquals(-Round.WARNING, shard.age(), 0.02);
        round.advance(Round.WARNING - 0.05f);
        assertEquals(x, shard.x());
        assertEquals(y, shard.y());
        round.advance(0.5f);
        assertTrue(Math.hypot(shard.x() - x, shard.y() - y) > 1);
    }

    @Test
    void careIsWorthIt() {
        double careful = LongStream.range(0, 20)
                .mapToInt(seed -> Careful.play(new Round(seed), 1 / 60f).score())
                .average()
                .orElseThrow();
        double idle = LongStream.range(0, 20)
                .mapToInt(seed -> {
                    Round round = new Round(seed);
                    round.advance(round.length());
                    return round.score();
                })
                .average()
                .orElseThrow();
        assertTrue(careful > 120 && careful < 220, () -> "careful " + careful);
        assertTrue(idle < 10, () -> "idle " + idle);
    }

    /** Steers by a fixed plan, six times a second. */
    private static Round moved(Round round, int rate) {
        Random random = new Random(9);
        while (!round.isOver()) {
            round.steer(random.nextFloat() * Round.WIDTH, random.nextFloat() * Round.HEIGHT);
            for (int i = 0; i < rate / 6; i++) {
                round.advance(1f / rate);
            }
        }
        return round;
    }

    private static void steerBlindly(Round round) {
        List<Body> sparks = round.sparksOut();
        if (!sparks.isEmpty()) {
            round.steer(sparks.get(0).x(), sparks.get(0).y());
        }
    }

    private static String told(Round round) {
        return round.score() + " " + round.sparks() + " " + round.hits() + " " + round.bestCombo() + " "
                + round.player().x() + " " + round.player().y();
    }
}
