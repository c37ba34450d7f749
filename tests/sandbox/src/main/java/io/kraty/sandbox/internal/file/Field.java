package io.kraty.sandbox.internal.file;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a file, and what stands there, if anything. The getters want it to be there and of their type. Where it is
 * not, they note the problem and return something harmless, so that the rest of the file can be read as well.
 *
 * <p>A null counts as absent: a key whose value is commented out is no mistake.
 */
final class Field extends Value {
    /** What holdings can take millions of times before 64 bits are full. */
    static final long MOST = 1_000_000_000_000L;

    Field(Reading reading, String path, Place key, @Nullable Node node) {
        super(reading, path, key, node);
    }

    /** What stands under a key, for a look ahead of the reading; absent if this is no mapping. */
    Field peek(String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(name)) {
                    return child(name, Place.of(scalar), tuple.getValueNode());
                }
            }
        }
        return missing(name);
    }

    /** What {@code read} makes of it; the fallback if absent. */
    <T> T or(T fallback, Function<Field, T> read) {
        return isAbsent() ? fallback : read.apply(this);
    }

    /** What {@code read} makes of it; null if absent. */
    <T> @Nullable T orNull(Function<Field, T> read) {
        return isAbsent() ? null : read.apply(this);
    }

    /** A text with something in it. */
    String text() {
        if (isText() && !anyText().isBlank()) {
            return anyText();
        }
        if (isNumber() || isTruth()) {
            problem("must be a text, was " + shown() + "; put it into quotes");
        } else {
            expected("a text");
        }
        return "";
    }

    boolean truth() {
        if (isTruth()) {
            return anyText().equalsIgnoreCase("true");
        }
        expected("true or false");
        return false;
    }

    /** A whole number within bounds. */
    long whole(long min, long max) {
        if (isNumber()) {
            try {
                long number = decimal().longValueExact();
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (ArithmeticException e) {
                // Told below, like any other number that is out of bounds.
            }
        }
        expected(
                max == MOST || max == Integer.MAX_VALUE
                        ? "a whole number from " + min + " on"
                        : "a whole number from " + min + " to " + max);
        return min;
    }

    /** A whole number within bounds. */
    int count(int min, int max) {
        return (int) whole(min, max);
    }

    /** A number above zero. */
    double positive() {
        if (isNumber() && decimal().signum() > 0) {
            return decimal().doubleValue();
        }
        expected("a number above 0");
        return 1;
    }

    /** A number of at least zero. */
    double notNegative() {
        if (isNumber() && decimal().signum() >= 0) {
            return decimal().doubleValue();
        }
        expected("a number from 0 on");
        return 0;
    }

    /** A part of a whole. */
    double share() {
        if (isNumber() && decimal().signum() >= 0 && decimal().doubleValue() <= 1) {
            return decimal().doubleValue();
        }
        expected("a number from 0 to 1");
        return 0;
    }

    /** A duration, zero among them. */
    Duration duration() {
        Duration duration = isText() ? Durations.parse(anyText()) : null;
        if (duration == null) {
            expected("a duration like 250ms, 90s, 15m, 1h30m or 7d");
            return Duration.ofSeconds(1);
        }
        return duration;
    }

    /** A duration above zero. */
    Duration positiveDuration() {
        Duration duration = duration();
        if (duration.isZero()) {
            expected("a duration above 0");
            return Duration.ofSeconds(1);
        }
        return duration;
    }

    Instant instant() {
        if (isText()) {
            try {
                return Instant.parse(anyText());
            } catch (DateTimeParseException e) {
                // Told below, like anything else that is no time.
            }
        }
        expected("a time like 2026-01-31T18:00:00Z");
        return Instant.EPOCH;
    }

    /** One of several words, in the order in which they are to be listed. */
    <T> T word(Map<String, T> words) {
        T meant = isText() ? words.get(anyText()) : null;
        if (meant != null) {
            return meant;
        }
        expected(alternatives(words.keySet()));
        return words.values().iterator().next();
    }

    /**
     * The key of something else in the file.
     *
     * @param what what that is, with its article: {@code an item}
     */
    String reference(String what, Collection<String> known) {
        if (isAbsent()) {
            expected("the key of " + what);
            return "";
        }
        String name = text();
        if (!name.isEmpty()) {
            require(what, name, known);
        }
        return name;
    }

    /** Notes it if there is nothing of this name. */
    void require(String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            String noun = what.substring(what.indexOf(' ') + 1);
            problem("there is no " + noun + " \"" + name + "\"" + Nearest.hint(name, known));
        }
    }

    List<Field> list() {
        if (!(node instanceof SequenceNode sequence)) {
            expected("a list");
            return List.of();
        }
        List<Field> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            elements.add(new Field(reading, path + "[" + elements.size() + "]", Place.of(element), element));
        }
        return elements;
    }

    /** A list of what {@code read} makes of its elements. */
    <T> List<T> list(Function<Field, T> read) {
        return list().stream().map(read).toList();
    }

    /** The same with something in it. */
    <T> List<T> filledList(Function<Field, T> read) {
        List<T> list = list(read);
        if (list.isEmpty() && isList()) {
            problem("must be a list with something in it");
        }
        return list;
    }

    /** A mapping whose keys are names that the file chooses. */
    Map<String, Field> named() {
        Map<String, Field> named = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            expected("a mapping");
            return named;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = Place.of(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)
                    || name.getValue().isBlank()) {
                reading.problem(place, path, "has a key that is no text");
                continue;
            }
            Field field = child(name.getValue(), place, tuple.getValueNode());
            Field first = named.putIfAbsent(name.getValue(), field);
            if (first != null) {
                reading.problem(place, field.path, "is there already, in line " + first.key.line());
            }
        }
        return named;
    }

    /** A mapping of names to what {@code read} makes of them. */
    <T> Map<String, T> named(Function<Field, T> read) {
        Map<String, T> named = new LinkedHashMap<>();
        named().forEach((name, field) -> named.put(name, read.apply(field)));
        return named;
    }

    /** A mapping whose keys are these; all others are told. */
    Mapping mapping(String... known) {
        return mapping(List.of(known));
    }

    private Mapping mapping(List<String> known) {
        reading.known(path, known);
        if (!isMapping()) {
            expected(known.size() > 4 ? "a mapping" : "a mapping with " + alternatives(known));
            // Nobody wants to hear what a mapping lacks that is none.
            return new Mapping(new Field(new Reading(), path, key, null), Map.of());
        }
        Map<String, Field> fields = named();
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                reading.problem(field.key, field.path, "is not known here" + Nearest.hint(name, known));
            }
        });
        return new Mapping(this, fields);
    }

    /** Which of several keys the mapping has, if each stands for a form of its own; empty, with a problem, if none. */
    String form(String... keys) {
        for (String candidate : keys) {
            if (has(candidate)) {
                return candidate;
            }
        }
        expected("a mapping with " + alternatives(List.of(keys)));
        return "";
    }

    Field child(String name, Place place, @Nullable Node value) {
        return new Field(reading, path.isEmpty() ? name : path + "." + name, place, value);
    }

    /** Where a value that the mapping lacks would have been expected. */
    Field missing(String name) {
        return child(name, path.isEmpty() && node != null ? Place.of(node) : key, null);
    }
}
