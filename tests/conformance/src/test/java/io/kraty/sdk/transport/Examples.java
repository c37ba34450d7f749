package io.kraty.sdk.transport;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** The answers that the API description shows. */
public final class Examples {
    private Examples() {}

    /**
     * An answer.
     *
     * @param body JSON, or the events of a stream
     */
    public record Answer(int status, String body) {}

    /** Those of {@code endpoint}, successes and refusals. */
    public static List<Answer> of(Endpoint endpoint) {
        List<Answer> all = new ArrayList<>();
        ((Map<?, ?>) endpoint.declared().get("responses"))
                .forEach((status, declared) -> contents(resolved(declared))
                        .forEach(example -> all.add(new Answer(Integer.parseInt(status.toString()), example))));
        return all;
    }

    private static List<String> contents(Map<?, ?> response) {
        List<String> all = new ArrayList<>();
        if (response.get("content") instanceof Map<?, ?> content) {
            for (Object media : content.values()) {
                if (((Map<?, ?>) media).get("examples") instanceof Map<?, ?> examples) {
                    examples.values()
                            .forEach(example -> all.add(text(resolved(example).get("value"))));
                }
            }
        }
        return all;
    }

    private static String text(Object value) {
        return value instanceof String events ? events : json(value).toString();
    }

    private static Map<?, ?> resolved(Object node) {
        return ((Map<?, ?>) node).get("$ref") instanceof String ref
                ? (Map<?, ?>) Contract.at(ref.substring("#/".length()).split("/", -1))
                : (Map<?, ?>) node;
    }

    private static JsonElement json(Object value) {
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((name, member) -> object.add(name.toString(), json(member)));
            return object;
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(element -> array.add(json(element)));
            return array;
        }
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Date date) { // which YAML makes of what is not quoted
            return new JsonPrimitive(date.toInstant().toString());
        }
        return value == null ? JsonNull.INSTANCE : new JsonPrimitive(value.toString());
    }
}
