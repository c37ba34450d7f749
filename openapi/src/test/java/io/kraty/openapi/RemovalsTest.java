package io.kraty.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Takes things out of a description, one after the other: none may go unnoticed, wherever it stands. */
class RemovalsTest {
    private final List<String> unnoticed = new ArrayList<>();
    private int removals;

    @Test
    void removal_ofAnythingFromTheSmallDescription_isNoticed() {
        removeEach(
                ChangesTest.PETS,
                words("paths servers parameters responses content headers properties enum oneOf mapping securitySchemes"
                        + " x-error-codes x-error-statuses x-error-details x-sse-events x-enum-sets values x-aliases"),
                words("get put tags requestBody type format default discriminator x-options defaults"
                        + " x-idempotent x-contains-secret x-out-of-band x-discriminator-value"));

        assertEquals(List.of(), unnoticed);
        assertTrue(removals > 100, () -> "only " + removals);
    }

    /** That every path and every schema of the real one is reached; what happens there is the same as above. */
    @Test
    void removal_fromAnyPathOrSchemaOfTheDescription_isNoticed() {
        Map<String, Map<String, Map<String, Map<String, ?>>>> document =
                new Yaml().load(BaselineTest.read(BaselineTest.DESCRIPTION));
        Consumer<String> compare = comparison(BaselineTest.read(BaselineTest.DESCRIPTION), document);

        withoutEach(document.get("paths"), "/paths", compare);
        document.get("components").get("schemas").forEach((name, schema) -> {
            if (schema.get("properties") instanceof Map<?, ?> properties) {
                Object first = properties.keySet().iterator().next();
                without(properties, first, () -> compare.accept(name + "." + first));
            } else if (schema.containsKey("oneOf")) {
                withoutEach(schema.get("oneOf"), name, compare);
            } else {
                without(schema, "type", () -> compare.accept(name));
            }
        });

        assertEquals(List.of(), unnoticed);
        assertTrue(removals > 200, () -> "only " + removals);
    }

    /**
     * Removes each thing alone.
     *
     * @param containers the keys of what holds removable things, by name or in a list
     * @param facts the keys of what is removable itself
     */
    private void removeEach(String yaml, Set<String> containers, Set<String> facts) {
        Map<String, ?> document = new Yaml().load(yaml);
        visit(document, "", containers, facts, comparison(yaml, document));
    }

    private Consumer<String> comparison(String yaml, Map<?, ?> document) {
        Description released = Description.parse(yaml);
        return removed -> {
            removals++;
            if (Compatibility.breaks(released, new Description(document)).isEmpty()) {
                unnoticed.add(removed);
            }
        };
    }

    private static void visit(
            Object here, String path, Set<String> containers, Set<String> facts, Consumer<String> compare) {
        if (here instanceof List<?> list) {
            list.forEach(each -> visit(each, path + "/-", containers, facts, compare));
        }
        if (!(here instanceof Map<?, ?> mapping)) {
            return;
        }
        for (Object key : List.copyOf(mapping.keySet())) {
            Object value = mapping.get(key);
            String inner = path + "/" + key;
            if (facts.contains(key) && !path.endsWith("/properties") && !path.isEmpty()) {
                without(mapping, key, () -> compare.accept(inner));
            }
            // A component that others refer to cannot go alone.
            if (containers.contains(key) && !path.equals("/components")) {
                withoutEach(value, inner, compare);
            }
            if (key.toString().startsWith("x-error-")) {
                ((Map<?, ?>) value).values().forEach(codes -> withoutEach(codes, inner + "/-", compare));
            }
            visit(value, inner, containers, facts, compare);
        }
    }

    private static void withoutEach(Object container, String path, Consumer<String> compare) {
        if (container instanceof Map<?, ?> mapping) {
            List.copyOf(mapping.keySet()).forEach(key -> without(mapping, key, () -> compare.accept(path + "/" + key)));
        }
        if (container instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<Object> all = new ArrayList<>(list);
                list.remove(i);
                compare.accept(path + "/" + all.get(i));
                restore(list, all);
            }
        }
    }

    private static void without(Map<?, ?> mapping, Object key, Runnable compare) {
        Map<Object, Object> all = new LinkedHashMap<>(mapping);
        mapping.remove(key);
        compare.run();
        restore(mapping, all);
    }

    @SuppressWarnings("unchecked") // what the YAML parser makes takes anything
    private static void restore(Map<?, ?> mapping, Map<Object, Object> all) {
        mapping.clear();
        ((Map<Object, Object>) mapping).putAll(all);
    }

    @SuppressWarnings("unchecked") // what the YAML parser makes takes anything
    private static void restore(List<?> list, List<Object> all) {
        list.clear();
        ((List<Object>) list).addAll(all);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" ", -1));
    }
}
