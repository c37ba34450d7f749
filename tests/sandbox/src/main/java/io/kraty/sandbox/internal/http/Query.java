package io.kraty.sandbox.internal.http;

import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.kraty.api.runtime.Json;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a request. Unknown parameters are ignored; of a repeated one, the last counts. */
public final class Query {
    private static final int MOST_PROGRESSION_KEYS = 8;

    private final Map<String, String> values = new LinkedHashMap<>();

    public Query(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.put(decode(name), decode(value));
        }
    }

    public @Nullable String text(String name) {
        return values.get(name);
    }

    public String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    /** A whole number of the range; {@code fallback} if left out. */
    public int integer(String name, int min, int max, int fallback) {
        String text = values.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of range.
        }
        throw ApiError.invalid(
                name, max == Integer.MAX_VALUE ? "must be at least " + min : "must be from " + min + " to " + max);
    }

    /** A whole number; one out of the range counts as the nearest in it. */
    public int clamped(String name, int min, int max, int fallback) {
        String text = values.getOrDefault(name, Integer.toString(fallback));
        try {
            return (int) Math.max(min, Math.min(max, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            throw ApiError.invalid(name, "must be a whole number");
        }
    }

    public boolean flag(String name) {
        String text = values.getOrDefault(name, "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw ApiError.invalid(name, "must be true or false");
        }
        return text.equals("true");
    }

    /** A board's period; null for the current one. */
    public @Nullable Instant period() {
        String text = values.getOrDefault("period", "current");
        if (text.equals("current")) {
            return null;
        }
        try {
            Instant period = Json.INSTANT.fromJsonTree(new JsonPrimitive(text));
            if (period != null) {
                return period;
            }
        } catch (JsonParseException e) {
            // Answered below, like an empty text.
        }
        throw ApiError.invalid("period", "must be current or a timestamp");
    }

    /** The economy keys to show. [choice] Friends take as many as boards do. */
    public List<String> progression() {
        String text = values.getOrDefault("progression", "");
        List<String> keys = text.isEmpty() ? List.of() : List.of(text.split(","));
        if (keys.size() > MOST_PROGRESSION_KEYS) {
            throw ApiError.invalid("progression", "must be at most " + MOST_PROGRESSION_KEYS + " keys");
        }
        return keys;
    }

    private static String decode(String raw) {
        return Percent.decode(raw.replace('+', ' '));
    }
}
