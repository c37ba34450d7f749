package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/** An answer, with short ways into its JSON. */
record Reply(int status, HttpHeaders headers, String body) {
    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    Reply expect(int expected) {
        assertEquals(expected, status, body);
        return this;
    }

    /** The status and the error code. */
    void expectError(int expected, String code) {
        expect(expected);
        assertEquals(code, text("error.code"), body);
    }

    /** The value at a dotted path; numbers are indexes. */
    JsonElement at(String path) {
        JsonElement value = JsonParser.parseString(body);
        for (String step : path.split("\\.", -1)) {
            value = value.isJsonArray()
                    ? value.getAsJsonArray().get(Integer.parseInt(step))
                    : value.getAsJsonObject().get(step);
        }
        return value;
    }

    String text(String path) {
        return at(path).getAsString();
    }

    long number(String path) {
        return at(path).getAsLong();
    }

    boolean has(String path) {
        int dot = path.lastIndexOf('.');
        JsonObject parent = at(path.substring(0, dot)).getAsJsonObject();
        String name = path.substring(dot + 1);
        return parent.has(name) && !parent.get(name).isJsonNull();
    }

    List<JsonObject> objects(String path) {
        JsonArray array = at(path).getAsJsonArray();
        return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    List<String> texts(String path, String field) {
        return objects(path).stream()
                .map(object -> object.get(field).getAsString())
                .toList();
    }
}
