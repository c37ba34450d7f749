package io.kraty.api.runtime;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The adapters that generated records are read and written with. All of them take {@code null} for absent. A value that
 * does not fit its type (a fraction where a whole number is declared, a number beyond the type's bits) is refused, never
 * rounded.
 */
public final class Json {
    private static final FreeForm FREE = new FreeForm();

    /** Text; a bare number is taken as its text. */
    public static final TypeAdapter<String> STRING = scalar(JsonReader::nextString, JsonWriter::value);

    /** A whole number of 32 bits. */
    public static final TypeAdapter<Integer> INT32 = scalar(Json::readInt, JsonWriter::value);

    /** A whole number of 64 bits. */
    public static final TypeAdapter<Long> INT64 = scalar(Json::readLong, JsonWriter::value);

    /** A floating-point number; written without a fraction where it has none. */
    public static final TypeAdapter<Double> DOUBLE = scalar(JsonReader::nextDouble, Json::writeDouble);

    /** A truth value. */
    public static final TypeAdapter<Boolean> BOOLEAN = scalar(JsonReader::nextBoolean, JsonWriter::value);

    /** A point in time; an empty text counts as absent. */
    public static final TypeAdapter<Instant> INSTANT =
            scalar(Json::readInstant, (out, value) -> out.value(value.toString()));

    /** Any JSON value. */
    public static final TypeAdapter<@Nullable Object> ANY = FREE;

    /** An object without fixed members. */
    public static final TypeAdapter<Map<String, @Nullable Object>> FREE_FORM = map(FREE, true);

    private Json() {}

    /** A list of what {@code element} reads, which nobody can change; a null element is left out. */
    public static <T> TypeAdapter<List<T>> list(TypeAdapter<T> element) {
        return scalar(
                in -> {
                    List<T> list = new ArrayList<>();
                    in.beginArray();
                    while (in.hasNext()) {
                        T value = element.read(in);
                        if (value != null) {
                            list.add(value);
                        }
                    }
                    in.endArray();
                    return List.copyOf(list);
                },
                (out, list) -> {
                    out.beginArray();
                    for (T value : list) {
                        element.write(out, value);
                    }
                    out.endArray();
                });
    }

    /** Names with what {@code element} reads, which nobody can change; a null value is left out. */
    public static <T> TypeAdapter<Map<String, T>> map(TypeAdapter<T> element) {
        return map(element, false);
    }

    @SuppressWarnings("NullAway") // keepNulls is true only where the map's values may be null
    private static <T extends @Nullable Object> TypeAdapter<Map<String, T>> map(
            TypeAdapter<T> element, boolean keepNulls) {
        return scalar(
                in -> {
                    Map<String, T> map = new LinkedHashMap<>();
                    in.beginObject();
                    while (in.hasNext()) {
                        String name = in.nextName();
                        T value = element.read(in);
                        if (value != null || keepNulls) {
                            map.put(name, value);
                        }
                    }
                    in.endObject();
                    return Collections.unmodifiableMap(map);
                },
                (out, map) -> {
                    out.beginObject();
                    for (Map.Entry<String, T> entry : map.entrySet()) {
                        element.write(out.name(entry.getKey()), entry.getValue());
                    }
                    out.endObject();
                });
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
            throw new JsonParseException(in.getPreviousPath() + "." + name + " is required, but missing");
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
        return List.copyOf(list);
    }

    /** A copy nobody can change, in the same order. */
    public static <T extends @Nullable Object> Map<String, T> immutable(Map<String, T> map) {
        return map.isEmpty() ? Collections.emptyMap() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
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
        if (in.getClass() == JsonReader.class) {
            return in.nextInt();
        }
        // A reader over a tree, as in a union, would cut down what does not fit.
        String text = in.nextString();
        try {
            return new BigDecimal(text).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw notWhole(in, text, "32", e);
        }
    }

    private static long readLong(JsonReader in) throws IOException {
        // Not nextLong: what is not plain digits goes through a double there, and 2^63 becomes 2^63 - 1.
        String text = in.nextString();
        try {
            return isPlain(text) ? Long.parseLong(text) : new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw notWhole(in, text, "64", e);
        }
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

    private static NumberFormatException notWhole(JsonReader in, String text, String bits, RuntimeException cause) {
        NumberFormatException e = new NumberFormatException(
                in.getPreviousPath() + ": " + text + " is not a whole number of " + bits + " bits");
        e.initCause(cause);
        return e;
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
            throw new JsonParseException(in.getPreviousPath() + ": \"" + text + "\" is not a timestamp", e);
        }
    }

    private static <T> TypeAdapter<T> scalar(Reading<T> reading, Writing<T> writing) {
        return new TypeAdapter<>() {
            @Override
            public @Nullable T read(JsonReader in) throws IOException {
                if (in.peek() == JsonToken.NULL) {
                    in.nextNull();
                    return null;
                }
                return reading.read(in);
            }

            @Override
            public void write(JsonWriter out, @Nullable T value) throws IOException {
                if (value == null) {
                    out.nullValue();
                } else {
                    writing.write(out, value);
                }
            }
        };
    }

    private interface Reading<T> {
        @Nullable
        T read(JsonReader in) throws IOException;
    }

    private interface Writing<T> {
        void write(JsonWriter out, T value) throws IOException;
    }
}
