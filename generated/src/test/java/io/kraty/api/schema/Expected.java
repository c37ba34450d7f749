package io.kraty.api.schema;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What JSON means to a reader of a schema, as a tree with a member for each accessor. */
final class Expected {
    /** Where the undeclared members of an object stand, if it keeps them. */
    static final String THE_REST = "additionalProperties";
    /** Where the members of an unrecognized kind stand. */
    static final String RAW = "raw";

    private Expected() {}

    static JsonElement of(Schema schema, JsonElement json) {
        return switch (schema.kind()) {
            case OBJECT -> object(schema, json.getAsJsonObject());
            case UNION -> union(schema, json.getAsJsonObject());
            case HANDWRITTEN -> of(form(schema, json), json);
            case ARRAY -> array(schema.items(), json.getAsJsonArray());
            case MAP -> map(schema.values(), json.getAsJsonObject());
            case TIMESTAMP ->
                new JsonPrimitive(Instant.parse(json.getAsString()).toString());
            default -> Trees.plain(json);
        };
    }

    /** The members that no schema declares, at any level of {@code json}; none of those in free-form parts. */
    static Stream<String> undeclared(Schema schema, JsonElement json) {
        return switch (json.isJsonNull() ? Schema.Kind.ANY : schema.kind()) {
            case OBJECT -> {
                JsonObject object = json.getAsJsonObject();
                yield Stream.concat(
                        rest(schema, object).keySet().stream()
                                .filter(each -> !schema.keepsTheRest())
                                .map(each -> schema + "." + each),
                        schema.properties().stream()
                                .filter(each -> member(each, object) != null)
                                .flatMap(each -> undeclared(each.schema(), member(each, object))));
            }
            case UNION -> undeclared(variant(schema, json.getAsJsonObject()), json);
            case HANDWRITTEN -> undeclared(form(schema, json), json);
            case ARRAY -> json.getAsJsonArray().asList().stream().flatMap(each -> undeclared(schema.items(), each));
            default -> Stream.empty();
        };
    }

    private static JsonObject object(Schema schema, JsonObject json) {
        JsonObject tree = new JsonObject();
        for (Property property : schema.properties()) {
            JsonElement member = member(property, json);
            tree.add(
                    property.name(),
                    property.isConstant()
                            ? new JsonPrimitive(property.constant())
                            : member == null || member.isJsonNull()
                                    ? property.fallback()
                                    : of(property.schema(), member));
        }
        if (schema.keepsTheRest()) {
            tree.add(THE_REST, Trees.plain(rest(schema, json)));
        }
        return tree;
    }

    private static JsonElement member(Property property, JsonObject json) {
        return Stream.concat(Stream.of(property.name()), property.olderNames().stream())
                .map(json::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static JsonObject rest(Schema schema, JsonObject json) {
        Set<String> declared = schema.properties().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.name()), each.olderNames().stream()))
                .collect(Collectors.toSet());
        JsonObject rest = new JsonObject();
        json.asMap().forEach((name, value) -> {
            if (!declared.contains(name)) {
                rest.add(name, value);
            }
        });
        return rest;
    }

    private static JsonObject union(Schema schema, JsonObject json) {
        Schema variant = variant(schema, json);
        if (variant != null) {
            return object(variant, json);
        }
        JsonObject tree = new JsonObject();
        JsonElement kind = json.get(schema.discriminator());
        tree.add(schema.discriminator(), kind == null || kind.isJsonNull() ? new JsonPrimitive("") : kind);
        JsonObject raw = json.deepCopy();
        raw.remove(schema.outOfBand());
        tree.add(RAW, Trees.plain(raw));
        return tree;
    }

    private static Schema variant(Schema schema, JsonObject json) {
        JsonElement kind = json.get(schema.discriminator());
        return kind == null || kind.isJsonNull() ? null : schema.variants().get(kind.getAsString());
    }

    private static Schema form(Schema schema, JsonElement json) {
        return schema.forms().stream()
                .filter(each -> switch (each.kind()) {
                    case TEXT -> json instanceof JsonPrimitive primitive && primitive.isString();
                    case DOUBLE -> json instanceof JsonPrimitive primitive && primitive.isNumber();
                    default -> json.isJsonObject();
                })
                .findFirst()
                .orElseThrow();
    }

    private static JsonArray array(Schema items, JsonArray json) {
        JsonArray tree = new JsonArray();
        for (JsonElement each : json) {
            if (!each.isJsonNull()) {
                tree.add(of(items, each));
            }
        }
        return tree;
    }

    private static JsonObject map(Schema values, JsonObject json) {
        JsonObject tree = new JsonObject();
        json.asMap().forEach((name, value) -> {
            if (!value.isJsonNull()) {
                tree.add(name, of(values, value));
            }
        });
        return tree;
    }
}
