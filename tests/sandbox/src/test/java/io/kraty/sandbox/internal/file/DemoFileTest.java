package io.kraty.sandbox.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.sandbox.Game;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What the demo game's file shows in comments, a studio copies out of them. */
class DemoFileTest {
    private static final int MOST_ALTERNATIVES = 5;

    /** All of the comments at once are not one file: some are alternatives to each other, so each is taken in turn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, MOST_ALTERNATIVES})
    void whatIsCommentedOut_canBeUsedJustLikeThat(int alternative) {
        String all = GameFiles.text("demo-game.yaml").replaceAll("(?m)^( *)#: ", "$1");
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        Node root = new Compose(settings).composeString(all).orElseThrow();
        String json = GameFiles.json(plain(root, alternative));
        assertNotEquals(Game.demo(), Game.parse(json, "demo-game.json"));
        assertEquals(List.of(), GameFiles.refusals(json));
    }

    /** The value, with one out of several under the same key; the last one where there are not so many. */
    private static Object plain(Node node, int alternative) {
        if (node instanceof MappingNode mapping) {
            Map<String, Integer> seen = new LinkedHashMap<>();
            Map<String, Object> plain = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (seen.merge(key, 1, Integer::sum) <= alternative) {
                    plain.put(key, plain(tuple.getValueNode(), alternative));
                }
            }
            seen.forEach((key, count) ->
                    assertEquals(count, Math.min(count, MOST_ALTERNATIVES), "more alternatives than the test tries"));
            return plain;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(element -> plain(element, alternative))
                    .toList();
        }
        String text = ((ScalarNode) node).getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        boolean isNumber = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
        return isNumber ? new BigDecimal(text) : text;
    }
}
