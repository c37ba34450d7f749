package io.kraty.api.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.OpenEnum;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the description has an endpoint that asks for what is described, and reads what is answered. */
class OperationTest {
    @ParameterizedTest
    @MethodSource("operations")
    void aRequestSaysWhatWasAskedFor(Operation operation) {
        ApiRequest<?> request = request(operation, true);
        String path = operation.path();
        for (Operation.Parameter parameter : operation.parameters("path")) {
            path = path.replace("{" + parameter.name() + "}", encoded(parameter.value()));
        }
        assertEquals(operation.id(), request.operationId());
        assertEquals(operation.method(), request.method());
        assertEquals(path, request.path());
        assertEquals(query(operation.parameters("query").stream()), request.query());
        assertEquals(operation.accept(), request.accept());
        assertEquals(operation.credentials(), request.credentials());
        assertEquals(operation.hasBody(), request.hasBody());
        assertEquals(operation.hasBody() ? body(operation).toString() : "", request.body());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsOptionalCanBeLeftOut(Operation operation) {
        String required = query(operation.parameters("query").stream().filter(Operation.Parameter::isRequired));
        String always = operation.options().map(Operation.Options::alwaysSent).orElse("");
        assertEquals(
                Stream.of(required, always).filter(each -> !each.isEmpty()).collect(Collectors.joining("&")),
                request(operation, false).query());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aKeyGoesWhereTheDescriptionHasAPlaceForIt(Operation operation) {
        ApiRequest<?> request = request(operation, true);
        boolean idempotent =
                operation.hasBody() && operation.body().definition().has("x-idempotent");
        assertEquals(idempotent, request.isIdempotent());
        if (idempotent) {
            JsonObject body = JsonParser.parseString(
                            request.withIdempotencyKey("key-1").body())
                    .getAsJsonObject();
            JsonObject expected = body(operation).getAsJsonObject();
            JsonElement given = expected.get("idempotencyKey");
            assertEquals(given == null ? null : given.getAsString(), request.idempotencyKey());
            expected.addProperty("idempotencyKey", "key-1");
            assertEquals(expected, body);
        } else {
            assertNull(request.idempotencyKey());
            assertThrows(IllegalStateException.class, () -> request.withIdempotencyKey("key-1"));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachDeclaredSuccessIsReadAsWhatItIs(Operation operation) throws Exception {
        ApiRequest<?> request = request(operation, true);
        Map<Integer, Schema> successes = operation.successes();
        assertFalse(successes.isEmpty());
        Schema ordinary = successes.values().iterator().next();
        for (int status :
                Stream.concat(successes.keySet().stream(), Stream.of(299)).toList()) {
            Schema schema = successes.getOrDefault(status, ordinary);
            for (JsonElement document : Documents.ofEachKind(schema)) {
                Object answer = request.read(status, new JsonReader(new StringReader(document.toString())));
                assertEquals(Trees.text(Expected.of(schema, document)), Trees.text(Seen.of(schema, answer)));
                assertEquals(schema.equals(ordinary) ? answer : null, request.resultOf(status, answer));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachEventOfAStreamIsReadAsWhatItIs(Operation operation) throws Exception {
        ApiRequest<?> request = request(operation, true);
        if (!operation.definition().has("x-sse-events")) {
            assertThrows(
                    IllegalStateException.class,
                    () -> request.readEvent("ready", new JsonReader(new StringReader("{}"))));
            return;
        }
        JsonObject events = operation.definition().getAsJsonObject("x-sse-events");
        assertEquals(
                operation.successes().get(200).variants(),
                events.asMap().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> Description.schema(each.getValue().getAsString()))));
        for (String name : events.keySet()) {
            Schema schema = Description.schema(events.get(name).getAsString());
            for (JsonElement document : Documents.of(schema, Shape.FULL)) {
                String data = Models.inJson(schema, document).toString();
                Object event = request.readEvent(name, new JsonReader(new StringReader(data)));
                assertEquals(Trees.text(Expected.of(schema, document)), Trees.text(Seen.of(schema, event)));
            }
        }
    }

    static Stream<Operation> operations() {
        return Operation.all().stream();
    }

    private static ApiRequest<?> request(Operation operation, boolean withOptional) {
        List<Operation.Parameter> parameters = Stream.concat(
                        operation.parameters("path").stream(), operation.parameters("query").stream())
                .toList();
        Stream<Object> required =
                parameters.stream().filter(Operation.Parameter::isRequired).map(Operation.Parameter::value);
        Stream<Object> options = operation.options().stream()
                .map(each -> withOptional
                        ? each.of(parameters.stream().filter(each::contains).toList())
                        : each.defaults());
        Stream<Object> optional = parameters.stream()
                .filter(each -> !each.isRequired())
                .filter(each -> operation.options().stream().noneMatch(one -> one.contains(each)))
                .map(each -> withOptional ? each.value() : null);
        Stream<Object> body = operation.hasBodyOfTheCaller()
                ? Stream.of(Models.read(operation.body(), body(operation)))
                : Stream.empty();
        return operation.request(Stream.of(required, body, options, optional).flatMap(each -> each));
    }

    /** A full body; of what excludes each other, the first. */
    private static JsonElement body(Operation operation) {
        if (!operation.hasBodyOfTheCaller()) {
            return new JsonObject();
        }
        JsonElement body = Documents.of(operation.body(), Shape.FULL).get(0);
        Schema.texts(operation.body().definition().get("x-exactly-one-of")).stream()
                .skip(1)
                .forEach(body.getAsJsonObject()::remove);
        return body;
    }

    private static String query(Stream<Operation.Parameter> parameters) {
        return parameters.map(each -> each.name() + "=" + encoded(each.value())).collect(Collectors.joining("&"));
    }

    private static String encoded(Object value) {
        String text = value instanceof OpenEnum open
                ? open.value()
                : value instanceof List<?> list
                        ? list.stream().map(Object::toString).collect(Collectors.joining(","))
                        : value.toString();
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
