package io.kraty.sandbox.internal.http;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kraty.api.runtime.Json;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that a write carries, or one inside of it. Unknown fields are tolerated; null counts as absent.
 *
 * @param json the object
 * @param place where it stands in the body, as a prefix for the names of its fields
 */
public record Body(JsonObject json, String place) {
    // What holdings can take millions of times before 64 bits are full.
    private static final long MOST = 1_000_000_000_000L;

    private static final TypeAdapter<JsonElement> TREE = new Gson().getAdapter(JsonElement.class);

    /**
     * The object that a text is.
     *
     * @throws ApiError 400 if it is not one JSON object
     */
    public static Body parse(String text) {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.STRICT);
        try {
            JsonElement tree = TREE.read(in);
            if (tree.isJsonObject() && in.peek() == JsonToken.END_DOCUMENT) {
                return new Body(tree.getAsJsonObject(), "");
            }
        } catch (IOException | JsonParseException | IllegalStateException e) {
            // Answered below, like any other text that is not an object.
        }
        throw ApiError.invalid("body", "must be a JSON object");
    }

    public @Nullable String text(String field) {
        JsonElement value = value(field);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw invalid(field, "must be a string");
    }

    /** A text with something in it. */
    public String requireText(String field) {
        String text = text(field);
        if (text == null || text.isEmpty()) {
            throw invalid(field, text == null ? "is required" : "must not be empty");
        }
        return text;
    }

    /** The key that makes the call safe to repeat; null if there is none. */
    public @Nullable String idempotencyKey() {
        String key = text("idempotencyKey");
        if (key != null && key.isEmpty()) {
            throw invalid("idempotencyKey", "must not be empty");
        }
        return key;
    }

    /** The key in a body that has no place for one; null if there is none that could be one. */
    public @Nullable String stampedKey() {
        JsonElement key = json.get("idempotencyKey");
        return key instanceof JsonPrimitive primitive && primitive.isString() ? primitive.getAsString() : null;
    }

    /** A whole number of at least one; 64 bits. */
    public long positive(String field) {
        long number = whole(field);
        if (number < 1) {
            throw invalid(field, "must be at least 1");
        }
        return number;
    }

    /** A whole number from {@code min} on, as large as anything reasonable [choice]. */
    public long amount(String field, long min) {
        long number = whole(field);
        if (number < min || number > MOST) {
            throw invalid(field, "must be from " + min + " to " + MOST + ", was " + number);
        }
        return number;
    }

    /** The same to both sides of zero. */
    public long signedAmount(String field) {
        return amount(field, -MOST);
    }

    private long whole(String field) {
        JsonElement value = value(field);
        if (value == null) {
            throw invalid(field, "is required");
        }
        try {
            return new BigDecimal(number(field, value).getAsString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            // The latter for an exponent beyond all numbers.
            throw invalid(field, "must be a whole number");
        }
    }

    /** A number that scores can be made of: as large as anything reasonable [choice], so that no sum is infinite. */
    public @Nullable Double score(String field) {
        JsonElement value = value(field);
        return value == null ? null : score(field, value);
    }

    /** The same by key. */
    public Map<String, Double> scores(String field) {
        Map<String, Double> scores = new LinkedHashMap<>();
        object(field).asMap().forEach((key, value) -> scores.put(key, score(field + "." + key, value)));
        return scores;
    }

    /** An object; an empty one if absent. */
    public JsonObject object(String field) {
        JsonElement value = value(field);
        if (value != null && !value.isJsonObject()) {
            throw invalid(field, "must be an object");
        }
        return value == null ? new JsonObject() : value.getAsJsonObject();
    }

    /** The objects of a list, of which there has to be at least one. */
    public List<Body> objects(String field) {
        if (!(value(field) instanceof JsonArray array) || array.isEmpty()) {
            throw invalid(field, "must be a list with something in it");
        }
        List<Body> objects = new ArrayList<>();
        for (JsonElement element : array) {
            String name = field + "." + objects.size();
            if (!element.isJsonObject()) {
                throw invalid(name, "must be an object");
            }
            objects.add(new Body(element.getAsJsonObject(), place + name + "."));
        }
        return objects;
    }

    /** An object whose members are the game's own, nulls included; an empty one if absent. */
    public Map<String, @Nullable Object> freeForm(String field) {
        return freeForm(object(field), place + field);
    }

    /** The whole body as such an object. */
    public Map<String, @Nullable Object> freeForm() {
        return freeForm(json, "body");
    }

    private static Map<String, @Nullable Object> freeForm(JsonObject object, String name) {
        try {
            return Json.FREE_FORM.fromJsonTree(object);
        } catch (JsonParseException e) {
            throw ApiError.invalid(name, "must have no number whose exponent is beyond 32 bits");
        }
    }

    /** A point in time; null if absent. */
    public @Nullable Instant timestamp(String field) {
        JsonElement value = value(field);
        try {
            Instant instant = value == null ? null : Json.INSTANT.fromJsonTree(value);
            if (value == null || instant != null) {
                return instant;
            }
        } catch (JsonParseException | IllegalStateException e) {
            // Answered below, like an empty text.
        }
        throw invalid(field, "must be a timestamp");
    }

    /** What is wrong with a field of this object. */
    public ApiError invalid(String field, String problem) {
        return ApiError.invalid(place + field, problem);
    }

    private @Nullable JsonElement value(String field) {
        JsonElement value = json.get(field);
        return value == null || value.isJsonNull() ? null : value;
    }

    private double score(String field, JsonElement value) {
        double number = number(field, value).getAsDouble();
        if (Math.abs(number) > MOST) {
            throw invalid(field, "must be at most " + MOST + ", to either side of zero");
        }
        return number;
    }

    private JsonPrimitive number(String field, JsonElement value) {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return primitive;
        }
        throw invalid(field, "must be a number");
    }
}
