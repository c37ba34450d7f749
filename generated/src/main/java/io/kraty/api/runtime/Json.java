package io.kraty.api.runtime;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The adapters that generated records are read and written with. All of them take {@code null} for absent. A value that
 * does not fit its type (a fraction where a whole number is declared, a number beyond the type's bits) is refused with a
 * {@link JsonParseException}, never rounded; what a refusal means to the answer around it is said at {@link Fields}.
 *
 * @since 0.1.0
 */
public final class Json {
    private static final FreeForm FREE = new FreeForm();
    private static final int LONGEST_NUMBER = 1024;
    private static final int EXCERPT = 40;

    /** Text; a bare number is taken as its text. */
    public static final TypeAdapter<String> STRING = new Scalar<>("a text", JsonToken.STRING, JsonToken.NUMBER) {
        @Override
        public @Nullable String read(JsonReader in) throws IOException {
            return comes(in) ? in.nextString() : null;
        }

        @Override
        void writeValue(JsonWriter out, String value) throws IOException {
            out.value(value);
        }
    };

    /** A whole number of 32 bits, bare or as text. */
    public static final TypeAdapter<Integer> INT32 =
            new Scalar<>("a whole number", JsonToken.STRING, JsonToken.NUMBER) {
                @Override
                public @Nullable Integer read(JsonReader in) throws IOException {
                    return comes(in) ? (Integer) readInt(in) : null;
                }

                @Override
                void writeValue(JsonWriter out, Integer value) throws IOException {
                    out.value(value);
                }
            };

    /** A whole number of 64 bits, bare or as text. */
    public static final TypeAdapter<Long> INT64 = new Scalar<>("a whole number", JsonToken.STRING, JsonToken.NUMBER) {
        @Override
        public @Nullable Long read(JsonReader in) throws IOException {
            return comes(in) ? (Long) readLong(in) : null;
        }

        @Override
        void writeValue(JsonWriter out, Long value) throws IOException {
            out.value(value);
        }
    };

    /** A floating-point number, bare or as text; written without a fraction where it has none. */
    public static final TypeAdapter<Double> DOUBLE = new Scalar<>("a number", JsonToken.STRING, JsonToken.NUMBER) {
        @Override
        public @Nullable Double read(JsonReader in) throws IOException {
            return comes(in) ? (Double) readDouble(in) : null;
        }

        @Override
        void writeValue(JsonWriter out, Double value) throws IOException {
            writeDouble(out, value);
        }
    };

    /** A truth value; no text and no number is one. */
    public static final TypeAdapter<Boolean> BOOLEAN =
            new Scalar<>("a truth value", JsonToken.BOOLEAN, JsonToken.BOOLEAN) {
                @Override
                public @Nullable Boolean read(JsonReader in) throws IOException {
                    return comes(in) ? (Boolean) in.nextBoolean() : null;
                }

                @Override
                void writeValue(JsonWriter out, Boolean value) throws IOException {
                    out.value(value);
                }
            };

    /** A point in time, in any of several forms; an empty text counts as absent. */
    public static final TypeAdapter<Instant> INSTANT = new Scalar<>("a timestamp", JsonToken.STRING, JsonToken.NUMBER) {
        @Override
        public @Nullable Instant read(JsonReader in) throws IOException {
            return comes(in) ? readInstant(in) : null;
        }

        @Override
        void writeValue(JsonWriter out, Instant value) throws IOException {
            out.value(value.toString());
        }
    };

    /** Any JSON value. */
    public static final Container<@Nullable Object> ANY = FREE;

    /** An object without fixed members. */
    public static final Container<Map<String, @Nullable Object>> FREE_FORM = new MapAdapter<>(FREE, true);

    private Json() {}

    /** A list of what {@code element} reads, which nobody can change; a null element is left out. */
    public static <T> Container<List<T>> list(TypeAdapter<T> element) {
        return new ListAdapter<>(element);
    }

    /** Names with what {@code element} reads, which nobody can change; a null value is left out. */
    public static <T> Container<Map<String, T>> map(TypeAdapter<T> element) {
        return new MapAdapter<>(element, false);
    }

    /**
     * What stands under one name of an object, as if it stood alone; what else the object holds is skipped.
     *
     * @param owner what the object is called, for warnings
     * @param name where it stands; missing or null is refused
     */
    public static <T> TypeAdapter<T> unwrapped(String owner, String name, TypeAdapter<T> content) {
        return new Unwrapped<>(owner, name, content);
    }

    /** Writes the members of {@code map} into the object that is open. */
    public static void writeMembers(JsonWriter out, Map<String, @Nullable Object> map) throws IOException {
        FREE.members(out, map);
    }

    /** Writes {@code null}, also where the writer was told to leave nulls out. */
    public static void writeNull(JsonWriter out) throws IOException {
        boolean serializeNulls = out.getSerializeNulls();
        out.setSerializeNulls(true);
        out.nullValue();
        out.setSerializeNulls(serializeNulls);
    }

    /** The value, or a {@link JsonParseException} that says where it is missing. Called right after the object's end. */
    public static <T> T required(JsonReader in, String name, @Nullable T value) {
        if (value == null) {
            throw new Misfit(Misfit.placeOfLast(in) + "." + name, " is required, but missing");
        }
        return value;
    }

    /** The value, or {@code fallback} if absent. */
    public static <T> T orElse(@Nullable T value, T fallback) {
        return value == null ? fallback : value;
    }

    /** The list, or an empty one if absent. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** The map, or an empty one if absent. */
    public static <T extends @Nullable Object> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Collections.emptyMap() : map;
    }

    /** A copy nobody can change. */
    public static <T> List<T> immutable(List<T> list) {
        return FixedList.copyOf(list);
    }

    /** A copy nobody can change, in the same order. */
    public static <T extends @Nullable Object> Map<String, T> immutable(Map<String, T> map) {
        return FixedMap.copyOf(map);
    }

    /**
     * A copy of what a caller hands in as a free-form object: nobody can change it at any level, its order and its nulls
     * are kept.
     *
     * @param name what the caller knows it as, for the error
     * @throws IllegalArgumentException naming the place of what JSON cannot hold, or if there is no map
     */
    public static Map<String, @Nullable Object> freeForm(
            String name, @Nullable Map<String, ? extends @Nullable Object> map) {
        return new FreeFormCopy(name).of(Checks.present(name, map));
    }

    private static int readInt(JsonReader in) throws IOException {
        if (in instanceof ByteReader || in.getClass() == JsonReader.class) {
            try {
                return in.nextInt();
            } catch (NumberFormatException e) { // and has not been read past
                throw notWhole(in, in.nextString(), "32");
            }
        }
        // A reader over a tree, as in a union, would cut down what does not fit.
        String text = in.nextString();
        try {
            return exact(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw notWhole(in, text, "32");
        }
    }

    private static long readLong(JsonReader in) throws IOException {
        if (in instanceof ByteReader bytes && bytes.hasLong()) {
            return bytes.nextLong();
        }
        // Not nextLong: what is not plain digits goes through a double there, and 2^63 becomes 2^63 - 1.
        String text = in.nextString();
        try {
            return isPlain(text) ? Long.parseLong(text) : exact(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw notWhole(in, text, "64");
        }
    }

    private static double readDouble(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.NUMBER) {
            try {
                return in.nextDouble();
            } catch (MalformedJsonException e) { // more than a double holds, and has not been read past
                throw notANumber(in, in.nextString());
            }
        }
        String text = in.nextString();
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value) || in.isLenient()) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw notANumber(in, text);
    }

    /** As long as a bare number may be; a longer one would take its time. */
    private static BigDecimal exact(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException();
        }
        return new BigDecimal(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static Misfit notWhole(JsonReader in, String text, String bits) {
        return new Misfit(Misfit.placeOfLast(in), ": " + quoted(text) + " is not a whole number of " + bits + " bits");
    }

    private static Misfit notANumber(JsonReader in, String text) {
        return new Misfit(Misfit.placeOfLast(in), ": " + quoted(text) + " is not a number of 64 bits");
    }

    private static String quoted(String text) {
        return '"' + (text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text) + '"';
    }

    private static void writeDouble(JsonWriter out, Double value) throws IOException {
        long whole = value.longValue();
        if (whole == value && Math.abs(whole) < 1L << 53) {
            out.value(whole);
        } else {
            out.value(value);
        }
    }

    private static @Nullable Instant readInstant(JsonReader in) throws IOException {
        String text = in.nextString();
        try {
            return Timestamps.parse(text);
        } catch (DateTimeException e) {
            throw new Misfit(Misfit.placeOfLast(in), ": " + quoted(text) + " is not a timestamp");
        }
    }
}
