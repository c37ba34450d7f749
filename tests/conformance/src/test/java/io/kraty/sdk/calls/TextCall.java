package io.kraty.sdk.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.transport.Sent;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * A call with a text of the game's in some places, and the request it has to arrive as: once decoded, <code>{}</code>
 * stands for the text.
 *
 * @param fits which texts are allowed there
 */
record TextCall(String request, String body, Predicate<String> fits, BiConsumer<Kraty, String> make) {
    private static final List<String> ANYWHERE = List.of(
            "plain",
            "a b",
            " in front",
            "behind ",
            "a/b",
            "/",
            "a//b",
            "a?b",
            "a#b",
            "100%",
            "a%2Fb",
            "%2e%2e",
            "a%zz",
            "a+b",
            "a&b=c",
            "a=b",
            "a;b",
            "a:b@c",
            "a,b",
            "a\\b",
            "it's \"quoted\"",
            "...",
            "{p}",
            "[0]",
            "<b>&amp;</b>",
            "`$|^~!*()",
            "007",
            "true",
            "\u00f1 \u65e5\u672c",
            "e\u0301 \u00e9", // not the same, and not to be made the same
            "\u0130\u0131\u015f",
            "\ud83c\udfae",
            "\ud83d\udc69\u200d\ud83d\udc67",
            "a\u00a0b\u2028c\ufeff",
            "x".repeat(2_000),
            "\u65e5".repeat(500));

    /** What a path refuses, and everything else may well hold. */
    private static final List<String> NOT_IN_A_PATH =
            List.of(".", "..", " ", "\t", "a\nb\r\n", "\u0000\u0007\u001f\u007f\u0085", "\"\\\b\f/");

    static TextCall text(String request, BiConsumer<Kraty, String> make) {
        return text(request, "", make);
    }

    /** The expected JSON is quoted with {@code '}. */
    static TextCall text(String request, String body, BiConsumer<Kraty, String> make) {
        return new TextCall(request, body.replace('\'', '"'), text -> true, make);
    }

    /** The same with fewer texts. */
    TextCall where(Predicate<String> fits) {
        return new TextCall(request, body, fits, make);
    }

    /** What to try. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(ANYWHERE);
        if (!path(request).contains("{}")) {
            texts.addAll(NOT_IN_A_PATH);
        }
        if (!request.contains("{}")) {
            texts.add("null"); // elsewhere the judge of requests takes it for a missing value
        }
        return texts.stream().filter(fits).toList();
    }

    /** That what arrived is this call with {@code text}, no more and no less. */
    void assertArrived(String text, Sent sent) {
        String arrived = sent.method() + " " + sent.target();
        assertTrue(arrived.matches("[ -~&&[^#\"<>\\\\^`{|}]]*"), () -> "not encoded: " + arrived);
        assertEquals(1, arrived.chars().filter(c -> c == ' ').count(), arrived);
        assertEquals(filled(split(path(request), "/"), text), decodedPath(path(arrived)), arrived);
        assertEquals(filled(pairs(query(request)), text), decodedQuery(query(arrived)), arrived);
        if (body.isEmpty()) {
            assertEquals("", sent.body());
        } else {
            assertEquals(filled(json(body), text), json(sent.body()));
        }
    }

    private static String path(String request) {
        return split(request, "\\?").get(0);
    }

    /** The query with its question mark, or nothing. */
    private static String query(String request) {
        return request.substring(path(request).length());
    }

    private static List<String> pairs(String query) {
        return split(query, "[?&]");
    }

    private static List<String> decodedPath(String path) {
        return split(path, "/").stream()
                .map(segment -> decoded(segment.replace("+", "%2B"))) // a plus stands for itself here
                .toList();
    }

    /** As a server reads it, for which a plus is a space. */
    private static List<String> decodedQuery(String query) {
        return pairs(query).stream()
                .map(pair -> decoded(pair.substring(0, pair.indexOf('=') + 1))
                        + decoded(pair.substring(pair.indexOf('=') + 1)))
                .toList();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static List<String> split(String text, String separators) {
        return List.of(text.split(separators, -1));
    }

    private static List<String> filled(List<String> parts, String text) {
        return parts.stream().map(part -> part.replace("{}", text)).toList();
    }

    private static JsonElement filled(JsonElement json, String text) {
        if (json.isJsonObject()) {
            JsonObject filled = new JsonObject();
            json.getAsJsonObject()
                    .asMap()
                    .forEach((key, value) -> filled.add(key.replace("{}", text), filled(value, text)));
            return filled;
        }
        if (json.isJsonArray()) {
            JsonArray filled = new JsonArray();
            json.getAsJsonArray().forEach(element -> filled.add(filled(element, text)));
            return filled;
        }
        return json.isJsonPrimitive() && json.getAsJsonPrimitive().isString()
                ? new JsonPrimitive(json.getAsString().replace("{}", text))
                : json;
    }

    private static JsonElement json(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader);
    }

    @Override
    public String toString() {
        return request + (body.isEmpty() ? "" : " " + body);
    }
}
