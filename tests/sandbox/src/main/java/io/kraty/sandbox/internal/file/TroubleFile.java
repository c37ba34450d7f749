package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.GameFileException;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sandbox.internal.operation.Operations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads trouble: a list, or a single one, in YAML or JSON.
 *
 * <pre>{@code
 * - {on: debitWallet, times: 1, effect: reset_after}
 * - {on: "POST /players/*", player: ada, probability: 0.2, delay: 50ms, jitter: 1s}
 * - on: startAttempt
 *   script: [pass, {status: 503}, {rate_limited: 2s}]
 * }</pre>
 */
public final class TroubleFile {
    private static final String ANY = "*";
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private TroubleFile() {}

    /**
     * The trouble that the text lists, in its order.
     *
     * @param name what the text is called in problems
     * @throws GameFileException if anything is wrong, with all that is
     */
    public static List<Trouble> read(String text, String name) {
        Reading reading = new Reading();
        Field root = Source.parse(text, reading);
        reading.finish(name);
        List<Trouble> troubles = new ArrayList<>();
        for (Field field : root.isList() ? root.list() : List.of(root)) {
            Trouble trouble = trouble(field);
            if (trouble != null) {
                troubles.add(trouble);
            }
        }
        reading.finish(name);
        return List.copyOf(troubles);
    }

    private static @Nullable Trouble trouble(Field field) {
        int before = field.problems();
        Mapping trouble =
                field.mapping("on", "player", "skip", "times", "probability", "delay", "jitter", "effect", "script");
        String on = pattern(trouble.get("on"));
        String player = trouble.get("player").orNull(Field::text);
        int skip = trouble.get("skip").or(0, count -> count.count(0, Integer.MAX_VALUE));
        Integer times = trouble.get("times").orNull(count -> count.count(1, Integer.MAX_VALUE));
        double probability = trouble.get("probability").or(1.0, Field::share);
        Duration delay = trouble.get("delay").or(Duration.ZERO, TroubleFile::waiting);
        Duration jitter = trouble.get("jitter").or(Duration.ZERO, TroubleFile::waiting);
        List<Effect> script = script(trouble);
        if (before < field.problems()) {
            return null;
        }
        try {
            return new Trouble(on, player, skip, times, probability, delay, jitter, script);
        } catch (IllegalArgumentException e) {
            // All but the form of the pattern was seen to above.
            trouble.get("on").problem(String.valueOf(e.getMessage()).replaceFirst("^on ", ""));
            return null;
        }
    }

    private static String pattern(Field field) {
        String on = field.text();
        if (!on.isEmpty() && !on.equals(ANY) && on.indexOf('/') < 0) {
            field.require("an operation", on, Operations.ids());
        }
        return on;
    }

    private static Duration waiting(Field field) {
        Duration duration = field.duration();
        if (duration.compareTo(LONGEST_WAIT) > 0) {
            field.expected("a duration up to 1h");
        }
        return duration;
    }

    private static List<Effect> script(Mapping trouble) {
        if (!trouble.has("script")) {
            return List.of(trouble.get("effect").or(Effect.pass(), EffectReader::read));
        }
        if (trouble.has("effect")) {
            trouble.get("effect").problem("must not stand beside a script");
        }
        return trouble.get("script").filledList(EffectReader::read);
    }
}
