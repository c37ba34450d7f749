package io.kraty.api.schema;

import com.google.gson.JsonObject;
import io.kraty.api.SystemApi;
import io.kraty.api.runtime.ApiRequest;
import io.kraty.api.runtime.Credential;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One operation of the description, and the generated method that describes a request for it. */
record Operation(String method, String path, JsonObject definition) {
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

    static List<Operation> all() {
        return Description.root().getAsJsonObject("paths").asMap().entrySet().stream()
                .flatMap(item -> METHODS.stream()
                        .filter(item.getValue().getAsJsonObject()::has)
                        .map(method -> new Operation(
                                method.toUpperCase(Locale.ROOT),
                                item.getKey(),
                                item.getValue().getAsJsonObject().getAsJsonObject(method))))
                .toList();
    }

    String id() {
        return definition.get("operationId").getAsString();
    }

    /** The parameters that stand {@code in} the path or the query. */
    List<Parameter> parameters(String in) {
        return definition.has("parameters")
                ? StreamSupport.stream(definition.getAsJsonArray("parameters").spliterator(), false)
                        .map(each -> new Parameter(Description.resolved(each.getAsJsonObject())))
                        .filter(each ->
                                each.definition().get("in").getAsString().equals(in))
                        .toList()
                : List.of();
    }

    /** The optional parameters that are passed as one value. */
    Optional<Options> options() {
        return Optional.ofNullable(definition.getAsJsonObject("x-options")).map(Options::new);
    }

    boolean hasBody() {
        return definition.has("requestBody");
    }

    /** Whether the body holds something of the caller's; the endpoint sends an empty one by itself otherwise. */
    boolean hasBodyOfTheCaller() {
        return hasBody()
                && !(body().definition().has("x-idempotent")
                        && body().properties().size() == 1);
    }

    Schema body() {
        return schemaIn(definition.getAsJsonObject("requestBody"));
    }

    /** What a success answers, by status. */
    Map<Integer, Schema> successes() {
        Map<Integer, Schema> successes = new LinkedHashMap<>();
        definition.getAsJsonObject("responses").asMap().forEach((status, response) -> {
            if (status.startsWith("2")) {
                successes.put(Integer.valueOf(status), schemaIn(Description.resolved(response.getAsJsonObject())));
            }
        });
        return successes;
    }

    /** The media type of the ordinary answer. */
    String accept() {
        return content(Description.resolved(definition
                        .getAsJsonObject("responses")
                        .asMap()
                        .values()
                        .iterator()
                        .next()
                        .getAsJsonObject()))
                .keySet()
                .iterator()
                .next();
    }

    List<Credential> credentials() {
        return definition.getAsJsonArray("security").get(0).getAsJsonObject().keySet().stream()
                .map(each -> Description.components("securitySchemes").getAsJsonObject(each))
                .map(each -> each.get("type").getAsString().equals("http")
                        ? Credential.bearer()
                        : Credential.header(each.get("name").getAsString()))
                .toList();
    }

    /** Calls the generated method: first what is required, then the body, then what is optional. */
    ApiRequest<?> request(Stream<Object> arguments) {
        String tag = definition.getAsJsonArray("tags").get(0).getAsString();
        try {
            Method method = Arrays.stream(Class.forName(SystemApi.class.getPackageName() + "." + tag + "Api")
                            .getMethods())
                    .filter(each -> each.getName().equals(id()))
                    .findFirst()
                    .orElseThrow();
            return (ApiRequest<?>) method.invoke(null, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw new AssertionError(this + " was refused", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("nothing was generated for " + this, e);
        }
    }

    private static Schema schemaIn(JsonObject message) {
        JsonObject content =
                content(message).entrySet().iterator().next().getValue().getAsJsonObject();
        return Schema.at(content.getAsJsonObject("schema"));
    }

    private static JsonObject content(JsonObject message) {
        return message.getAsJsonObject("content");
    }

    @Override
    public String toString() {
        return id();
    }

    /** Several parameters in one value. */
    record Options(JsonObject definition) {
        String name() {
            return definition.get("name").getAsString();
        }

        boolean contains(Parameter parameter) {
            return Schema.texts(definition.get("parameters")).contains(parameter.name());
        }

        /** What is sent for parameters that nobody set. */
        String alwaysSent() {
            return definition.has("defaults")
                    ? definition.getAsJsonObject("defaults").entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue().getAsString())
                            .collect(Collectors.joining("&"))
                    : "";
        }

        Object defaults() {
            return Models.call(Models.type(name()), null, "defaults");
        }

        /** A value with these parameters. */
        Object of(List<Parameter> parameters) {
            Object builder = Models.call(Models.type(name()), null, "builder");
            parameters.forEach(each -> Models.call(builder.getClass(), builder, each.name(), each.value()));
            return Models.call(builder.getClass(), builder, "build");
        }
    }

    /** One parameter, with a value that is allowed. */
    record Parameter(JsonObject definition) {
        String name() {
            return definition.get("name").getAsString();
        }

        boolean isRequired() {
            return definition.has("required") && definition.get("required").getAsBoolean();
        }

        Object value() {
            Schema schema = Schema.at(definition.getAsJsonObject("schema"));
            return switch (schema.kind()) {
                case TEXT -> name() + " é/&?";
                case BOOLEAN -> true;
                case INT32 ->
                    schema.definition().has("maximum")
                            ? schema.definition().get("maximum").getAsInt()
                            : 7;
                case ENUM -> Models.constant(schema, schema.constants().get(0));
                case ARRAY -> List.of(name() + " 1", name() + " 2");
                default -> throw new AssertionError("these tests do not know such a parameter: " + definition);
            };
        }
    }
}
