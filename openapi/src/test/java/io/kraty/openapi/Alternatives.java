package io.kraty.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The alternatives of a {@code oneOf}. With a discriminator they are open like enums: readers pass on what they do not know.
 * Without one, nothing tells a new alternative from the old ones.
 */
final class Alternatives {
    private Alternatives() {}

    static void check(SchemaChange change, SchemaComparison schemas, Consumer<String> report) {
        Map<String, Part> before = named(change.before());
        Map<String, Part> after = named(change.after());
        before.forEach((name, part) -> {
            if (after.containsKey(name)) {
                schemas.compare(change.toInner(" as " + name, part, after.get(name)));
            } else {
                report.accept("alternative " + name + " of " + change.what() + " is gone: "
                        + (change.direction() == Direction.REQUEST
                                ? "requests with it are refused"
                                : "code that names it does not compile after regenerating"));
            }
        });
        if (change.direction() == Direction.RESPONSE && !change.before().has("discriminator")) {
            for (String name : Enums.gone(after.keySet(), before.keySet())) {
                report.accept("alternative " + name + " of " + change.what() + " is new: "
                        + change.direction().consequence());
            }
        }
        change.before().part("discriminator").ifPresent(discriminator -> check(change, discriminator, report));
    }

    private static void check(SchemaChange change, Part before, Consumer<String> report) {
        Part after = change.after()
                .part("discriminator")
                .orElseGet(() -> new Part(change.after().description(), before.name(), false, Map.of()));
        if (!before.text("propertyName").equals(after.text("propertyName"))) {
            report.accept(change.what() + " is told apart by "
                    + after.text("propertyName").orElse("nothing") + " instead of "
                    + before.text("propertyName").orElseThrow() + ": "
                    + change.direction().consequence());
        }
        Map<String, String> mappingAfter = after.textByKey("mapping");
        before.textByKey("mapping").forEach((value, schema) -> {
            if (!schema.equals(mappingAfter.get(value))) {
                report.accept("kind " + value + " of " + change.what()
                        + (mappingAfter.containsKey(value) ? " means another schema" : " is gone") + ": "
                        + change.direction().consequence());
            }
        });
    }

    /** The alternatives by what a client knows them as: their schema, or their type where they have no name. */
    private static Map<String, Part> named(Part part) {
        Map<String, Part> named = new LinkedHashMap<>();
        part.list("oneOf")
                .forEach(alternative -> named.put(
                        alternative
                                .name()
                                .orElseGet(() -> alternative.text("type").orElse("any")),
                        alternative));
        return named;
    }
}
