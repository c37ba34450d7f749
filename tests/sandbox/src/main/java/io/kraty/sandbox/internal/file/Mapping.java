package io.kraty.sandbox.internal.file;

import java.util.Map;

/** A mapping whose keys are known. */
final class Mapping {
    private final Field field;
    private final Map<String, Field> fields;

    Mapping(Field field, Map<String, Field> fields) {
        this.field = field;
        this.fields = fields;
    }

    /** What stands under the key; an absent field if nothing does. */
    Field get(String name) {
        Field found = fields.get(name);
        return found != null ? found : field.missing(name);
    }

    boolean has(String name) {
        return !get(name).isAbsent();
    }
}
