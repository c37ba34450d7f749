package io.kraty.openapi;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The named members of an object. */
final class Properties {
    private Properties() {}

    static void check(SchemaChange change, SchemaComparison schemas, Consumer<String> report) {
        Map<String, Part> before = change.before().parts("properties");
        Map<String, Part> after = change.after().parts("properties");
        Set<String> requiredBefore = change.before().texts("required");
        Set<String> requiredAfter = change.after().texts("required");
        boolean request = change.direction() == Direction.REQUEST;

        before.forEach((name, part) -> {
            if (!after.containsKey(name)) {
                report.accept(change.property(name) + " is gone: "
                        + (request ? "what clients in use send there is lost" : "readers lose it"));
                return;
            }
            if (!request && requiredBefore.contains(name) && !requiredAfter.contains(name)) {
                report.accept(change.property(name) + " became optional: readers count on it");
            }
            if (request && !requiredBefore.contains(name) && requiredAfter.contains(name)) {
                report.accept(change.property(name) + " became required: requests of clients in use are refused");
            }
            for (String alias :
                    Enums.gone(part.texts("x-aliases"), after.get(name).texts("x-aliases"))) {
                report.accept(change.property(name) + " is no longer read under its older name " + alias
                        + ": readers lose it where the older name is still in use");
            }
            schemas.compare(change.toProperty(name, part, after.get(name), !requiredBefore.contains(name)));
        });
        if (request) {
            for (String name : Enums.gone(requiredAfter, before.keySet())) {
                report.accept(change.property(name) + " is new and required: requests of clients in use are refused");
            }
            Set<String> choiceBefore = change.before().texts("x-exactly-one-of");
            Set<String> choiceAfter = change.after().texts("x-exactly-one-of");
            if (!choiceAfter.isEmpty() && !choiceAfter.equals(choiceBefore)) {
                report.accept(change.what() + " takes exactly one of " + choiceAfter
                        + ": requests of clients in use are refused");
            }
        }
    }
}
