package io.kraty.sandbox.internal.trouble;

import io.kraty.sandbox.Trouble.Effect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one request has to go through.
 *
 * @param effect what is done to it, or to its answer
 * @param delay how long it waits before
 */
public record Affliction(Effect effect, Duration delay) {
    /** Nothing at all. */
    public static final Affliction NONE = new Affliction(Effect.pass(), Duration.ZERO);

    /** Waits as long as the request has to. */
    public void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(delay.toNanos());
    }

    /** It in a few words; null for nothing. */
    public @Nullable String words() {
        String words = Words.of(effect);
        if (delay.isZero()) {
            return words;
        }
        String delayed = "delayed by " + delay.toMillis() + " ms";
        return words == null ? delayed : delayed + ", " + words;
    }
}
