package io.kraty.api.schema;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Trees that can be compared as text: equal numbers look the same, and members keep their order. */
final class Trees {
    private static final Gson PRETTY = new GsonBuilder()
            .serializeNulls()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private Trees() {}

    static String text(JsonElement tree) {
        return PRETTY.toJson(tree);
    }

    /** {@code json} with its numbers written plainly. */
    static JsonElement plain(JsonElement json) {
        if (json.isJsonArray()) {
            JsonArray array = new JsonArray();
            json.getAsJsonArray().forEach(each -> array.add(plain(each)));
            return array;
        } else if (json.isJsonObject()) {
            JsonObject object = new JsonObject();
            json.getAsJsonObject().asMap().forEach((name, value) -> object.add(name, plain(value)));
            return object;
        }
        return json instanceof JsonPrimitive primitive && primitive.isNumber()
                ? number(primitive.getAsBigDecimal())
                : json;
    }

    /** The tree of what a free-form part is read as. */
    static JsonElement of(Object value) {
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((name, each) -> object.add((String) name, of(each)));
            return object;
        } else if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(each -> array.add(of(each)));
            return array;
        } else if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()));
        } else if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        return value == null ? JsonNull.INSTANCE : new JsonPrimitive((String) value);
    }

    private static JsonPrimitive number(BigDecimal value) {
        return new JsonPrimitive(new BigDecimal(value.stripTrailingZeros().toPlainString()));
    }
}
