package io.kraty.sandbox.internal.file;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What stands at a place in a file: its kind, how to show it to people, and how to say that it is wrong. */
class Value {
    private static final int LONGEST_SHOWN = 80;

    final Reading reading;
    final String path;
    final Place key;
    final @Nullable Node node;

    /**
     * @param path the keys that lead here
     * @param key where its name stands, for when it has no value
     * @param node the value; null for none
     */
    Value(Reading reading, String path, Place key, @Nullable Node node) {
        this.reading = reading;
        this.path = path;
        this.key = key;
        this.node = node;
    }

    boolean isAbsent() {
        return node == null || node.getTag().equals(Tag.NULL);
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isText() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
    }

    boolean isTruth() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.BOOL);
    }

    boolean isNumber() {
        return node instanceof ScalarNode
                && (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT));
    }

    /** Whether it is a mapping with this key in it. */
    boolean has(String name) {
        return keys().contains(name);
    }

    /** The keys of the mapping that it is, whatever their values are worth; none if it is no mapping. */
    List<String> keys() {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .map(NodeTuple::getKeyNode)
                        .filter(ScalarNode.class::isInstance)
                        .map(name -> ((ScalarNode) name).getValue())
                        .toList()
                : List.of();
    }

    void problem(String message) {
        reading.problem(node == null ? key : Place.of(node), path, message);
    }

    /** Notes that it is missing or not what it has to be. */
    void expected(String what) {
        if (node == null || isAbsent()) {
            reading.problem(key, path, "is required: " + what);
        } else {
            problem("must be " + what + ", was " + shown());
        }
    }

    int problems() {
        return reading.problems();
    }

    /** Whatever the scalar says. */
    String anyText() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** A finite number; -1, which nobody asks for, if it is infinite or none. */
    BigDecimal decimal() {
        try {
            BigDecimal number = new BigDecimal(anyText());
            return Double.isFinite(number.doubleValue()) ? number : BigDecimal.ONE.negate();
        } catch (NumberFormatException e) {
            return BigDecimal.ONE.negate();
        }
    }

    /** The value, as problems show it. */
    String shown() {
        if (node instanceof ScalarNode scalar) {
            String value = scalar.getValue();
            String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
            return isText() ? "\"" + shown + "\"" : shown;
        }
        if (isMapping()) {
            return keys().isEmpty() ? "an empty mapping" : "a mapping with " + String.join(", ", keys());
        }
        return isList() ? "a list" : "nothing";
    }

    /** A number as people write it: without a fraction if it has none. */
    static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    static String alternatives(Collection<String> names) {
        List<String> all = List.copyOf(names);
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }
}
