package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Holds JSON against a schema of the description by the letter, as a client with strict types in another language does: what is
 * required is there, what is not described is not, null is only where it may be. What has a default counts as required, since
 * the sandbox plays a backend of today.
 */
final class StrictForm {
    /** What is looked at here. Anything else that is no mere talk would go unheeded. */
    private static final Set<String> KNOWN = Set.of(
            "$ref allOf oneOf discriminator type format nullable default enum properties required additionalProperties items"
                    .split(" ", -1));

    private static final Set<String> TALK = Set.of("description", "example");

    private final Map<?, ?> document;
    private final BiConsumer<String, JsonElement> seen;
    private final List<String> faults = new ArrayList<>();

    /**
     * For one value.
     *
     * @param document the description
     * @param seen told of each described property: its schema and name, and the value
     */
    StrictForm(Map<?, ?> document, BiConsumer<String, JsonElement> seen) {
        this.document = document;
        this.seen = seen;
    }

    /** What the schema has against the value. */
    List<String> faults(Map<?, ?> schema, JsonElement value) {
        check(schema, value, "$", "");
        return List.copyOf(faults);
    }

    private void check(Map<?, ?> schema, JsonElement value, String path, String name) {
        for (Object key : schema.keySet()) {
            boolean isKnown =
                    KNOWN.contains(key) || TALK.contains(key) || key.toString().startsWith("x-");
            assertTrue(isKnown, () -> path + ": nobody looks at " + key);
        }
        if (schema.get("$ref") instanceof String reference) {
            check(target(reference), value, path, reference.substring(reference.lastIndexOf('/') + 1));
        } else if (value.isJsonNull()) {
            expect(mayBeNull(schema), path, "is null");
        } else if (schema.get("allOf") instanceof List<?> all) {
            all.forEach(each -> check((Map<?, ?>) each, value, path, name));
        } else if (schema.get("oneOf") instanceof List<?> alternatives) {
            checkOne(schema, alternatives, value, path, name);
        } else if (schema.get("type") instanceof String type) {
            checkType(type, schema, value, path, name);
        }
    }

    /** No type at all is any JSON. */
    private static boolean mayBeNull(Map<?, ?> schema) {
        boolean isAny = !schema.containsKey("type") && !schema.containsKey("allOf") && !schema.containsKey("oneOf");
        return isAny || Boolean.TRUE.equals(schema.get("nullable"));
    }

    private void checkOne(Map<?, ?> schema, List<?> alternatives, JsonElement value, String path, String name) {
        if (schema.get("discriminator") instanceof Map<?, ?> discriminator) {
            String kind = (String) discriminator.get("propertyName");
            JsonElement told = value.isJsonObject() ? value.getAsJsonObject().get(kind) : null;
            Object variant = told == null ? null : ((Map<?, ?>) discriminator.get("mapping")).get(told.getAsString());
            expect(variant != null, path, "is of no kind that " + name + " has");
            if (variant != null) {
                check(Map.of("$ref", variant), value, path, name);
            }
            return;
        }
        long fitting = alternatives.stream()
                .filter(each -> new StrictForm(document, (property, ignored) -> {})
                        .faults((Map<?, ?>) each, value)
                        .isEmpty())
                .count();
        expect(fitting == 1, path, "fits " + fitting + " of the alternatives of " + name);
    }

    private void checkType(String type, Map<?, ?> schema, JsonElement value, String path, String name) {
        switch (type) {
            case "object" -> checkObject(schema, value, path, name);
            case "array" -> {
                expect(value.isJsonArray(), path, "is no array");
                if (value.isJsonArray()) {
                    int index = 0;
                    for (JsonElement each : value.getAsJsonArray()) {
                        check((Map<?, ?>) schema.get("items"), each, path + "[" + index++ + "]", name);
                    }
                }
            }
            case "boolean" ->
                expect(value instanceof JsonPrimitive truth && truth.isBoolean(), path, "is no truth value");
            case "integer", "number" -> checkNumber(type, String.valueOf(schema.get("format")), value, path);
            case "string" -> checkText(schema, value, path);
            default -> throw new AssertionError("no such type: " + type);
        }
    }

    private void checkObject(Map<?, ?> schema, JsonElement value, String path, String name) {
        expect(value.isJsonObject(), path, "is no object");
        if (!value.isJsonObject()) {
            return;
        }
        JsonObject object = value.getAsJsonObject();
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> some ? some : Map.of();
        List<?> required = schema.get("required") instanceof List<?> some ? some : List.of();
        Map<String, JsonElement> rest = new LinkedHashMap<>(object.asMap());
        properties.forEach((key, described) -> {
            Map<?, ?> property = (Map<?, ?>) described;
            String step = path + "." + key;
            if (property.containsKey("x-out-of-band")) {
                return;
            }
            JsonElement member = rest.remove(key);
            if (member == null) {
                expect(!required.contains(key), step, "is required, but left out");
                expect(!property.containsKey("default"), step, "has a default, but is left out");
                return;
            }
            seen.accept(name + "." + key, member);
            check(property, member, step, "");
        });
        Object more = schema.get("additionalProperties");
        rest.forEach((key, member) -> {
            if (more instanceof Map<?, ?> each) {
                check(each, member, path + "." + key, "");
            } else {
                expect(Boolean.TRUE.equals(more), path + "." + key, "is not described");
            }
        });
    }

    private void checkNumber(String type, String format, JsonElement value, String path) {
        boolean isNumber = value instanceof JsonPrimitive number && number.isNumber();
        expect(isNumber, path, "is no number");
        if (isNumber && type.equals("integer")) {
            int bits = format.equals("int32") ? Integer.SIZE : Long.SIZE;
            expect(isWhole(value.getAsBigDecimal(), bits), path, "is no whole number of " + bits + " bits");
        }
    }

    private static boolean isWhole(BigDecimal number, int bits) {
        return number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < bits;
    }

    private void checkText(Map<?, ?> schema, JsonElement value, String path) {
        boolean isText = value instanceof JsonPrimitive text && text.isString();
        expect(isText, path, "is no text");
        if (!isText) {
            return;
        }
        if (schema.get("enum") instanceof List<?> values) {
            expect(values.contains(value.getAsString()), path, "is none of " + values);
        }
        if (schema.get("x-discriminator-value") instanceof String constant) {
            expect(constant.equals(value.getAsString()), path, "is not " + constant);
        }
        if ("date-time".equals(schema.get("format"))) {
            try {
                OffsetDateTime.parse(value.getAsString());
            } catch (DateTimeException e) {
                expect(false, path, "is no moment: " + value);
            }
        }
    }

    private Map<?, ?> target(String reference) {
        Object here = document;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            here = ((Map<?, ?>) here).get(step);
        }
        return (Map<?, ?>) here;
    }

    private void expect(boolean holds, String path, String fault) {
        if (!holds) {
            faults.add(path + " " + fault);
        }
    }
}
