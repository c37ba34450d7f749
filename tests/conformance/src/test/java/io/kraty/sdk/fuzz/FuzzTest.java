package io.kraty.sdk.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.wire.ChildJvm;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever comes over the wire or stands in a file: what is thrown is what is declared, nothing hangs, memory is bounded, and
 * the next input is read as if nothing had been. {@code -Dkraty.fuzz=1000000} for more of it, {@code -Dkraty.fuzz.seed=7} for
 * others; a failure says how to see it again.
 */
class FuzzTest {
    private static final int SHORT_FORM = 12_000;

    @Test
    @Timeout(value = 4, unit = TimeUnit.HOURS) // for the long form; the child watches itself
    void inputsThatNobodyShouldSend_endAsDeclared() throws Exception {
        String replay = System.getProperty("kraty.fuzz.replay");
        String[] arguments = replay == null
                ? new String[] {
                    Long.toString(Long.getLong("kraty.fuzz.seed", 1)),
                    Long.toString(Long.getLong("kraty.fuzz", SHORT_FORM)),
                    "0"
                }
                : replayed(replay.split(",", -1));

        ChildJvm child = ChildJvm.withSmallHeap(Fuzz.class, arguments);
        String said = child.output();

        System.out.println(said);
        assertTrue(said.endsWith("clean"), said);
        assertEquals(0, child.exitCode());
        if (replay == null) {
            assertEquals(List.of(Fuzz.Kind.values()).size() + 1, said.lines().count(), said);
        }
    }

    private static String[] replayed(String... parts) {
        return new String[] {parts[0], "1", parts[1], parts[2]};
    }
}
