package io.kraty.openapi;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What is known of error codes beyond their names: the statuses they come with, and the shape of their details. */
final class ErrorFacts {
    private ErrorFacts() {}

    static void check(SchemaChange change, SchemaComparison schemas, Consumer<String> report) {
        Map<String, Set<String>> statusesAfter = change.after().textsByKey("x-error-statuses");
        change.before().textsByKey("x-error-statuses").forEach((code, statuses) -> {
            for (String status : Enums.gone(statuses, statusesAfter.getOrDefault(code, Set.of()))) {
                report.accept("error code " + code + " no longer comes with status " + status
                        + ": clients that go by the status mistake it");
            }
        });
        Map<String, String> detailsAfter = change.after().textByKey("x-error-details");
        change.before().textByKey("x-error-details").forEach((code, schema) -> {
            if (schema.equals(detailsAfter.get(code))) {
                schemas.compare(new SchemaChange(
                        change.before().description().schema(schema),
                        change.after().description().schema(schema),
                        Direction.RESPONSE,
                        "details",
                        schema,
                        true));
            } else {
                report.accept("error code " + code + " no longer comes with details of the form " + schema
                        + ": readers of the details lose them");
            }
        });
    }
}
