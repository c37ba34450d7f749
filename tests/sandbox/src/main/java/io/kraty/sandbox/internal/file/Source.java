package io.kraty.sandbox.internal.file;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns text into nodes. What is no YAML at all is told where the parser gave up, which is only one place. */
final class Source {
    private Source() {}

    /** The whole text as a field; absent, with a problem, if it is no YAML. */
    static Field parse(String text, Reading reading) {
        Node root = compose(text, reading);
        Node endless = root == null ? null : endless(root, new HashSet<>());
        if (endless != null) {
            reading.problem(Place.of(endless), "", "must not stand inside of itself, by an alias");
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
            // The library has a shorter way, but in a package that its module does not export.
            StreamReader reader = new StreamReader(settings, text);
            Optional<Node> root = new Composer(settings, new ParserImpl(settings, reader)).getSingleNode();
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
        if (context == null || context.isBlank()) {
            return oneLine(e.getProblem());
        }
        if (context.startsWith("expected")) {
            return oneLine(context + ", " + e.getProblem());
        }
        String line = e.getContextMark()
                .map(mark -> ", which begins in line " + (mark.getLine() + 1))
                .orElse("");
        // "on: *" is the most likely one.
        String hint = context.endsWith("an alias") ? "; a text that begins with * or & takes quotes" : "";
        return oneLine(e.getProblem() + " " + context + line + hint);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The node that stands inside of itself; null if none does. */
    private static @Nullable Node endless(Node node, Set<Node> seen) {
        if (node.isRecursive()) {
            return node;
        }
        if (!seen.add(node)) {
            return null;
        }
        for (Node child : children(node)) {
            Node endless = endless(child, seen);
            if (endless != null) {
                return endless;
            }
        }
        return null;
    }

    private static List<Node> children(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(NodeTuple::getValueNode).toList()
                : List.of();
    }
}
