package io.kraty.sandbox.internal.control;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.kraty.api.model.Attempt;
import io.kraty.api.model.ChangeOrigin;
import io.kraty.api.model.Grant;
import io.kraty.sandbox.ResourceKind;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** Turns records into JSON, nulls included, so that every field is always there. */
final class Views {
    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .registerTypeAdapter(Instant.class, text((Instant at) -> at.toString()))
            .registerTypeAdapter(ChangeOrigin.class, text(ChangeOrigin::value))
            .registerTypeAdapter(ResourceKind.class, text(Views::word))
            .registerTypeAdapter(Grant.class, Grant.Adapter.INSTANCE)
            .registerTypeAdapter(Attempt.class, Attempt.Adapter.INSTANCE)
            .create();

    private Views() {}

    static JsonElement json(Object view) {
        return GSON.toJsonTree(view);
    }

    static String text(JsonElement json) {
        return GSON.toJson(json);
    }

    /** The constant as the API writes its words. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <T> JsonSerializer<T> text(Function<T, String> text) {
        return (value, type, context) -> new JsonPrimitive(text.apply(value));
    }
}
