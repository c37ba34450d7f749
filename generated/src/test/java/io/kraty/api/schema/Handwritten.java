package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.PresenceStatus;
import io.kraty.api.model.RewardAmount;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The types that are written by hand, and what their accessors say: a text, a number, a map, a record or null. */
final class Handwritten {
    private static final Map<String, UnaryOperator<Object>> CONTENTS = Map.of(
            // a text, or texts by language
            "LocalizedString", value -> content((LocalizedString) value),
            // a number or a range; neither of the two is no error and has tests of its own
            "RewardAmount", value -> content((RewardAmount) value),
            // a text or a null that means something
            "PresenceStatus", value -> ((PresenceStatus) value).text());

    private Handwritten() {}

    static Set<String> names() {
        return CONTENTS.keySet();
    }

    static boolean contains(String schema) {
        return CONTENTS.containsKey(schema);
    }

    static Object content(Schema schema, Object value) {
        return CONTENTS.get(schema.name()).apply(value);
    }

    private static Object content(LocalizedString value) {
        assertTrue(value.text().isEmpty() || value.translations().isEmpty(), value::toString);
        return value.translations().isEmpty() ? value.text() : value.translations();
    }

    private static Object content(RewardAmount value) {
        return value instanceof RewardAmount.Range range ? range.range() : ((RewardAmount.Fixed) value).amount();
    }
}
