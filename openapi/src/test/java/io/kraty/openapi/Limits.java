package io.kraty.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Ranges: those of requests may only widen, those of responses may only narrow. */
final class Limits {
    private static final List<String> LOWER = List.of("minimum", "minLength", "minItems", "minProperties");
    private static final List<String> UPPER = List.of("maximum", "maxLength", "maxItems", "maxProperties");

    private Limits() {}

    static void check(SchemaChange change, Consumer<String> report) {
        LOWER.forEach(limit -> check(change, limit, true, report));
        UPPER.forEach(limit -> check(change, limit, false, report));
    }

    private static void check(SchemaChange change, String limit, boolean lower, Consumer<String> report) {
        Optional<BigDecimal> before = change.before().text(limit).map(BigDecimal::new);
        Optional<BigDecimal> after = change.after().text(limit).map(BigDecimal::new);
        int narrower = narrower(before, after, lower);
        if (change.direction() == Direction.REQUEST ? narrower > 0 : narrower < 0) {
            report.accept(change.what() + " has another " + limit + ", " + shown(after) + " instead of " + shown(before)
                    + ": " + change.direction().consequence());
        }
    }

    /** Positive if less fits in after the change, negative if more does. No limit is as wide as can be. */
    private static int narrower(Optional<BigDecimal> before, Optional<BigDecimal> after, boolean lower) {
        if (before.isEmpty() || after.isEmpty()) {
            return Boolean.compare(after.isPresent(), before.isPresent());
        }
        return lower ? after.get().compareTo(before.get()) : before.get().compareTo(after.get());
    }

    private static String shown(Optional<BigDecimal> limit) {
        return limit.map(BigDecimal::toPlainString).orElse("none");
    }
}
