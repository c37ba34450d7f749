package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes up JSON for a schema. No two values in a document are the same, as far as their type allows, so that a mix-up
 * shows; what has few values (truths, kinds, forms) differs between the rounds instead.
 */
final class Documents {
    /** Enough for three bits, and for every variant of a union to come first once. */
    private static final int ROUNDS = 8;

    private static final Instant START = Instant.parse("2026-09-01T08:00:00.125Z");
    /** An odd number that a double cannot hold. */
    private static final long BEYOND_DOUBLE = (1L << 53) + 1;

    private final Shape shape;
    private final int round;
    private final Deque<String> inside = new ArrayDeque<>();
    private int count;

    private Documents(Shape shape, int round) {
        this.shape = shape;
        this.round = round;
    }

    /** Documents of one shape: as many as it takes to see everything once, and for the other shapes a few. */
    static List<JsonElement> of(Schema schema, Shape shape) {
        return IntStream.range(0, shape == Shape.FULL ? ROUNDS : 3)
                .mapToObj(round -> new Documents(shape, round).value(schema, "value"))
                .toList();
    }

    /** One full document, or one of each variant of a union. */
    static List<JsonElement> ofEachKind(Schema schema) {
        int size = schema.kind() == Schema.Kind.UNION ? schema.variants().size() : 1;
        return of(schema, Shape.FULL).subList(0, size);
    }

    private JsonElement value(Schema schema, String name) {
        if (shape == Shape.EXAMPLES && schema.definition().has("example")) {
            return schema.definition().get("example").deepCopy();
        }
        int n = ++count;
        return switch (schema.kind()) {
            case OBJECT -> object(schema);
            case UNION -> union(schema, 0);
            case HANDWRITTEN -> value(pick(schema.forms(), n), name);
            case ENUM ->
                new JsonPrimitive(shape == Shape.UNKNOWN_ENUM_VALUES ? "not_known_" + n : pick(schema.constants(), n));
            case FREE_FORM -> freeForm(n);
            case MAP -> map(schema, name);
            case ARRAY -> array(schema, name);
            case TEXT -> new JsonPrimitive(text(schema, name, n));
            case TIMESTAMP -> new JsonPrimitive(START.plusSeconds(n).toString());
            case INT32 -> new JsonPrimitive(Integer.MAX_VALUE - n);
            case INT64 -> new JsonPrimitive(BEYOND_DOUBLE + 2L * n);
            case DOUBLE -> new JsonPrimitive(n + 0.25);
            case BOOLEAN -> new JsonPrimitive(n % 2 == 0);
            case ANY -> array(n);
        };
    }

    private static String text(Schema schema, String name, int n) {
        String text = name + " " + n + " “é” \"\\ 👍";
        boolean fits = !schema.definition().has("maxLength")
                || text.length() <= schema.definition().get("maxLength").getAsInt();
        return fits ? text : Integer.toString(36 * 36 + n, 36); // three characters, the shortest that is asked for
    }

    private JsonObject object(Schema schema) {
        JsonObject object = new JsonObject();
        if (shape == Shape.WITH_UNKNOWN_MEMBERS) {
            addUnknown(object, "addedBefore");
        }
        boolean again = inside.contains(schema.name());
        inside.push(schema.name());
        int truths = 0;
        for (Property property : schema.properties()) {
            if (property.isConstant()) {
                object.addProperty(property.name(), property.constant());
            } else if (property.isRequired() || (shape != Shape.REQUIRED_ONLY && (!again || property.hasDefault()))) {
                truths += property.schema().kind() == Schema.Kind.BOOLEAN ? 1 : 0;
                object.add(nameOf(property), member(property, truths));
            }
        }
        inside.pop();
        if (shape == Shape.WITH_UNKNOWN_MEMBERS || (shape == Shape.FULL && schema.keepsTheRest())) {
            addUnknown(object, "addedAfter");
        }
        return object;
    }

    private JsonElement member(Property property, int truths) {
        if (shape == Shape.NULLS && !property.isDemanded()) {
            return JsonNull.INSTANCE;
        }
        return property.schema().kind() == Schema.Kind.BOOLEAN
                ? truth(truths)
                : value(property.schema(), property.name());
    }

    private String nameOf(Property property) {
        return shape == Shape.OLDER_NAMES && !property.olderNames().isEmpty()
                ? pick(property.olderNames(), 0)
                : property.name();
    }

    /** Differs between any two of an object's truths in at least one round, and takes both values for each. */
    private JsonPrimitive truth(int index) {
        assertTrue(index < 7, "three bits tell no more than six truths apart");
        return new JsonPrimitive((index >> (round % 3) & 1) == 1);
    }

    private JsonObject union(Schema schema, int n) {
        assertTrue(schema.variants().size() <= ROUNDS, schema + ": more variants than rounds");
        JsonObject object = object(pick(List.copyOf(schema.variants().values()), n));
        if (shape == Shape.UNKNOWN_KINDS) {
            object.addProperty(schema.discriminator(), "not_known_" + ++count);
        }
        return object;
    }

    /** Two elements, or one of each variant; none where it would go round in circles. */
    private JsonArray array(Schema schema, String name) {
        JsonArray array = new JsonArray();
        if (inside.stream().filter(schema.items().name()::equals).count() < 2) {
            boolean union = schema.items().kind() == Schema.Kind.UNION;
            int size = union ? schema.items().variants().size() : 2;
            for (int i = 0; i < size; i++) {
                array.add(union ? union(schema.items(), i) : value(schema.items(), name));
            }
        }
        return array;
    }

    private JsonObject map(Schema schema, String name) {
        JsonObject map = new JsonObject();
        map.add("z_" + ++count, value(schema.values(), name));
        map.add("a_" + ++count, value(schema.values(), name));
        return map;
    }

    private void addUnknown(JsonObject object, String name) {
        object.addProperty(name + "Text", "new " + ++count);
        object.addProperty(name + "Number", ++count);
        object.addProperty(name + "Truth", true);
        object.add(name + "Null", JsonNull.INSTANCE);
        object.add(name + "Object", freeForm(++count));
        object.add(name + "Array", array(++count));
    }

    private static JsonObject freeForm(int n) {
        JsonObject object = new JsonObject();
        object.addProperty("text", "free " + n);
        object.addProperty("long", BEYOND_DOUBLE + 2L * n);
        object.addProperty("double", n + 0.5);
        object.addProperty("truth", n % 2 == 0);
        object.add("null", JsonNull.INSTANCE);
        object.add("array", array(n));
        object.add("empty", new JsonObject());
        return object;
    }

    private static JsonArray array(int n) {
        JsonObject inner = new JsonObject();
        inner.addProperty("z", n);
        inner.add("a", JsonNull.INSTANCE);
        JsonArray array = new JsonArray();
        array.add(n);
        array.add(JsonNull.INSTANCE);
        array.add(inner);
        array.add(new JsonArray());
        return array;
    }

    private <T> T pick(List<T> values, int n) {
        return values.get((n + round) % values.size());
    }
}
