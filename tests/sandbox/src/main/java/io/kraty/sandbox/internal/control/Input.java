package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.file.Durations;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.http.Body;
import io.kraty.sandbox.internal.http.Query;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a call was given. What is wrong with it is said with the field, the value and what it may be. Unknown fields are
 * refused: whoever steers by hand misspells.
 *
 * @param path the values in the path
 * @param query the query
 * @param body the body; an empty object for none
 */
record Input(List<String> path, Query query, Body body) {
    /** The field that a body consists of which is a list. */
    static final String LIST = "list";

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    /** The only value in the path. */
    String key() {
        return path.get(0);
    }

    void only(String... fields) {
        for (String field : new TreeSet<>(body.json().keySet())) {
            if (!List.of(fields).contains(field)) {
                throw body.invalid(
                        field,
                        fields.length == 0
                                ? "is not expected: there are no fields"
                                : "is not one of " + List.of(fields));
            }
        }
    }

    Duration duration(String field) {
        JsonElement value = required(field);
        Duration duration =
                value instanceof JsonPrimitive text && text.isString() ? Durations.parse(text.getAsString()) : null;
        if (duration == null || duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw body.invalid(field, "must be from 1ms to 3650d, such as 90s or 1h30m, was " + value);
        }
        return duration;
    }

    @Nullable
    Instant moment(String field) {
        JsonElement value = optional(field);
        try {
            return value == null ? null : OffsetDateTime.parse(text(value)).toInstant();
        } catch (DateTimeException e) {
            throw body.invalid(field, "must be a moment such as 2026-03-01T12:00:00Z, was " + value);
        }
    }

    @Nullable
    Boolean flag(String field) {
        JsonElement value = optional(field);
        if (value == null || (value instanceof JsonPrimitive flag && flag.isBoolean())) {
            return value == null ? null : value.getAsBoolean();
        }
        throw body.invalid(field, "must be true or false, was " + value);
    }

    /** A number above zero. */
    @Nullable
    Double positive(String field, double max) {
        JsonElement value = optional(field);
        boolean isNumber = value instanceof JsonPrimitive number && number.isNumber();
        if (value == null || (isNumber && value.getAsDouble() > 0 && value.getAsDouble() <= max)) {
            return value == null ? null : value.getAsDouble();
        }
        throw body.invalid(field, "must be a number above 0 and at most " + (long) max + ", was " + value);
    }

    private JsonElement required(String field) {
        JsonElement value = optional(field);
        if (value == null) {
            throw body.invalid(field, "is required");
        }
        return value;
    }

    private @Nullable JsonElement optional(String field) {
        JsonElement value = body.json().get(field);
        return value == null || value.isJsonNull() ? null : value;
    }

    private static String text(JsonElement value) {
        return value instanceof JsonPrimitive text ? text.getAsString() : "";
    }

    /** What there is not. */
    static ApiError missing(String kind, String id) {
        return new ApiError(404, ErrorCode.NOT_FOUND, "There is no " + kind + " " + id + ".");
    }
}
