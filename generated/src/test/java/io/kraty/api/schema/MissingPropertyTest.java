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
 * What happens if exactly one property is missing, for each one at each level of an answer: an error that says where, if
 * the description demands it; otherwise nothing but its accessor's word for absent.
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
        if (place.property().isDemanded()) {
            JsonParseException e =
                    assertThrows(JsonParseException.class, () -> Models.read(schema, document), place::toString);
            assertEquals(place + " is required, but missing", e.getMessage());
        } else if (place.path().equals("$")) { // further down, another schema's test sees to it
            assertEquals(
                    Trees.text(Expected.of(schema, document)),
                    Trees.text(Seen.of(schema, Models.read(schema, document))),
                    place::toString);
        }
    }
}
