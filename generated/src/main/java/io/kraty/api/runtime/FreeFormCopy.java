package io.kraty.api.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a caller hands in as free-form JSON, all the way down, so that a change to it afterwards cannot reach a
 * request that waits for its turn. Refuses what JSON cannot hold and says where it stands.
 */
final class FreeFormCopy {
    /** As deep as Gson's reader goes; what holds itself goes deeper. */
    private static final int LEVELS = 255;

    private final String name;

    /** {@code name} is what the caller knows the whole as. */
    FreeFormCopy(String name) {
        this.name = name;
    }

    Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> map) {
        return object(map, name, 1);
    }

    private @Nullable Object value(@Nullable Object value, String path, int level) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        } else if (value instanceof Map<?, ?> map) {
            return object(map, path, level);
        } else if (value instanceof Iterable<?> list) {
            return array(list, path, level);
        } else if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        } else if (value instanceof OpenEnum open) {
            return open.value();
        } else if (value instanceof Number number) {
            return number(number, path);
        }
        throw new IllegalArgumentException(
                path + ": a value of " + value.getClass().getName()
                        + " cannot stand in JSON: use String, Number, Boolean, Map, Iterable or null");
    }

    private Map<String, @Nullable Object> object(Map<?, ?> map, String path, int level) {
        FixedMap.Builder<@Nullable Object> copy = new FixedMap.Builder<>();
        descend(level);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getKey() == null) {
                throw new IllegalArgumentException(path + ": a JSON object cannot have a null key");
            }
            String key = entry.getKey().toString();
            copy.put(key, value(entry.getValue(), path + "." + key, level + 1));
        }
        return copy.build();
    }

    private List<@Nullable Object> array(Iterable<?> list, String path, int level) {
        List<@Nullable Object> copy = new ArrayList<>();
        descend(level);
        for (Object element : list) {
            copy.add(value(element, path + "[" + copy.size() + "]", level + 1));
        }
        return Collections.unmodifiableList(copy);
    }

    private void descend(int level) {
        if (level > LEVELS) {
            throw new IllegalArgumentException(
                    name + ": nested deeper than " + LEVELS + " levels; does something in it hold itself?");
        }
    }

    private static Number number(Number number, String path) {
        if (number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigDecimal
                || number instanceof BigInteger) {
            return number;
        }
        if (number instanceof Double || number instanceof Float) {
            if (Double.isFinite(number.doubleValue())) {
                return number;
            }
        } else {
            try {
                // An AtomicLong, say, which goes on counting.
                return new BigDecimal(number.toString());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(notANumber(number, path), e);
            }
        }
        throw new IllegalArgumentException(notANumber(number, path));
    }

    private static String notANumber(Number number, String path) {
        return path + ": JSON cannot hold " + number + ": use a finite number";
    }
}
