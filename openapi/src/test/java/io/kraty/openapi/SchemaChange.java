package io.kraty.openapi;

import java.util.Collection;
import java.util.Map;

/**
 * A schema before and after.
 *
 * @param kind what has this schema: a property, a parameter, a body
 * @param path where it is, as a reader of the description would say it
 * @param optional whether it could be absent before, which for a reader is the same as null
 */
record SchemaChange(Part before, Part after, Direction direction, String kind, String path, boolean optional) {

    /** Whether both are the same and lead no further; true of most, and quickly found out. */
    boolean isNone() {
        return before.members().equals(after.members())
                && before.members().values().stream()
                        .noneMatch(value -> value instanceof Map<?, ?> || value instanceof Collection<?>);
    }

    /** How a sentence about this schema begins. */
    String what() {
        return direction + " " + kind + " " + path;
    }

    /** How a sentence about a property of this schema begins. */
    String property(String name) {
        return direction + " property " + member(name);
    }

    SchemaChange toProperty(String name, Part from, Part to, boolean absentBefore) {
        return new SchemaChange(from, to, direction, "property", member(name), absentBefore);
    }

    /** The same for a schema that has a name, whoever uses it. */
    SchemaChange ofNamed() {
        return new SchemaChange(
                before, after, direction, "schema", before.name().orElseThrow(), optional);
    }

    SchemaChange toInner(String step, Part from, Part to) {
        return new SchemaChange(from, to, direction, kind, path + step, false);
    }

    private String member(String name) {
        return path + "." + name;
    }
}
