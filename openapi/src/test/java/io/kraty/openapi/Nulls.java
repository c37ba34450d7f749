package io.kraty.openapi;

import java.util.function.Consumer;

/** Whether there may be null: a matter of each place, also where several places share a named schema. */
final class Nulls {
    private Nulls() {}

    static void check(SchemaChange change, Consumer<String> report) {
        boolean before = change.before().mayBeNull();
        boolean after = change.after().mayBeNull();
        if (change.direction() == Direction.REQUEST && before && !after) {
            report.accept(change.what() + " may no longer be null: "
                    + change.direction().consequence());
        }
        // Readers treat absent and null alike, as the description tells them to.
        if (change.direction() == Direction.RESPONSE && !change.optional() && !before && after) {
            report.accept(
                    change.what() + " may now be null: " + change.direction().consequence());
        }
    }
}
