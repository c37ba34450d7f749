package io.kraty.openapi;

import java.util.Optional;
import java.util.function.Consumer;

/** The items of an array, and what an object holds beside its named properties. */
final class Contents {

    /** How much an object may hold beside its properties, from nothing to anything. */
    private enum Freedom {
        CLOSED("nothing"),
        UNSAID("whatever comes"),
        OPEN("anything"),
        TYPED("a type of its own");

        private final String words;

        Freedom(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private Contents() {}

    static void check(SchemaChange change, SchemaComparison schemas, Consumer<String> report) {
        Optional<Part> items = change.before().part("items");
        Optional<Part> itemsAfter = change.after().part("items");
        if (items.isPresent() && itemsAfter.isPresent()) {
            schemas.compare(change.toInner("[]", items.get(), itemsAfter.get()));
        }

        Freedom before = freedom(change.before());
        Freedom after = freedom(change.after());
        if (before == Freedom.TYPED && after == Freedom.TYPED) {
            schemas.compare(change.toInner(
                    "{}",
                    change.before().part("additionalProperties").orElseThrow(),
                    change.after().part("additionalProperties").orElseThrow()));
        } else if (before != after && (after == Freedom.TYPED || after.compareTo(before) < 0)) {
            report.accept(change.what() + " takes something else beside its properties, " + after + " instead of "
                    + before + ": " + change.direction().consequence());
        }
    }

    private static Freedom freedom(Part part) {
        if (!part.has("additionalProperties")) {
            return Freedom.UNSAID;
        }
        if (part.members().get("additionalProperties") instanceof Boolean allowed) {
            return allowed ? Freedom.OPEN : Freedom.CLOSED;
        }
        return Freedom.TYPED;
    }
}
