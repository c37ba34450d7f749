package io.kraty.sandbox.internal.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A schema, to be walked along with a file that it describes. */
record SchemaTree(JsonNode root) {
    /** What a value may be, with all references followed and all alternatives apart. */
    List<JsonNode> forms(JsonNode schema) {
        JsonNode node = schema;
        while (node.has("$ref")) {
            node = root.at(node.get("$ref").asText().substring(1));
        }
        if (node.has("properties") || !node.has("anyOf")) {
            return List.of(node);
        }
        List<JsonNode> forms = new ArrayList<>();
        node.get("anyOf").forEach(form -> forms.addAll(forms(form)));
        return forms;
    }

    /** What the value at a path like {@code events.coin_rush.rewards.tiers[0]} may be. */
    List<JsonNode> at(String path) {
        List<JsonNode> forms = forms(root);
        for (String step : path.isEmpty() ? new String[0] : path.split("[.\\[]")) {
            forms = forms.stream().flatMap(form -> child(form, step)).toList();
        }
        return forms;
    }

    private Stream<JsonNode> child(JsonNode form, String step) {
        JsonNode child = step.endsWith("]")
                ? form.path("items")
                : form.path("properties").path(step);
        if (child.isMissingNode()
                && !step.endsWith("]")
                && form.path("additionalProperties").isObject()) {
            child = form.get("additionalProperties");
        }
        return child.isMissingNode() ? Stream.of() : forms(child).stream();
    }

    static Set<String> keys(JsonNode form) {
        Set<String> keys = new TreeSet<>();
        form.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** All objects with keys of their own, wherever they stand in the schema. */
    Set<JsonNode> objects() {
        Set<JsonNode> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(root, objects);
        return objects;
    }

    private static void collect(JsonNode node, Set<JsonNode> objects) {
        if (node.path("properties").isObject()) {
            objects.add(node);
        }
        node.forEach(child -> collect(child, objects));
    }
}
