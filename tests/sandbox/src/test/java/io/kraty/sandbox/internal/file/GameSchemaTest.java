package io.kraty.sandbox.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kraty.sandbox.internal.definition.GameDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the reader and the published schema together. */
class GameSchemaTest {
    private static final String FULL = GameFiles.text("full-game.yaml");

    private final SchemaTree schema = new SchemaTree(GameFiles.schema());

    @ParameterizedTest
    @ValueSource(strings = {"demo-game.yaml", "full-game.yaml"})
    void file_isWhatTheSchemaDescribes(String file) {
        assertEquals(List.of(), GameFiles.refusals(GameFiles.text(file)));
    }

    @Test
    void demo_namesTheSchemaForEditors() {
        String first = GameFiles.text("demo-game.yaml").lines().findFirst().orElseThrow();
        assertEquals(
                "# yaml-language-server: $schema=" + schema.root().get("$id").asText(), first);
    }

    @Test
    void everyKey_isKnownToTheReaderAndToTheSchema() {
        Reading reading = new Reading();
        GameReader.read(Source.parse(FULL, reading));
        reading.finish("full-game.yaml");
        Set<JsonNode> unread = schema.objects();
        reading.known().forEach((path, keys) -> {
            List<JsonNode> same = schema.at(path).stream()
                    .filter(form -> SchemaTree.keys(form).equals(keys))
                    .toList();
            assertFalse(
                    same.isEmpty(),
                    () -> "The reader knows " + keys + " at \"" + path + "\", the schema "
                            + schema.at(path).stream().map(SchemaTree::keys).toList());
            unread.removeAll(same);
        });
        assertEquals(List.of(), unread.stream().map(SchemaTree::keys).toList(), "known to the schema only");
    }

    @Test
    void everyDefault_isWhatTheReaderTakes() {
        AtomicInteger added = new AtomicInteger();
        Object filled = withDefaults(GameFiles.tree(FULL), schema.root(), added);
        assertTrue(added.get() > 80, () -> "only " + added + " defaults were tried");
        GameDefinition explicit = GameReader.read(GameFiles.json(filled), "filled.json");
        assertEquals(GameReader.read(FULL, "full-game.yaml"), explicit);
    }

    @Test
    void everyTopLevelDefault_isWhatTheReaderTakes() {
        Object filled = withDefaults(Map.of("game", "Small"), schema.root(), new AtomicInteger());
        assertEquals(
                GameReader.read("game: Small", "small.yaml"), GameReader.read(GameFiles.json(filled), "filled.json"));
    }

    /** The same value with every default of the schema written out. */
    private Object withDefaults(Object value, JsonNode description, AtomicInteger added) {
        List<JsonNode> forms = schema.forms(description);
        if (value instanceof List<?> list) {
            JsonNode items = forms.stream()
                    .filter(form -> form.has("items"))
                    .findFirst()
                    .orElseThrow()
                    .get("items");
            return list.stream()
                    .map(element -> withDefaults(element, items, added))
                    .toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        JsonNode form = forms.stream()
                .filter(candidate -> SchemaTree.keys(candidate).containsAll(map.keySet())
                        || candidate.path("additionalProperties").isObject())
                .findFirst()
                .orElse(description);
        Map<Object, Object> filled = new LinkedHashMap<>();
        map.forEach((key, member) -> {
            JsonNode of = form.path("properties").path(String.valueOf(key));
            JsonNode described = of.isMissingNode() ? form.path("additionalProperties") : of;
            filled.put(key, described.isObject() ? withDefaults(member, described, added) : member);
        });
        form.path("properties").properties().forEach(property -> {
            JsonNode fallback = property.getValue().get("default");
            if (fallback != null && !map.containsKey(property.getKey())) {
                added.incrementAndGet();
                Object plain = GameFiles.JSON.convertValue(fallback, Object.class);
                filled.put(property.getKey(), withDefaults(plain, property.getValue(), added));
            }
        });
        return filled;
    }
}
