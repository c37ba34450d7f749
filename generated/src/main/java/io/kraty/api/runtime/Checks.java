package io.kraty.api.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Argument checks that name the argument, its value and what is allowed. A null that means "left out" passes.
 *
 * @since 0.1.0
 */
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

    /** Refuses a text that has fewer or more characters than allowed; null means no upper bound. */
    public static @Nullable String length(String name, @Nullable String value, int min, @Nullable Integer max) {
        if (value != null) {
            int length = value.codePointCount(0, value.length());
            if (length < min || (max != null && length > max)) {
                throw outOfRange(name + " (characters)", length, min, max);
            }
        }
        return value;
    }

    /** Refuses a list that is shorter or longer than allowed; null means no bound. */
    public static <T> @Nullable List<T> size(
            String name, @Nullable List<T> value, @Nullable Integer min, @Nullable Integer max) {
        if (value != null && ((min != null && value.size() < min) || (max != null && value.size() > max))) {
            throw outOfRange(name + " (entries)", value.size(), min, max);
        }
        return value;
    }

    /** Checks every entry of a list, and says which one is refused. */
    public static <T> List<T> each(String name, List<T> values, UnaryOperator<T> check) {
        List<T> checked = new ArrayList<>(values.size());
        for (T value : values) {
            try {
                checked.add(check.apply(value));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + "[" + checked.size() + "]." + e.getMessage(), e);
            }
        }
        return checked;
    }

    /** Refuses none, and more than one, of what excludes each other. */
    public static void exactlyOne(String names, @Nullable Object... values) {
        long set = Arrays.stream(values).filter(Objects::nonNull).count();
        if (set != 1) {
            throw new IllegalArgumentException(names + ": exactly one of them must be set, was " + set);
        }
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
        }
        return whole(name, value);
    }

    /** Refuses half a surrogate pair, which would be sent or kept as a question mark. */
    public static String whole(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
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
