package io.kraty.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import io.kraty.api.runtime.Json;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every example of the API description survives its generated type: what it says is still there after a round trip. */
class ExamplesTest {
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();
    private static final JsonObject DESCRIPTION = description();
    private static final Map<String, String> SCHEMA_BY_EXAMPLE = schemasByExample();

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("examples")
    void anExampleSurvivesARoundTrip(String example, String schema) throws Exception {
        JsonElement value = DESCRIPTION
                .getAsJsonObject("components")
                .getAsJsonObject("examples")
                .getAsJsonObject(example)
                .get("value");
        Object read = adapter(schema).fromJson(GSON.toJson(value));
        assertFalse(read.toString().contains("Unrecognized["), read::toString);
        JsonElement written = JsonParser.parseString(adapter(schema).toJson(read));
        assertHolds("$", value, written);
    }

    @Test
    void everyExampleBelongsToAnOperation() {
        assertEquals(
                DESCRIPTION
                        .getAsJsonObject("components")
                        .getAsJsonObject("examples")
                        .keySet(),
                SCHEMA_BY_EXAMPLE.keySet());
    }

    static Stream<Arguments> examples() {
        return SCHEMA_BY_EXAMPLE.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    /** That whatever {@code expected} says is in {@code actual}; absent, null, empty and the default are the same. */
    private static void assertHolds(String path, JsonElement expected, JsonElement actual) {
        if (expected.isJsonObject()) {
            assertTrue(actual.isJsonObject() || expected.getAsJsonObject().isEmpty(), path);
            for (Map.Entry<String, JsonElement> member :
                    expected.getAsJsonObject().entrySet()) {
                // The stream carries its discriminator outside of the data.
                if (!path.equals("$") || !member.getKey().equals("kind")) {
                    JsonElement found =
                            actual.isJsonObject() ? actual.getAsJsonObject().get(member.getKey()) : null;
                    assertHolds(
                            path + "." + member.getKey(), member.getValue(), found == null ? JsonNull.INSTANCE : found);
                }
            }
        } else if (expected.isJsonArray()) {
            int size = actual.isJsonArray() ? actual.getAsJsonArray().size() : 0;
            assertEquals(expected.getAsJsonArray().size(), size, path);
            for (int i = 0; i < size; i++) {
                assertHolds(
                        path + "[" + i + "]",
                        expected.getAsJsonArray().get(i),
                        actual.getAsJsonArray().get(i));
            }
        } else {
            assertEquals(comparable(expected), comparable(actual), path);
        }
    }

    private static Object comparable(JsonElement value) {
        if (value.isJsonNull()) {
            return "null";
        }
        if (value.getAsJsonPrimitive().isNumber()) {
            return value.getAsBigDecimal().stripTrailingZeros();
        }
        String text = value.getAsString();
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? Instant.parse(text) : text;
    }

    @SuppressWarnings("unchecked")
    private static TypeAdapter<Object> adapter(String schema) throws ReflectiveOperationException {
        if (!DESCRIPTION
                .getAsJsonObject("components")
                .getAsJsonObject("schemas")
                .getAsJsonObject(schema)
                .keySet()
                .stream()
                .anyMatch(Set.of("properties", "oneOf")::contains)) {
            return (TypeAdapter<Object>) (TypeAdapter<?>) Json.FREE_FORM; // a bag has no record
        }
        return (TypeAdapter<Object>) Class.forName("io.kraty.api.model." + schema + "$Adapter")
                .getField("INSTANCE")
                .get(null);
    }

    private static Map<String, String> schemasByExample() {
        Map<String, String> schemas = new TreeMap<>();
        collect(DESCRIPTION, schemas);
        return schemas;
    }

    private static void collect(JsonElement element, Map<String, String> schemas) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(each, schemas));
        } else if (element instanceof JsonObject object) {
            if (object.get("examples") instanceof JsonObject examples
                    && object.get("schema") instanceof JsonObject schema) {
                for (JsonElement example : examples.asMap().values()) {
                    schemas.put(name(example.getAsJsonObject()), name(schema));
                }
            }
            object.asMap().values().forEach(each -> collect(each, schemas));
        }
    }

    private static String name(JsonObject reference) {
        String path = reference.get("$ref").getAsString();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static JsonObject description() {
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("kraty.openapi.file")))) {
            return GSON.toJsonTree(new Yaml().load(file)).getAsJsonObject();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
