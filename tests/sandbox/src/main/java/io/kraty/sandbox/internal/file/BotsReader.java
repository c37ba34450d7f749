package io.kraty.sandbox.internal.file;

import io.kraty.sandbox.internal.definition.BotsDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads bots. Where nothing says how good they are, they are as good as the game that they play allows. */
final class BotsReader {
    private static final int MOST = 1000;

    // [choice] Bots fill a board, but somebody good beats them.
    private static final double WEAKEST = 0.33;
    private static final double STRONGEST = 0.9;

    /** Bots before it is known what a good score is where they play. */
    private record Group(
            int count, @Nullable Double weakest, @Nullable Double strongest, List<String> names) {
        BotsDefinition in(double goodScore) {
            return new BotsDefinition(
                    count,
                    weakest == null ? WEAKEST * goodScore : weakest,
                    strongest == null ? STRONGEST * goodScore : strongest,
                    names);
        }
    }

    private final Map<String, Group> groups = new HashMap<>();

    private BotsReader() {}

    static BotsReader of(Field field) {
        BotsReader reader = new BotsReader();
        reader.groups.putAll(field.or(Map.of(), named -> named.named(BotsReader::group)));
        return reader;
    }

    /**
     * A number of them, the name of a group, or a group.
     *
     * @param fallback how many there are if nothing says so
     * @param goodScore what somebody good reaches
     */
    BotsDefinition read(Field field, int fallback, double goodScore) {
        int before = field.problems();
        BotsDefinition bots =
                field.or(new Group(fallback, null, null, List.of()), this::any).in(goodScore);
        if (before == field.problems() && bots.weakest() > bots.strongest()) {
            field.problem("the weakest bot stops at " + Field.shown(bots.weakest()) + ", above the strongest at "
                    + Field.shown(bots.strongest()));
        }
        return bots;
    }

    private Group any(Field field) {
        if (field.isNumber()) {
            return new Group(field.count(0, MOST), null, null, List.of());
        }
        if (field.isText()) {
            Group group = groups.get(field.reference("a group of bots", groups.keySet()));
            return Objects.requireNonNullElse(group, new Group(0, null, null, List.of()));
        }
        if (!field.isMapping()) {
            field.expected("a number, the name of a group, or a mapping with count, weakest, strongest or names");
            return new Group(0, null, null, List.of());
        }
        return group(field);
    }

    private static Group group(Field field) {
        Mapping group = field.mapping("count", "weakest", "strongest", "names");
        return new Group(
                group.get("count").count(0, MOST),
                group.get("weakest").orNull(Field::notNegative),
                group.get("strongest").orNull(Field::notNegative),
                group.get("names").or(List.of(), names -> names.list(Field::text)));
    }
}
