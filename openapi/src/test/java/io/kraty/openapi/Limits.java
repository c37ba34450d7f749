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
        for (String limit : LOWER) {
            check(change, limit, 1, report);
        }
        for (String limit : UPPER) {
            check(change, limit, -1, report);
        }
    }

    /** {@code inwards} is the sign of a change that leaves less room. */
    private static void check(SchemaChange change, String limit, int inwards, Consumer<String> report) {
        Optional<BigDecimal> before = change.before().text(limit).map(BigDecimal::new);
        Optional<BigDecimal> after = change.after().text(limit).map(BigDecimal::new);
        int less = before.isPresent() && after.isPresent()
                ? inwards * after.get().compareTo(before.get())
                : Boolean.compare(after.isPresent(), before.isPresent());
        boolean breaks = change.direction() == Direction.REQUEST ? less > 0 : less < 0;
        if (breaks) {
            report.accept(change.what() + " has another " + limit + ", " + shown(after) + " instead of " + shown(before)
                    + ": " + change.direction().consequence());
        }
    }

    private static String shown(Optional<BigDecimal> limit) {
        return limit.map(BigDecimal::toPlainString).orElse("none");
    }
}
