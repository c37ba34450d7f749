package io.kraty.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** An OpenAPI description as it is written, before any tool made something else of it. */
final class Description {
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Map<?, ?> document;
    private final Map<String, Map<?, ?>> targets = new HashMap<>();

    Description(Map<?, ?> document) {
        this.document = document;
    }

    static Description parse(String yaml) {
        return new Description(new Yaml().load(yaml));
    }

    Part root() {
        return new Part(this, Optional.empty(), false, document);
    }

    /** The components of one kind, such as {@code schemas}, by name. */
    Map<String, Part> components(String kind) {
        return root().part("components").map(all -> all.parts(kind)).orElseGet(Map::of);
    }

    /** The schema of this name, which the description has to have. */
    Part schema(String name) {
        return followed(Map.of("$ref", "#/components/schemas/" + name));
    }

    /** All operations by what identifies them on the wire: method and path, whatever its variables are called. */
    Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        root().parts("paths").forEach((path, item) -> {
            Keywords.PATH.check(item, path);
            for (String method : METHODS) {
                item.part(method).ifPresent(part -> {
                    List<Part> parameters = new ArrayList<>(part.list("parameters"));
                    parameters.addAll(item.list("parameters"));
                    Operation operation = new Operation(method, path, part, parameters);
                    operations.put(operation.onTheWire(), operation);
                });
            }
        });
        return operations;
    }

    /** What {@code mapping} stands for: itself, or what its reference leads to. */
    Part followed(Map<?, ?> mapping) {
        boolean orNull = isReferenceOrNull(mapping);
        Map<?, ?> here = orNull ? (Map<?, ?>) ((List<?>) mapping.get("allOf")).get(0) : mapping;
        Optional<String> name = Optional.empty();
        while (here.get("$ref") instanceof String reference) {
            name = Optional.of(reference.substring(reference.lastIndexOf('/') + 1));
            here = targets.computeIfAbsent(reference, this::target);
        }
        return new Part(this, name, orNull, here);
    }

    /** {@code nullable} with a single {@code allOf} is how OpenAPI 3.0 says it. Any other {@code allOf} stays what it is. */
    private static boolean isReferenceOrNull(Map<?, ?> mapping) {
        return mapping.keySet().equals(Set.of("nullable", "allOf"))
                && Boolean.TRUE.equals(mapping.get("nullable"))
                && mapping.get("allOf") instanceof List<?> all
                && all.size() == 1;
    }

    private Map<?, ?> target(String reference) {
        Object here = document;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            here = here instanceof Map<?, ?> mapping ? mapping.get(step) : null;
        }
        if (here instanceof Map<?, ?> mapping) {
            return mapping;
        }
        throw new IllegalArgumentException(reference + " leads nowhere");
    }
}
