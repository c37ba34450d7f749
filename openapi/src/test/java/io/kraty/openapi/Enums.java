package io.kraty.openapi;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Enums are open: a new value is an addition. A value that goes is not, and neither is a text that becomes an enum. */
final class Enums {
    private Enums() {}

    static void check(SchemaChange change, Consumer<String> report) {
        Part before = change.before();
        Part after = change.after();
        if (before.has("enum") != after.has("enum")) {
            report.accept(change.what() + (after.has("enum") ? " became" : " is no longer") + " an enum: "
                    + (change.direction() == Direction.REQUEST && after.has("enum")
                            ? change.direction().consequence()
                            : "code that uses it does not compile after regenerating"));
        }
        for (String value :
                gone(before.texts("enum"), after.has("enum") ? after.texts("enum") : before.texts("enum"))) {
            report.accept("value " + value + " of " + change.what() + " is gone: "
                    + (change.direction() == Direction.REQUEST
                            ? "requests with it are refused"
                            : "code that names it does not compile after regenerating"));
        }
        Map<String, Set<String>> setsAfter = sets(after);
        sets(before).forEach((set, values) -> {
            Optional<Set<String>> now = Optional.ofNullable(setsAfter.get(set));
            for (String value : gone(values, now.orElse(Set.of()))) {
                report.accept("value " + value + " is no longer in the set " + set + " of " + change.what()
                        + ": clients that go by the set treat it otherwise after regenerating");
            }
        });
    }

    private static Map<String, Set<String>> sets(Part part) {
        Map<String, Set<String>> sets = new TreeMap<>();
        part.list("x-enum-sets").forEach(set -> sets.put(set.text("name").orElseThrow(), set.texts("values")));
        return sets;
    }

    static Set<String> gone(Set<String> before, Set<String> after) {
        Set<String> gone = new LinkedHashSet<>(before);
        gone.removeAll(after);
        return gone;
    }
}
