package io.kraty.sample;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that one step finds and later steps need. */
final class Found<T> {
    private final String what;
    private final @Nullable Found<?> source;
    private @Nullable T value;
    private boolean absent;

    Found(String what) {
        this(what, null);
    }

    /** Something that cannot be found where {@code source} is not. */
    Found(String what, @Nullable Found<?> source) {
        this.what = what;
        this.source = source;
    }

    void set(T found) {
        value = found;
    }

    /** Takes what was found; if it was not, there is none here, and steps that need it are skipped. */
    void set(Optional<T> found) {
        value = found.orElse(null);
        absent = found.isEmpty();
    }

    boolean isPresent() {
        return value != null;
    }

    T get() {
        if (absent) {
            throw new Steps.Skipped("this game has no " + what);
        }
        if (value == null && source != null) {
            source.get();
        }
        if (value == null) {
            throw new Steps.Failed("needs the " + what + ", which no earlier step brought");
        }
        return value;
    }
}
