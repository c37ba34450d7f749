package io.kraty.sandbox.internal.trouble;

import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: a function of the trouble, how many requests matched before, and dice. */
final class Turn {
    private Turn() {}

    /**
     * What the match has to go through; null for nothing.
     *
     * @param match how many matched before
     */
    static @Nullable Affliction of(Trouble trouble, long match, SplittableRandom dice) {
        long step = match - trouble.skip();
        if (step < 0 || step >= steps(trouble) || dice.nextDouble() >= trouble.probability()) {
            return null;
        }
        Effect effect = trouble.script().get((int) (step % trouble.script().size()));
        long jitter = trouble.jitter().toNanos();
        Duration delay = jitter == 0 ? trouble.delay() : trouble.delay().plusNanos(dice.nextLong(jitter + 1));
        return new Affliction(effect, delay);
    }

    private static long steps(Trouble trouble) {
        Integer times = trouble.times();
        if (times != null) {
            return times;
        }
        return trouble.script().size() == 1 ? Long.MAX_VALUE : trouble.script().size();
    }
}
