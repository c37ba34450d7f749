package io.kraty.sandbox.internal.http;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.runtime.Json;
import io.kraty.sandbox.internal.game.ApiError;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON object that a write carries. Unknown fields are tolerated; null counts as absent. */
record Body(JsonObject json) {
    private static final TypeAdapter<JsonElement> TREE = new Gson().getAdapter(JsonElement.class);

    /** @throws ApiError 400 if the text is not one JSON object */
    static Body parse(String text) {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        try {
            JsonElement tree = TREE.read(in);
            if (tree.isJsonObject() && in.peek() == JsonToken.END_DOCUMENT) {
                return new Body(tree.getAsJsonObject());
            }
        } catch (IOException | JsonParseException | IllegalStateException e) {
            // Answered below, like any other text that is not an object.
        }
        throw ApiError.invalid("body", "must be a JSON object");
    }

    @Nullable
    String text(String field) {
        JsonElement value = value(field);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw ApiError.invalid(field, "must be a string");
    }

    /** The key that makes the call safe to repeat; null if there is none. */
    @Nullable
    String idempotencyKey() {
        String key = text("idempotencyKey");
        if (key != null && key.isEmpty()) {
            throw ApiError.invalid("idempotencyKey", "must not be empty");
        }
        return key;
    }

    /** A whole number of at least one; 64 bits. */
    long positive(String field) {
        JsonElement value = value(field);
        if (value == null) {
            throw ApiError.invalid(field, "is required");
        }
        try {
            long number = new BigDecimal(number(field, value).getAsString()).longValueExact();
            if (number >= 1) {
                return number;
            }
        } catch (ArithmeticException e) {
            throw ApiError.invalid(field, "must be a whole number");
        }
        throw ApiError.invalid(field, "must be at least 1");
    }

    @Nullable
    Double number(String field) {
        JsonElement value = value(field);
        return value == null ? null : finite(field, value);
    }

    Map<String, Double> numbers(String field) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object(field).asMap().forEach((key, value) -> numbers.put(key, finite(field + "." + key, value)));
        return numbers;
    }

    /** An object; an empty one if absent. */
    JsonObject object(String field) {
        JsonElement value = value(field);
        if (value != null && !value.isJsonObject()) {
            throw ApiError.invalid(field, "must be an object");
        }
        return value == null ? new JsonObject() : value.getAsJsonObject();
    }

    void checkTimestamp(String field) {
        JsonElement value = value(field);
        try {
            if (value != null && Json.INSTANT.fromJsonTree(value) == null) {
                throw ApiError.invalid(field, "must be a timestamp");
            }
        } catch (JsonParseException | IllegalStateException e) {
            throw ApiError.invalid(field, "must be a timestamp");
        }
    }

    private @Nullable JsonElement value(String field) {
        JsonElement value = json.get(field);
        return value == null || value.isJsonNull() ? null : value;
    }

    private static double finite(String field, JsonElement value) {
        double number = number(field, value).getAsDouble();
        if (!Double.isFinite(number)) {
            throw ApiError.invalid(field, "must be a finite number");
        }
        return number;
    }

    private static JsonPrimitive number(String field, JsonElement value) {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return primitive;
        }
        throw ApiError.invalid(field, "must be a number");
    }
}
