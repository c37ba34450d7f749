package io.kraty.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.kraty.api.model.Circle;
import io.kraty.api.model.Colour;
import io.kraty.api.model.LocalizedString;
import io.kraty.api.model.Needs;
import io.kraty.api.model.Part;
import io.kraty.api.model.Presence;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a description says to be there and perhaps null, in every way it can be said: absent, null and odd are the same. */
class PresenceTest {
    private static final String FULL = """
            {"text":"t","number":1,"truth":true,"time":"2026-03-01T12:00:00Z","part":{"name":"p"},"colour":"red",\
            "shape":{"kind":"circle","radius":2},"label":"l","parts":[{"name":"q"}],"numbers":{"a":3},"bag":{"b":4},\
            "namedBag":{"c":5},"perhapsPart":{"name":"r"},"perhapsShape":{"kind":"square"}}""";
    private static final Presence NONE = Presence.builder().build();

    @Test
    void whatIsThereIsRead() throws Exception {
        Presence full = read(FULL);
        assertEquals(
                NONE.toBuilder()
                        .text("t")
                        .number(1)
                        .truth(true)
                        .time(Instant.parse("2026-03-01T12:00:00Z"))
                        .part(new Part("p"))
                        .colour(Colour.RED)
                        .shape(new Circle(2))
                        .label(LocalizedString.of("l"))
                        .parts(List.of(new Part("q")))
                        .numbers(Map.of("a", 3))
                        .bag(Map.of("b", 4L))
                        .namedBag(Map.of("c", 5L))
                        .perhapsPart(new Part("r"))
                        .perhapsShape(full.perhapsShape())
                        .build(),
                full);
        assertEquals("square", full.perhapsShape().kind());
        assertEquals(FULL, Presence.Adapter.INSTANCE.toJson(full));
    }

    @ParameterizedTest
    @MethodSource("properties")
    void oneThatIsAbsentNullOrOddIsNone(String property) throws Exception {
        JsonObject absent = JsonParser.parseString(FULL).getAsJsonObject();
        absent.remove(property);
        Presence expected = read(absent.toString());
        // A union keeps what is no object; it does not fit if it lacks what its kind must have.
        JsonElement odd = property.endsWith("hape")
                ? JsonParser.parseString("{\"kind\":\"circle\",\"radius\":[{}]}")
                : JsonParser.parseString(property.equals("part") ? "{\"name\":{\"a\":[]}}" : "[[true]]");
        for (JsonElement value : List.of(JsonNull.INSTANCE, odd)) {
            JsonObject spoilt = JsonParser.parseString(FULL).getAsJsonObject();
            spoilt.add(property, value);
            assertEquals(expected, read(spoilt.toString()), spoilt::toString);
        }
    }

    @Test
    void allMayBeAbsent() throws Exception {
        assertEquals(NONE, read("{}"));
    }

    @Test
    void noneIsWrittenAsNullWhereItHasToBeThere() throws Exception {
        String written = Presence.Adapter.INSTANCE.toJson(NONE);
        assertEquals("""
                {"text":null,"number":null,"truth":null,"time":null,"part":null,"colour":null,"shape":null,"label":null,\
                "parts":[],"numbers":{},"bag":{},"namedBag":{}}""", written);
        assertEquals(NONE, read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"part", "colour", "shape"})
    void whatMayNotBeNullIsDemandedThroughTheSameKindOfReference(String property) {
        JsonObject needs = new JsonObject();
        needs.add("part", JsonParser.parseString("{\"name\":\"p\"}"));
        needs.addProperty("colour", "green");
        needs.add("shape", JsonParser.parseString("{\"kind\":\"square\"}"));
        JsonElement odd =
                property.equals("shape") ? JsonParser.parseString("{\"kind\":\"circle\"}") : new JsonPrimitive(true);
        needs.add(property, odd);
        assertThrows(JsonParseException.class, () -> Needs.Adapter.INSTANCE.fromJson(needs.toString()));
        needs.remove(property);
        JsonParseException e =
                assertThrows(JsonParseException.class, () -> Needs.Adapter.INSTANCE.fromJson(needs.toString()));
        assertEquals("$." + property + " is required, but missing", e.getMessage());
    }

    static Stream<String> properties() {
        return JsonParser.parseString(FULL).getAsJsonObject().keySet().stream();
    }

    private static Presence read(String json) throws Exception {
        return Presence.Adapter.INSTANCE.fromJson(json);
    }
}
