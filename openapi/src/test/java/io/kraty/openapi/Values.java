package io.kraty.openapi;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Facts about a schema that have to stay as they are, or may only go one way. */
final class Values {
    private static final List<String> FIXED = List.of(
            "type",
            "format",
            "pattern",
            "multipleOf",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "uniqueItems",
            "x-discriminator-value",
            "x-out-of-band");

    private Values() {}

    static void check(SchemaChange change, Consumer<String> report) {
        Part before = change.before();
        Part after = change.after();
        for (String fact : FIXED) {
            if (!Objects.equals(before.members().get(fact), after.members().get(fact))) {
                report.accept(change.what() + " has another " + fact + ", " + shown(after, fact) + " instead of "
                        + shown(before, fact) + ": " + change.direction().consequence());
            }
        }
        if (before.has("default") && !before.text("default").equals(after.text("default"))) {
            report.accept(change.what() + " has another default, " + shown(after, "default") + " instead of "
                    + shown(before, "default") + ": who leaves it out gets something else");
        }
        if (before.isTrue("x-idempotent") && !after.isTrue("x-idempotent")) {
            report.accept(change.what() + " carries no idempotency key any more: a repeated call takes effect twice");
        }
        if (before.isTrue("x-contains-secret") && !after.isTrue("x-contains-secret")) {
            report.accept(change.what() + " no longer says that it holds a secret: clients print and log it");
        }
    }

    private static String shown(Part part, String fact) {
        return part.text(fact).orElse("none");
    }
}
