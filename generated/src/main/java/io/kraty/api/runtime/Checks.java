package io.kraty.api.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Argument checks that name the argument, its value and what is allowed. A null that means "left out" passes. */
public final class Checks {
    private Checks() {}

    /** Refuses a missing value. */
    public static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": required, but not set");
        }
        return value;
    }

    /** Refuses a whole number outside of {@code min} to {@code max}; null means no bound. */
    public static @Nullable Integer range(
            String name, @Nullable Integer value, @Nullable Integer min, @Nullable Integer max) {
        if (value != null && ((min != null && value < min) || (max != null && value > max))) {
            throw outOfRange(name, value, min, max);
        }
        return value;
    }

    /** Refuses a whole number outside of {@code min} to {@code max}; null means no bound. */
    public static @Nullable Long range(String name, @Nullable Long value, @Nullable Long min, @Nullable Long max) {
        if (value != null && ((min != null && value < min) || (max != null && value > max))) {
            throw outOfRange(name, value, min, max);
        }
        return value;
    }

    /** Refuses NaN and the infinities, which JSON cannot carry. */
    public static @Nullable Double finite(String name, @Nullable Double value) {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": must be a finite number, was " + value);
        }
        return value;
    }

    /** Refuses a text that is shorter or longer than allowed; null means no upper bound. */
    public static @Nullable String length(String name, @Nullable String value, int min, @Nullable Integer max) {
        if (value != null && (value.length() < min || (max != null && value.length() > max))) {
            throw outOfRange(name + " (characters)", value.length(), min, max);
        }
        return value;
    }

    /** Refuses a list that is longer than allowed; null means no bound. */
    public static <T> @Nullable List<T> size(String name, @Nullable List<T> value, @Nullable Integer max) {
        if (value != null && max != null && value.size() > max) {
            throw outOfRange(name + " (entries)", value.size(), null, max);
        }
        return value;
    }

    /**
     * Refuses what cannot stand as one segment of a path: nothing, blanks, control characters, half a surrogate pair, and
     * the names {@code .} and {@code ..}, which would address another resource.
     */
    public static String pathSegment(String name, @Nullable String value) {
        if (value == null || value.trim().isEmpty()) {
            throw new IllegalArgumentException(name + ": must not be empty, was " + quoted(value));
        }
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(name + ": must not be a path of its own, was \"" + value + "\"");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                throw new IllegalArgumentException(
                        name + ": must not hold control characters, has U+" + hex(c) + " at index " + i);
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException(name + ": holds half a character (U+" + hex(c) + ") at index " + i);
            }
        }
        return value;
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static String hex(char c) {
        return String.format(java.util.Locale.ROOT, "%04X", (int) c);
    }

    private static IllegalArgumentException outOfRange(
            String name, Number value, @Nullable Number min, @Nullable Number max) {
        String allowed =
                min == null ? "at most " + max : max == null ? "at least " + min : "from " + min + " to " + max;
        return new IllegalArgumentException(name + ": must be " + allowed + ", was " + value);
    }
}
