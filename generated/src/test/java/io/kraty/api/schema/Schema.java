package io.kraty.api.schema;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * One schema of the description.
 *
 * @param name what it is called among the components; empty for one that stands inside of another
 */
record Schema(String name, JsonObject definition) {
    /** What a schema says a value is. */
    enum Kind {
        OBJECT,
        UNION,
        HANDWRITTEN,
        ENUM,
        FREE_FORM,
        MAP,
        ARRAY,
        TEXT,
        TIMESTAMP,
        INT32,
        INT64,
        DOUBLE,
        BOOLEAN,
        ANY
    }

    /** The schema that stands at a place, or the one that is named there; {@code allOf} names one that may be null. */
    static Schema at(JsonObject place) {
        if (place.has("allOf") && place.getAsJsonArray("allOf").size() == 1) {
            return at(place.getAsJsonArray("allOf").get(0).getAsJsonObject());
        }
        return place.has("$ref") ? Description.schema(Description.nameOf(place)) : new Schema("", place);
    }

    Kind kind() {
        if (Handwritten.contains(name)) {
            return Kind.HANDWRITTEN;
        } else if (definition.has("oneOf") && definition.has("discriminator")) {
            return Kind.UNION;
        } else if (!definition.has("type") && definition.keySet().stream().noneMatch(key -> key.endsWith("Of"))) {
            return Kind.ANY;
        }
        return switch (text("type") + " " + text("format")) {
            case "object " -> definition.has("properties") ? Kind.OBJECT : hasValues() ? Kind.MAP : Kind.FREE_FORM;
            case "array " -> Kind.ARRAY;
            case "string " -> definition.has("enum") ? Kind.ENUM : Kind.TEXT;
            case "string password" -> Kind.TEXT;
            case "string date-time" -> Kind.TIMESTAMP;
            case "integer int32" -> Kind.INT32;
            case "integer int64" -> Kind.INT64;
            case "number ", "number double" -> Kind.DOUBLE;
            case "boolean " -> Kind.BOOLEAN;
            default -> throw new AssertionError("these tests do not know what this is: " + this);
        };
    }

    /** Whether it stands around what a call results in, and has no type of its own. */
    boolean isEnvelope() {
        return kind() == Kind.OBJECT
                && definition.getAsJsonObject("properties").keySet().equals(Set.of("data"))
                && texts(definition.get("required")).contains("data");
    }

    /** What stands in an envelope. */
    Schema content() {
        return at(definition.getAsJsonObject("properties").getAsJsonObject("data"));
    }

    /** The properties of an object, in order. */
    List<Property> properties() {
        return definition.getAsJsonObject("properties").asMap().entrySet().stream()
                .map(each -> new Property(this, each.getKey(), each.getValue().getAsJsonObject()))
                .toList();
    }

    /** Whether an object keeps what it does not declare. */
    boolean keepsTheRest() {
        return definition.has("additionalProperties");
    }

    Schema items() {
        return at(definition.getAsJsonObject("items"));
    }

    Schema values() {
        return at(definition.getAsJsonObject("additionalProperties"));
    }

    /** The values of an enum. */
    List<String> constants() {
        return texts(definition.get("enum"));
    }

    /** The property that tells the variants of a union apart. */
    String discriminator() {
        return definition.getAsJsonObject("discriminator").get("propertyName").getAsString();
    }

    /** The variants of a union, by what its discriminator says. */
    Map<String, Schema> variants() {
        Map<String, Schema> variants = new LinkedHashMap<>();
        definition
                .getAsJsonObject("discriminator")
                .getAsJsonObject("mapping")
                .asMap()
                .forEach((kind, target) ->
                        variants.put(kind, Description.schema(Description.nameOf(target.getAsString()))));
        return variants;
    }

    /** The property of a union, or of a variant, that travels outside of the JSON; empty if there is none. */
    String outOfBand() {
        return switch (kind()) {
            case UNION -> variants().values().iterator().next().outOfBand();
            case OBJECT ->
                properties().stream()
                        .filter(Property::isOutOfBand)
                        .map(Property::name)
                        .findFirst()
                        .orElse("");
            default -> "";
        };
    }

    /** The forms that a handwritten type may have. */
    List<Schema> forms() {
        return definition.has("oneOf")
                ? elements(definition.get("oneOf")).stream()
                        .map(each -> at(each.getAsJsonObject()))
                        .toList()
                : List.of(new Schema("", definition));
    }

    static List<String> texts(JsonElement array) {
        return elements(array).stream().map(JsonElement::getAsString).toList();
    }

    private static List<JsonElement> elements(JsonElement array) {
        return array == null
                ? List.of()
                : StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
                        .toList();
    }

    private boolean hasValues() {
        return definition.get("additionalProperties") instanceof JsonObject;
    }

    private String text(String key) {
        return definition.has(key) ? definition.get(key).getAsString() : "";
    }

    @Override
    public String toString() {
        return name.isEmpty() ? definition.toString() : name;
    }
}
