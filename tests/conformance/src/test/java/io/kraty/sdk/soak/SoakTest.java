package io.kraty.sdk.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 200 players do everything that the SDK offers, at random and all at once, in a game that is troubled; then the trouble
 * ends, everybody settles, and the books of the sandbox are held against those of the clients.
 *
 * <p>{@code -Dkraty.soak.seconds=180} makes it a long one, {@code -Dkraty.soak.seed=…} repeats the dice of another run,
 * {@code -Dkraty.soak.players=…} changes the crowd. How threads interleave is not the seed's to say.
 */
class SoakTest {
    @Test
    @Timeout(value = 2, unit = TimeUnit.HOURS) // it bounds itself, by the length that was asked for
    void everything_atRandomUnderTrouble_keepsTheBooksRight() throws Exception {
        long seed = Long.getLong("kraty.soak.seed", new Random().nextLong());
        int seconds = Integer.getInteger("kraty.soak.seconds", 8);
        int players = Integer.getInteger("kraty.soak.players", 200);
        try (Soak soak = new Soak(seed, Duration.ofSeconds(seconds))) {
            List<String> violations = soak.run(players);
            System.out.println(soak.report());
            assertEquals(List.of(), violations, () -> "seed " + seed + ":\n" + String.join("\n", violations));
        }
    }
}
