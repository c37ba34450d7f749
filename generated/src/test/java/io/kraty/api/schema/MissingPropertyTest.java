package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What happens if exactly one property is missing, for each one at each level of an answer: nothing but its accessor's
 * word for absent; if the description demands it, the object around it is missing as well, and so on outwards; an error
 * that says where, if nothing around it may be missing.
 */
class MissingPropertyTest {
    @ParameterizedTest
    @MethodSource("schemas")
    void oneThatIsAbsent(Schema schema) {
        check(schema, null);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void oneThatIsNull(Schema schema) {
        check(schema, JsonNull.INSTANCE);
    }

    static Stream<Schema> schemas() {
        return Description.records().stream();
    }

    private static void check(Schema schema, JsonElement missing) {
        for (JsonElement document : Documents.ofEachKind(schema)) {
            List<Places.Place> places = Places.in(schema, document);
            assertFalse(places.isEmpty(), "nothing to leave out");
            for (Places.Place place : places) {
                JsonElement value = place.object().remove(place.property().name());
                if (missing != null) {
                    place.object().add(place.property().name(), missing);
                }
                check(schema, document, place);
                place.object().add(place.property().name(), value);
            }
        }
    }

    private static void check(Schema schema, JsonElement document, Places.Place place) {
        try {
            assertEquals(
                    Trees.text(Expected.of(schema, Remains.of(schema, document))),
                    Trees.text(Seen.of(schema, Models.read(schema, document))),
                    place::toString);
        } catch (Remains.Unreadable unreadable) {
            JsonParseException e =
                    assertThrows(JsonParseException.class, () -> Models.read(schema, document), place::toString);
            assertEquals(place + " is required, but missing", e.getMessage());
            assertEquals(place.toString(), unreadable.path);
        }
    }
}
