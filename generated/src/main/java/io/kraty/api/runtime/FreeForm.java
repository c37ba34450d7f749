package io.kraty.api.runtime;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value as plain Java: {@code Map}, {@code List}, {@code String}, {@code Boolean}, null, and for numbers
 * {@code Long} (whole, 64 bits), {@code BigInteger} (whole, larger) or {@code Double} (with fraction or exponent).
 */
final class FreeForm extends Container<@Nullable Object> {
    private static final int LONG_DIGITS = 18;

    @Override
    @Nullable
    Object read(JsonReader in, @Nullable String field) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> object(in, field);
            case BEGIN_ARRAY -> array(in, field);
            case STRING -> in.nextString();
            case NUMBER -> number(in);
            case BOOLEAN -> in.nextBoolean();
            case NULL -> {
                in.nextNull();
                yield null;
            }
            default -> throw new IllegalStateException("Expected a value at path " + in.getPath());
        };
    }

    private Map<String, @Nullable Object> object(JsonReader in, @Nullable String field) throws IOException {
        FixedMap.Builder<@Nullable Object> object = new FixedMap.Builder<>();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            try {
                object.put(name, read(in, field));
            } catch (Misfit e) {
                leaveOut(in, field, "{}", e);
            }
        }
        in.endObject();
        return object.build();
    }

    private List<@Nullable Object> array(JsonReader in, @Nullable String field) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            try {
                array.add(read(in, field));
            } catch (Misfit e) {
                leaveOut(in, field, "{}", e);
            }
        }
        in.endArray();
        return Collections.unmodifiableList(array);
    }

    private static Number number(JsonReader in) throws IOException {
        if (in instanceof ByteReader bytes && bytes.hasLong()) {
            return bytes.nextLong();
        }
        String text = in.nextString();
        try {
            return number(text);
        } catch (NumberFormatException e) { // no Java number has so large an exponent
            throw new Misfit(Misfit.placeOfLast(in), ": expected a number with a smaller exponent");
        }
    }

    private static Number number(String text) {
        if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? new BigDecimal(text) : (Number) value;
        }
        if (text.length() <= LONG_DIGITS) {
            return Long.valueOf(text);
        }
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
    }

    @Override
    public void write(JsonWriter out, @Nullable Object value) throws IOException {
        if (value == null) {
            Json.writeNull(out);
        } else if (value instanceof Map<?, ?> map) {
            out.beginObject();
            members(out, map);
            out.endObject();
        } else if (value instanceof Iterable<?> list) {
            out.beginArray();
            for (Object element : list) {
                write(out, element);
            }
            out.endArray();
        } else if (value instanceof CharSequence || value instanceof Character) {
            out.value(value.toString());
        } else if (value instanceof Boolean truth) {
            out.value(truth);
        } else if (value instanceof Number number) {
            finite(number);
            out.value(number);
        } else if (value instanceof OpenEnum open) {
            out.value(open.value());
        } else {
            throw new IllegalArgumentException("a value of " + value.getClass().getName()
                    + " cannot stand in a free-form object: use String, Number, Boolean, Map, Iterable or null");
        }
    }

    void members(JsonWriter out, Map<?, ?> map) throws IOException {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getKey() == null) {
                throw new IllegalArgumentException("a free-form object cannot have a null key");
            }
            write(out.name(entry.getKey().toString()), entry.getValue());
        }
    }

    private static void finite(Number number) {
        if (!Double.isFinite(number.doubleValue()) && (number instanceof Double || number instanceof Float)) {
            throw new IllegalArgumentException("a free-form object cannot hold " + number + ": use a finite number");
        }
    }
}
