package io.kraty.sandbox.internal.trouble;

import io.kraty.sandbox.Trouble.Effect;
import org.jspecify.annotations.Nullable;

/** Effects in a few words, for people who read the log of requests. */
final class Words {
    private Words() {}

    static @Nullable String of(Effect effect) {
        if (effect instanceof Effect.ResetBefore) {
            return "reset before it was processed";
        } else if (effect instanceof Effect.ResetAfter) {
            return "reset instead of the answer";
        } else if (effect instanceof Effect.Refuse refuse) {
            return "reset, and connections refused for " + refuse.time().toMillis() + " ms";
        } else if (effect instanceof Effect.Cut cut) {
            return "cut after " + percent(cut.share()) + " of the body";
        } else if (effect instanceof Effect.Stall stall) {
            return "stalled after " + percent(stall.share()) + " of the body";
        } else if (effect instanceof Effect.Answer answer) {
            return "answered with " + answer.status() + (answer.processed() ? " after it was processed" : "");
        } else if (effect instanceof Effect.Mislabel mislabel) {
            return "labelled as " + mislabel.contentType();
        } else if (effect instanceof Effect.InvalidJson) {
            return "answered with invalid JSON";
        } else if (effect instanceof Effect.Drop drop) {
            return "dropped after " + events(drop.afterEvents());
        } else if (effect instanceof Effect.Silence silence) {
            return "silent after " + events(silence.afterEvents());
        } else if (effect instanceof Effect.Reverse reverse) {
            return "with every " + events(reverse.events()) + " in reverse order";
        }
        return null;
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String events(int count) {
        return count + (count == 1 ? " event" : " events");
    }
}
