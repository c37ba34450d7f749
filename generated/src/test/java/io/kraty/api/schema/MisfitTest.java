package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is of another type than described is taken, or refused in a way that a reader of answers knows; never otherwise. */
class MisfitTest {
    private static final List<JsonElement> VALUES = Stream.of(
                    "{}", "[]", "[null]", "\"\"", "\"text\"", "true", "7", "7.5", "-1e400", "{\"a\":{\"b\":[]}}")
            .map(JsonParser::parseString)
            .toList();

    @ParameterizedTest
    @MethodSource("schemas")
    void aMisfitIsTakenOrRefused(Schema schema) {
        for (JsonElement document : Documents.ofEachKind(schema)) {
            for (Map.Entry<String, JsonElement> member :
                    document.getAsJsonObject().entrySet()) {
                JsonElement value = member.getValue();
                for (JsonElement misfit : VALUES) {
                    member.setValue(misfit);
                    read(schema, document, member.getKey() + " = " + misfit);
                }
                member.setValue(value);
            }
        }
    }

    static Stream<Schema> schemas() {
        return Description.records().stream();
    }

    private static void read(Schema schema, JsonElement document, String what) {
        try {
            Models.read(schema, document);
        } catch (UncheckedIOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            // What Gson and our own readers throw, and what callers catch.
        } catch (RuntimeException e) {
            fail(what, e);
        }
    }
}
