package io.kraty.api.schema;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/** The OpenAPI file. */
final class Description {
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();
    private static final JsonObject ROOT = load();

    private Description() {}

    static JsonObject root() {
        return ROOT;
    }

    static List<Schema> schemas() {
        return components("schemas").keySet().stream().map(Description::schema).toList();
    }

    /** The schemas that a record or a sealed interface is generated for. */
    static List<Schema> records() {
        return schemas().stream()
                .filter(each -> each.kind() == Schema.Kind.OBJECT || each.kind() == Schema.Kind.UNION)
                .toList();
    }

    static List<Schema> enums() {
        return schemas().stream()
                .filter(each -> each.kind() == Schema.Kind.ENUM)
                .toList();
    }

    static Schema schema(String name) {
        return new Schema(name, components("schemas").getAsJsonObject(name));
    }

    static JsonObject components(String kind) {
        return ROOT.getAsJsonObject("components").getAsJsonObject(kind);
    }

    /** What {@code object} is, or where its {@code $ref} points. */
    static JsonObject resolved(JsonObject object) {
        if (!object.has("$ref")) {
            return object;
        }
        JsonElement target = ROOT;
        for (String step :
                object.get("$ref").getAsString().substring("#/".length()).split("/", -1)) {
            target = target.getAsJsonObject().get(step);
        }
        return target.getAsJsonObject();
    }

    /** The last part of where a {@code $ref} points. */
    static String nameOf(JsonObject reference) {
        return nameOf(reference.get("$ref").getAsString());
    }

    static String nameOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static JsonObject load() {
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("kraty.openapi.file")))) {
            return GSON.toJsonTree(new Yaml().load(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
