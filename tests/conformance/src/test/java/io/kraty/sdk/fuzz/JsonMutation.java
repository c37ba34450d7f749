package io.kraty.sdk.fuzz;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Changes JSON and leaves it JSON: members and elements vanish, change places, become others, many or deep. */
final class JsonMutation {
    private static final int MOST_DEPTH = 6000;
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-0.0",
            "9223372036854775807",
            "-9223372036854775809",
            "2147483648",
            "0.30000000000000004441",
            "123456789012345678901234567890",
            "\"\"",
            "\" \"",
            "\"NaN\"",
            "\"12\"",
            "\"1e5\"",
            "\"true\"",
            "\"2026-02-30T12:00:00Z\"",
            "\"2026-09-01 12:00:00+0000\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"\\u0000\"",
            "\"\\ud83c\"",
            "\"..\"",
            "\"/\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"\":null}",
            "{\"type\":\"x\"}",
            "[1,\"a\",{},[]]",
            "{\"error\":{\"code\":\"conflict\",\"message\":\"m\"}}");

    private JsonMutation() {}

    static String of(JsonElement json, Random random) {
        JsonElement changed = json;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            changed = changed(changed, random);
        }
        String text = changed.toString();
        if (random.nextInt(400) == 0) {
            int depth = 1 + random.nextInt(MOST_DEPTH);
            boolean arrays = random.nextBoolean();
            return (arrays ? "[" : "{\"data\":").repeat(depth) + text + (arrays ? "]" : "}").repeat(depth);
        }
        return text;
    }

    private static JsonElement changed(JsonElement json, Random random) {
        if (json instanceof JsonObject object && !object.isEmpty() && random.nextInt(12) > 0) {
            return changed(object, random);
        }
        if (json instanceof JsonArray array && !array.isEmpty() && random.nextInt(12) > 0) {
            return changed(array, random);
        }
        return value(json, random);
    }

    private static JsonElement changed(JsonObject object, Random random) {
        List<String> names = new ArrayList<>(object.keySet());
        String name = names.get(random.nextInt(names.size()));
        JsonElement member = object.get(name);
        switch (random.nextInt(10)) {
            case 0 -> object.remove(name);
            case 1 -> object.add(names.get(random.nextInt(names.size())), member.deepCopy());
            case 2 -> {
                object.remove(name);
                object.add(name.toUpperCase(Locale.ROOT), member);
            }
            case 3 -> object.add("x" + random.nextInt(), member.deepCopy());
            default -> object.add(name, changed(member, random));
        }
        return object;
    }

    private static JsonElement changed(JsonArray array, Random random) {
        int at = random.nextInt(array.size());
        switch (random.nextInt(6)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(array.get(at).deepCopy());
            case 2 -> array.add(JsonNull.INSTANCE);
            default -> array.set(at, changed(array.get(at), random));
        }
        return array;
    }

    private static JsonElement value(JsonElement json, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> {
                JsonArray wrapped = new JsonArray();
                wrapped.add(json);
                return wrapped;
            }
            case 1 -> {
                JsonObject named = new JsonObject();
                named.add("value", json);
                return named;
            }
            case 2 -> {
                return new JsonPrimitive("x".repeat(random.nextInt(5000)));
            }
            default -> {
                return JsonParser.parseString(VALUES.get(random.nextInt(VALUES.size())));
            }
        }
    }
}
