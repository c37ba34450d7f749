package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A writer leaves out nothing that is always there: what is required is written, as null if there is nothing, and so is what
 * has a default. What is optional is written only if there is something, so that no request says null of its own accord.
 */
class WrittenPropertiesTest {
    @ParameterizedTest
    @MethodSource("objects")
    void ofNothing_whatIsAlwaysThere(Schema schema) {
        List<String> always = schema.properties().stream()
                .filter(each -> !each.isOutOfBand() && (each.isRequired() || each.hasDefault()))
                .map(Property::name)
                .toList();
        for (JsonElement document : Documents.of(schema, Shape.REQUIRED_ONLY)) {
            JsonObject sparse = document.getAsJsonObject();
            schema.properties().stream()
                    .filter(each -> !each.isDemanded() && !each.isConstant())
                    .forEach(each -> sparse.remove(each.name()));
            JsonObject written = JsonParser.parseString(Models.write(schema, Models.read(schema, sparse)))
                    .getAsJsonObject();
            assertEquals(always, List.copyOf(written.keySet()));
        }
    }

    static Stream<Schema> objects() {
        return Description.records().stream().filter(each -> each.kind() == Schema.Kind.OBJECT);
    }
}
