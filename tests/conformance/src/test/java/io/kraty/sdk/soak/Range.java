package io.kraty.sdk.soak;

import java.util.List;
import java.util.Objects;

/** How many there may be: all that were answered, and as many of those without an answer as got through. */
record Range(long least, long most) {
    static Range of(List<Books.Made> made) {
        long known = made.stream()
                .map(Books.Made::id)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        long unknown = made.stream()
                .filter(one -> one.outcome() == Books.Outcome.UNKNOWN)
                .count();
        return new Range(known, known + unknown);
    }

    boolean holds(long count) {
        return count >= least && count <= most;
    }
}
