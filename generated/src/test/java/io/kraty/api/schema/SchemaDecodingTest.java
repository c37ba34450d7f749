package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer of every object and every union of the description, in every shape, arrives with all that it says. */
class SchemaDecodingTest {
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("documents")
    void whatADocumentSaysIsWhatTheAccessorsSay(Schema schema, Shape shape) {
        for (JsonElement document : Documents.of(schema, shape)) {
            assertSays(schema, document, Seen.of(schema, Models.read(schema, document)));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("documents")
    void whatIsWrittenBackSaysTheSame(Schema schema, Shape shape) {
        for (JsonElement document : Documents.of(schema, shape)) {
            JsonElement written = JsonParser.parseString(Models.write(schema, Models.read(schema, document)));
            assertSays(schema, document, Expected.of(schema, Models.withOutOfBand(schema, written, document)));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("completeDocuments")
    void aCompleteDocumentIsWrittenBackAsItCame(Schema schema, Shape shape) {
        for (JsonElement document : Documents.of(schema, shape)) {
            assertEquals(
                    Models.inJson(schema, document).toString(), Models.write(schema, Models.read(schema, document)));
        }
    }

    static Stream<Arguments> documents() {
        return documents(Shape.values());
    }

    static Stream<Arguments> completeDocuments() {
        return documents(Shape.FULL, Shape.UNKNOWN_ENUM_VALUES, Shape.UNKNOWN_KINDS);
    }

    private static Stream<Arguments> documents(Shape... shapes) {
        return Description.records().stream()
                .flatMap(schema -> Arrays.stream(shapes).map(shape -> Arguments.of(schema, shape)));
    }

    private static void assertSays(Schema schema, JsonElement document, JsonElement tree) {
        assertEquals(Trees.text(Expected.of(schema, document)), Trees.text(tree), document::toString);
    }
}
