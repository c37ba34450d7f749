package io.kraty.game.debug;

import com.google.gson.TypeAdapter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values for one call, as they were typed. Asking for one says what it is called, how it is written and what it is at first. */
public final class Values {
    private final List<Argument> asked = new ArrayList<>();
    private final @Nullable Map<String, String> typed;

    /** Null: nothing was typed, and nothing is sent; it is only to be seen what is asked for. */
    Values(@Nullable Map<String, String> typed) {
        this.typed = typed;
    }

    /** What was asked for: its name, how it is written, what it is at first, and whether it may be left out. */
    record Argument(String name, String kind, String initial, boolean optional) {}

    List<Argument> asked() {
        return asked;
    }

    String text(String name, String initial) {
        return value(name, "text", initial, false);
    }

    @Nullable
    String text(String name) {
        return maybe(name, text -> text);
    }

    <T> @Nullable T maybe(String name, Function<String, T> read) {
        String value = value(name, "text", "", true);
        return value.isEmpty() ? null : read.apply(value);
    }

    long number(String name, long initial) {
        return Long.parseLong(value(name, "number", Long.toString(initial), false));
    }

    boolean yes(String name) {
        return value(name, "yes or no", "", true).equals("yes");
    }

    List<String> list(String name) {
        String value = value(name, "a, b, …", "", true);
        return value.isEmpty() ? List.of() : List.of(value.split("\\s*,\\s*", -1));
    }

    <T> T json(String name, TypeAdapter<T> shape, String initial) throws IOException {
        return shape.fromJson(value(name, "JSON", initial, false));
    }

    private String value(String name, String kind, String initial, boolean optional) {
        asked.add(new Argument(name, kind, initial, optional));
        String value =
                typed == null ? initial : typed.getOrDefault(name, initial).strip();
        if (!value.isEmpty() || optional) {
            return value;
        }
        if (typed == null) {
            return "?";
        }
        throw new IllegalArgumentException(name + ": is missing");
    }
}
