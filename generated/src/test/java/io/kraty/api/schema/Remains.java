package io.kraty.api.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The rule for what cannot be read, in the words of the tests: what of a document a reader keeps, each value in the form
 * that its schema has for it. What is optional is absent where it does not fit, and so are the elements of lists and maps;
 * what is required takes the object with it that it stands in.
 */
final class Remains {
    /** The whole cannot be read. */
    @SuppressWarnings("serial") // lives for one call
    static final class Unreadable extends Exception {
        /** Where what is at fault stands. */
        final String path;

        Unreadable(String path) {
            super(path);
            this.path = path;
        }
    }

    private Remains() {}

    static JsonElement of(Schema schema, JsonElement json) throws Unreadable {
        return value(schema, json, "$");
    }

    private static JsonElement value(Schema schema, JsonElement json, String path) throws Unreadable {
        return json.isJsonNull()
                ? json
                : switch (schema.kind()) {
                    case OBJECT -> object(schema, objectAt(json, path), path);
                    case UNION -> union(schema, json, path);
                    case HANDWRITTEN -> handwritten(schema, json, path);
                    case ARRAY -> array(schema.items(), json, path);
                    case MAP -> map(schema.values(), objectAt(json, path));
                    case FREE_FORM -> objectAt(json, path);
                    case TEXT, ENUM -> new JsonPrimitive(text(json, path));
                    case TIMESTAMP -> timestamp(text(json, path), path);
                    case INT32, INT64, DOUBLE -> number(schema.kind(), text(json, path), path);
                    case BOOLEAN -> truth(json, path);
                    case ANY -> json;
                };
    }

    private static JsonObject object(Schema schema, JsonObject json, String path) throws Unreadable {
        JsonObject kept = new JsonObject();
        json.asMap().forEach(kept::add);
        for (Property property : schema.properties()) {
            JsonElement value = json.get(property.name());
            if (value != null && !property.isConstant()) {
                kept.add(property.name(), member(property, value, path));
            }
        }
        for (Property property : schema.properties()) {
            JsonElement value = kept.get(property.name());
            if (property.isDemanded() && (value == null || value.isJsonNull())) {
                throw new Unreadable(path + "." + property.name());
            }
        }
        return kept;
    }

    private static JsonElement member(Property property, JsonElement json, String path) throws Unreadable {
        try {
            JsonElement value = value(property.schema(), json, path + "." + property.name());
            return isBlankKey(property, value) ? JsonNull.INSTANCE : value;
        } catch (Unreadable e) {
            if (property.mustBeReadable()) {
                throw e;
            }
            return JsonNull.INSTANCE;
        }
    }

    /** A key that says nothing is none, wherever it comes from. */
    private static boolean isBlankKey(Property property, JsonElement value) {
        return property.owner().definition().has("x-idempotent")
                && property.name().equals("idempotencyKey")
                && value instanceof JsonPrimitive key
                && key.getAsString().isEmpty();
    }

    private static JsonElement union(Schema schema, JsonElement json, String path) throws Unreadable {
        if (!json.isJsonObject()) {
            JsonObject raw = new JsonObject();
            raw.add("value", json);
            return raw;
        }
        JsonElement kind = json.getAsJsonObject().get(schema.discriminator());
        Schema variant =
                kind == null || kind.isJsonNull() ? null : schema.variants().get(kind.getAsString());
        return variant == null ? json : object(variant, json.getAsJsonObject(), path);
    }

    private static JsonElement handwritten(Schema schema, JsonElement json, String path) throws Unreadable {
        if (schema.name().equals("RewardAmount")) {
            return json; // keeps what it does not understand
        }
        if (json.isJsonObject() && schema.name().equals("LocalizedString")) {
            JsonObject translations = map(schema.forms().get(1).values(), json.getAsJsonObject());
            return translations.isEmpty() ? new JsonPrimitive("") : translations;
        }
        return new JsonPrimitive(text(json, path));
    }

    private static JsonArray array(Schema items, JsonElement json, String path) throws Unreadable {
        if (!json.isJsonArray()) {
            throw new Unreadable(path);
        }
        JsonArray kept = new JsonArray();
        for (JsonElement each : json.getAsJsonArray()) {
            try {
                kept.add(value(items, each, "[]"));
            } catch (Unreadable e) {
                // Left out.
            }
        }
        return kept;
    }

    private static JsonObject map(Schema values, JsonObject json) {
        JsonObject kept = new JsonObject();
        json.asMap().forEach((name, each) -> {
            try {
                kept.add(name, value(values, each, "{}"));
            } catch (Unreadable e) {
                // Left out.
            }
        });
        return kept;
    }

    private static JsonObject objectAt(JsonElement json, String path) throws Unreadable {
        if (!json.isJsonObject()) {
            throw new Unreadable(path);
        }
        return json.getAsJsonObject();
    }

    /** A text or a number, as text: each is taken for the other where that can be done. */
    private static String text(JsonElement json, String path) throws Unreadable {
        if (json instanceof JsonPrimitive primitive && !primitive.isBoolean()) {
            return primitive.getAsString();
        }
        throw new Unreadable(path);
    }

    private static JsonPrimitive truth(JsonElement json, String path) throws Unreadable {
        if (json instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive;
        }
        throw new Unreadable(path);
    }

    private static JsonElement timestamp(String text, String path) throws Unreadable {
        try {
            return text.isEmpty()
                    ? JsonNull.INSTANCE
                    : new JsonPrimitive(Instant.parse(text).toString());
        } catch (DateTimeException e) {
            throw new Unreadable(path);
        }
    }

    private static JsonPrimitive number(Schema.Kind kind, String text, String path) throws Unreadable {
        try {
            BigDecimal number = new BigDecimal(text);
            return switch (kind) {
                case INT32 -> new JsonPrimitive(number.intValueExact());
                case INT64 -> new JsonPrimitive(number.longValueExact());
                default -> new JsonPrimitive(finite(number.doubleValue()));
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Unreadable(path);
        }
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new ArithmeticException("more than a double holds");
        }
        return number;
    }
}
