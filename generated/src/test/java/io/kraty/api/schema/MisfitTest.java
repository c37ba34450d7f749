package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What happens if exactly one property is something else than described, for each one at each level of an answer: the
 * nearest thing around it that may be missing is missing, and all the rest arrives; an error that says where, if nothing
 * around it may be.
 */
class MisfitTest {
    private static final List<JsonElement> VALUES = Stream.of(
                    "{}",
                    "[]",
                    "[null]",
                    "\"\"",
                    "\"text\"",
                    "\"7\"",
                    "true",
                    "7",
                    "7.0",
                    "7.5",
                    "3000000000",
                    "9223372036854775808",
                    "-1e400",
                    "[[{\"a\":\"}]\"}],7]",
                    "{\"a\":{\"b\":[]},\"c\":\"}\"}")
            .map(JsonParser::parseString)
            .toList();

    /** Further down; the test of the schema that is there has all of them. */
    private static final List<JsonElement> SOME_VALUES =
            Stream.of("{}", "[[{\"a\":\"}]\"}],7]").map(JsonParser::parseString).toList();

    @ParameterizedTest
    @MethodSource("schemas")
    void oneThatIsSomethingElse(Schema schema) {
        for (JsonElement document : Documents.ofEachKind(schema)) {
            for (Places.Place place : places(schema, document)) {
                values(place).forEach(each -> check(schema, document, place, each));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void oneWithSomethingElseInIt(Schema schema) {
        for (JsonElement document : Documents.ofEachKind(schema)) {
            for (Places.Place place : places(schema, document)) {
                inside(place).forEach(each -> check(schema, document, place, each));
            }
        }
    }

    static Stream<Schema> schemas() {
        return Description.records().stream();
    }

    private static List<Places.Place> places(Schema schema, JsonElement document) {
        List<Places.Place> places = Places.in(schema, document);
        assertFalse(places.isEmpty(), "nothing to spoil");
        return places.stream()
                .filter(each -> !each.property().isConstant()) // what else its union says is another test's business
                .filter(each -> !each.property().schema().name().equals("RewardAmount")) // keeps anything
                .toList();
    }

    private static List<JsonElement> values(Places.Place place) {
        return place.path().equals("$") ? VALUES : SOME_VALUES;
    }

    /** What stands there, with something among it that does not belong there. */
    private static List<JsonElement> inside(Places.Place place) {
        Schema schema = place.property().schema();
        JsonElement value = place.object().get(place.property().name());
        List<JsonElement> spoilt = new ArrayList<>();
        if (schema.kind() == Schema.Kind.ARRAY) {
            Stream<JsonElement> bare = schema.items().kind() == Schema.Kind.UNION
                    ? schema.items().variants().keySet().stream()
                            .map(kind -> object(schema.items().discriminator(), new JsonPrimitive(kind)))
                    : Stream.empty();
            Stream.concat(values(place).stream(), bare).forEach(odd -> spoilt.add(around(value.getAsJsonArray(), odd)));
        } else if (schema.kind() == Schema.Kind.MAP) {
            for (JsonElement odd : values(place)) {
                JsonObject map = object("odd", odd);
                value.getAsJsonObject().asMap().forEach(map::add);
                spoilt.add(map);
            }
        }
        return spoilt;
    }

    private static JsonArray around(JsonArray array, JsonElement odd) {
        JsonArray spoilt = new JsonArray();
        spoilt.add(odd);
        spoilt.addAll(array);
        spoilt.add(odd);
        return spoilt;
    }

    private static JsonObject object(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    private static void check(Schema schema, JsonElement document, Places.Place place, JsonElement misfit) {
        String name = place.property().name();
        JsonElement value = place.object().get(name);
        place.object().add(name, misfit);
        String what = place + " = " + misfit;
        try {
            JsonElement remains = Remains.of(schema, document);
            assertEquals(
                    Trees.text(Expected.of(schema, remains)),
                    Trees.text(Seen.of(schema, Models.read(schema, document))),
                    what);
        } catch (Remains.Unreadable unreadable) {
            JsonParseException e = assertThrows(JsonParseException.class, () -> Models.read(schema, document), what);
            assertTrue(e.getMessage().startsWith(unreadable.path), () -> what + ": " + e.getMessage());
        } finally {
            place.object().add(name, value);
        }
    }
}
