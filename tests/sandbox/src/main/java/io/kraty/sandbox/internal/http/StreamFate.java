package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.Trouble.Effect;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is meant to go wrong.
 *
 * @param afterEvents after how many events
 * @param isSilence whether nothing more is said, but the connection stays; otherwise it breaks
 * @param reversed how many events at a time come in reverse order; 1 for the order in which they happened
 */
record StreamFate(int afterEvents, boolean isSilence, int reversed) {
    private StreamFate(int afterEvents, boolean isSilence) {
        this(afterEvents, isSilence, 1);
    }

    /** [choice] A stream has no whole of which a share could arrive: being cut or stalled leaves it without an event. */
    static @Nullable StreamFate of(Effect effect) {
        if (effect instanceof Effect.Drop drop) {
            return new StreamFate(drop.afterEvents(), false);
        } else if (effect instanceof Effect.Silence silence) {
            return new StreamFate(silence.afterEvents(), true);
        } else if (effect instanceof Effect.Cut) {
            return new StreamFate(0, false);
        } else if (effect instanceof Effect.Stall) {
            return new StreamFate(0, true);
        } else if (effect instanceof Effect.Reverse reverse) {
            return new StreamFate(Integer.MAX_VALUE, false, reverse.events());
        }
        return null;
    }
}
