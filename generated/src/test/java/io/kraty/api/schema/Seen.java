package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.kraty.api.runtime.OpenEnum;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the accessors of a decoded object answer, as a tree with a member for each. Also holds them to their types. */
final class Seen {
    private Seen() {}

    static JsonElement of(Schema schema, Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (schema.isEnvelope()) {
            JsonObject tree = new JsonObject();
            tree.add("data", of(schema.content(), value));
            return tree;
        }
        return switch (schema.kind()) {
            case OBJECT -> object(schema, value);
            case UNION -> union(schema, value);
            case HANDWRITTEN -> handwritten(schema, value);
            case ENUM -> constant(schema, assertInstanceOf(OpenEnum.class, value));
            case ARRAY -> array(schema.items(), value);
            case MAP -> map(schema.values(), value);
            case FREE_FORM -> Trees.of(unchangeable(assertInstanceOf(Map.class, value)));
            case TEXT -> Trees.of(assertInstanceOf(String.class, value));
            case TIMESTAMP ->
                new JsonPrimitive(assertInstanceOf(Instant.class, value).toString());
            case INT32 -> Trees.of(assertInstanceOf(Integer.class, value));
            case INT64 -> Trees.of(assertInstanceOf(Long.class, value));
            case DOUBLE -> Trees.of(assertInstanceOf(Double.class, value));
            case BOOLEAN -> Trees.of(assertInstanceOf(Boolean.class, value));
            case ANY -> Trees.of(value);
        };
    }

    private static JsonObject object(Schema schema, Object value) {
        assertSame(Models.type(schema), value.getClass());
        JsonObject tree = new JsonObject();
        for (Property property : schema.properties()) {
            tree.add(property.name(), of(property.schema(), Models.get(value, property.name())));
        }
        if (schema.keepsTheRest()) {
            tree.add(Expected.THE_REST, Trees.of(unchangeable((Map<?, ?>) Models.get(value, Expected.THE_REST))));
        }
        return tree;
    }

    private static JsonObject union(Schema schema, Object value) {
        assertInstanceOf(Models.type(schema), value);
        for (Schema variant : schema.variants().values()) {
            if (Models.type(variant) == value.getClass()) {
                return object(variant, value);
            }
        }
        assertEquals("Unrecognized", value.getClass().getSimpleName());
        JsonObject tree = new JsonObject();
        tree.add(schema.discriminator(), Trees.of(Models.get(value, schema.discriminator())));
        tree.add(Expected.RAW, Trees.of(unchangeable((Map<?, ?>) Models.get(value, Expected.RAW))));
        return tree;
    }

    private static JsonElement handwritten(Schema schema, Object value) {
        assertInstanceOf(Models.type(schema), value);
        Object content = Handwritten.content(schema, value);
        Schema form = schema.forms().stream()
                .filter(each -> switch (each.kind()) {
                    case TEXT -> content instanceof String;
                    case DOUBLE -> content instanceof Double;
                    case MAP -> content instanceof Map;
                    default -> content instanceof Record;
                })
                .findFirst()
                .orElse(schema.forms().get(0));
        return of(form, content);
    }

    /** An enum is the listed constant itself, or one that says that it is not known. */
    private static JsonPrimitive constant(Schema schema, OpenEnum value) {
        assertSame(Models.type(schema), value.getClass());
        boolean known = schema.constants().contains(value.value());
        assertEquals(known, !Models.get(value, "known").toString().equals("UNRECOGNIZED"), value::value);
        if (known) {
            assertSame(Models.constant(schema, value.value()), value);
        }
        return new JsonPrimitive(value.value());
    }

    private static JsonArray array(Schema items, Object value) {
        List<?> list = assertInstanceOf(List.class, value);
        assertThrows(UnsupportedOperationException.class, () -> list.add(null));
        JsonArray tree = new JsonArray();
        list.forEach(each -> tree.add(of(items, each)));
        return tree;
    }

    private static JsonObject map(Schema values, Object value) {
        JsonObject tree = new JsonObject();
        unchangeable(assertInstanceOf(Map.class, value))
                .forEach((name, each) -> tree.add((String) name, of(values, each)));
        return tree;
    }

    private static Map<?, ?> unchangeable(Map<?, ?> map) {
        assertThrows(UnsupportedOperationException.class, () -> map.put(null, null));
        return map;
    }
}
