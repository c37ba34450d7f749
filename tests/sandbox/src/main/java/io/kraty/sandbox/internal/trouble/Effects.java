package io.kraty.sandbox.internal.trouble;

import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sandbox.internal.wire.WireOutcome;
import io.kraty.sandbox.internal.wire.WireResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What effects make of a request and of its answer. */
public final class Effects {
    private static final String NOT_JSON = "{\"data\": <html>";

    private Effects() {}

    /**
     * What becomes of a request that the game never sees; null if it does.
     *
     * @param headers what every answer carries
     */
    public static @Nullable WireOutcome instead(Effect effect, Map<String, String> headers) {
        if (effect instanceof Effect.ResetBefore) {
            return new WireOutcome.Reset(Duration.ZERO);
        } else if (effect instanceof Effect.Refuse refuse) {
            return new WireOutcome.Reset(refuse.time());
        } else if (effect instanceof Effect.Answer answer && !answer.processed()) {
            return answer(answer, headers);
        }
        return null;
    }

    /**
     * What becomes of the real answer.
     *
     * @param headers what every answer carries
     */
    public static WireOutcome spoil(Effect effect, WireOutcome real, Map<String, String> headers) {
        if (effect instanceof Effect.ResetAfter) {
            return new WireOutcome.Reset(Duration.ZERO);
        } else if (effect instanceof Effect.Answer answer) {
            return answer(answer, headers);
        } else if (real instanceof WireResponse response) {
            return spoil(effect, response);
        } else if (real instanceof WireOutcome.Streaming stream && effect instanceof Effect.Mislabel mislabel) {
            return new WireOutcome.Streaming(labelled(stream.headers(), mislabel), stream.opened());
        }
        return real;
    }

    private static WireOutcome spoil(Effect effect, WireResponse real) {
        if (effect instanceof Effect.Cut cut) {
            return new WireOutcome.Partial(real, cut.share(), false);
        } else if (effect instanceof Effect.Stall stall) {
            return new WireOutcome.Partial(real, stall.share(), true);
        } else if (effect instanceof Effect.Mislabel mislabel) {
            return new WireResponse(real.status(), labelled(real.headers(), mislabel), real.body());
        } else if (effect instanceof Effect.InvalidJson) {
            return new WireResponse(real.status(), real.headers(), NOT_JSON);
        }
        return real;
    }

    private static WireResponse answer(Effect.Answer answer, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(answer.headers());
        return new WireResponse(answer.status(), all, answer.body());
    }

    private static Map<String, String> labelled(Map<String, String> headers, Effect.Mislabel mislabel) {
        Map<String, String> labelled = new LinkedHashMap<>(headers);
        labelled.put("Content-Type", mislabel.contentType());
        return labelled;
    }
}
