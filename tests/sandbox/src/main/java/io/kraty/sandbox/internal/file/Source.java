package io.kraty.sandbox.internal.file;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns text into nodes. What is no YAML at all is told where the parser gave up, which is only one place. */
final class Source {
    private Source() {}

    /** The whole text as a field; absent, with a problem, if it is no YAML. */
    static Field parse(String text, Reading reading) {
        Node root = compose(text, reading);
        if (root != null && containsItself(root, new HashSet<>())) {
            reading.problem(Place.of(root), "", "must not have an alias that stands inside of its own anchor");
            root = null;
        }
        return new Field(reading, "", Place.START, root);
    }

    private static @Nullable Node compose(String text, Reading reading) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setAllowNonScalarKeys(true) // refused with their line, later
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                reading.problem(Place.START, "", "is empty");
            }
            return root.orElse(null);
        } catch (MarkedYamlEngineException e) {
            reading.problem(Place.of(e.getProblemMark()), "", "is not valid YAML: " + describe(e));
        } catch (YamlEngineException e) {
            reading.problem(Place.START, "", "is not valid YAML: " + oneLine(String.valueOf(e.getMessage())));
        } catch (StackOverflowError e) {
            reading.problem(Place.START, "", "is nested too deeply");
        }
        return null;
    }

    private static String describe(MarkedYamlEngineException e) {
        String context = e.getContext();
        String where = context == null || context.isBlank()
                ? ""
                : " " + context
                        + e.getContextMark()
                                .map(mark -> ", which begins in line " + (mark.getLine() + 1))
                                .orElse("");
        return oneLine(e.getProblem() + where);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static boolean containsItself(Node node, Set<Node> seen) {
        if (node.isRecursive()) {
            return true;
        }
        if (!seen.add(node)) {
            return false;
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().anyMatch(element -> containsItself(element, seen));
        }
        return node instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .map(NodeTuple::getValueNode)
                        .anyMatch(value -> containsItself(value, seen));
    }
}
