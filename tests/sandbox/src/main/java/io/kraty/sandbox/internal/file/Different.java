package io.kraty.sandbox.internal.file;

import java.util.HashSet;
import java.util.Set;

/** Reads the texts of one list, each of which may be there once. */
final class Different {
    private final Set<String> seen = new HashSet<>();

    String text(Field field) {
        return require(field, field.text());
    }

    /** Notes a problem if the name was there before. */
    String require(Field field, String name) {
        if (!name.isEmpty() && !seen.add(name)) {
            field.problem("\"" + name + "\" is in the list already");
        }
        return name;
    }
}
