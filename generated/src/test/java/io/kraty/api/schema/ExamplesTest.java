package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example of the description arrives whole: its type has an accessor for all that it says, and writes it back. The
 * short examples beside single properties are a {@linkplain Shape#EXAMPLES shape} of made-up documents.
 */
class ExamplesTest {
    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("examples")
    void anExampleArrivesWhole(String example, Schema schema) {
        JsonElement value =
                Description.components("examples").getAsJsonObject(example).get("value");
        assertEquals(List.of(), Expected.undeclared(schema, value).toList());
        Object read = Models.read(schema, value);
        assertFalse(read.toString().contains("Unrecognized["), read::toString);
        String expected = Trees.text(Expected.of(schema, value));
        assertEquals(expected, Trees.text(Seen.of(schema, read)));
        JsonElement written = JsonParser.parseString(Models.write(schema, read));
        assertEquals(expected, Trees.text(Expected.of(schema, Models.withOutOfBand(schema, written, value))));
    }

    @Test
    void everyExampleBelongsToAnOperation() {
        assertEquals(
                Description.components("examples").keySet(),
                uses().stream().map(Use::example).collect(Collectors.toSet()));
    }

    static Stream<Arguments> examples() {
        return uses().stream().map(each -> Arguments.of(each.example(), each.schema()));
    }

    /** An example at a place of a schema; the same one may stand at several. */
    private record Use(String example, Schema schema) {}

    private static Set<Use> uses() {
        Set<Use> uses = new LinkedHashSet<>();
        collect(Description.root(), uses);
        return uses;
    }

    private static void collect(JsonElement element, Set<Use> uses) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(each, uses));
        } else if (element instanceof JsonObject object) {
            if (object.get("examples") instanceof JsonObject examples
                    && object.get("schema") instanceof JsonObject schema) {
                for (JsonElement example : examples.asMap().values()) {
                    uses.add(new Use(Description.nameOf(example.getAsJsonObject()), Schema.at(schema)));
                }
            }
            object.asMap().values().forEach(each -> collect(each, uses));
        }
    }
}
