package io.kraty.api.runtime;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names with values, in order, which nobody can change: so whoever is handed one need not copy it. A few stand side by
 * side in an array, which takes a fraction of the memory of a hash table; more stand in one.
 */
final class FixedMap<V extends @Nullable Object> extends AbstractMap<String, V> {
    private static final int FEW = 8;
    private static final @Nullable Object[] NONE = {};

    /** A name, its value, the next name; or nothing, if there are more than a few. */
    private final @Nullable Object[] few;

    private final Map<String, V> many;

    private FixedMap(@Nullable Object[] few, Map<String, V> many) {
        this.few = few;
        this.many = many;
    }

    static <V extends @Nullable Object> Map<String, V> copyOf(Map<String, V> map) {
        if (map instanceof FixedMap || map.isEmpty()) {
            return map.isEmpty() ? Collections.emptyMap() : map;
        }
        Builder<V> builder = new Builder<>();
        map.forEach(builder::put);
        return builder.build();
    }

    @Override
    public int size() {
        return few.length / 2 + many.size();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return indexOf(few, few.length, name) >= 0 || many.containsKey(name);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object name) {
        int index = indexOf(few, few.length, name);
        return index >= 0 ? (V) few[index + 1] : many.get(name);
    }

    @Override
    public @Nullable V remove(@Nullable Object name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return few.length == 0 ? many.entrySet() : new Few();
    }

    private static int indexOf(@Nullable Object[] pairs, int end, @Nullable Object name) {
        for (int i = 0; i < end; i += 2) {
            if (Objects.equals(pairs[i], name)) {
                return i;
            }
        }
        return -1;
    }

    /** Collects what becomes one. The value of a name that comes twice is the last one, in the place of the first. */
    static final class Builder<V extends @Nullable Object> {
        private @Nullable Object[] few = NONE;
        private int end;
        private @Nullable Map<String, @Nullable Object> many;

        /** {@code value} is a {@code V}, which the checks of an older compiler take for never null. */
        void put(String name, @Nullable Object value) {
            if (many != null) {
                many.put(name, value);
                return;
            }
            int index = indexOf(few, end, name);
            if (index >= 0) {
                few[index + 1] = value;
            } else if (end < 2 * FEW) {
                few = end < few.length ? few : Arrays.copyOf(few, Math.max(4, 2 * end));
                few[end++] = name;
                few[end++] = value;
            } else {
                many = new LinkedHashMap<>(new FixedMap<@Nullable Object>(few, Collections.emptyMap()));
                many.put(name, value);
            }
        }

        @SuppressWarnings("unchecked")
        Map<String, V> build() {
            if (many != null) {
                return new FixedMap<>(NONE, (Map<String, V>) Collections.unmodifiableMap(many));
            }
            return end == 0
                    ? Collections.emptyMap()
                    : new FixedMap<>(end == few.length ? few : Arrays.copyOf(few, end), Collections.emptyMap());
        }
    }

    private final class Few extends AbstractSet<Map.Entry<String, V>> {
        @Override
        public int size() {
            return few.length / 2;
        }

        @Override
        public Iterator<Map.Entry<String, V>> iterator() {
            return new Iterator<>() {
                private int at;

                @Override
                public boolean hasNext() {
                    return at < few.length;
                }

                @Override
                @SuppressWarnings("unchecked")
                public Map.Entry<String, V> next() {
                    if (at >= few.length) {
                        throw new NoSuchElementException();
                    }
                    at += 2;
                    return new SimpleImmutableEntry<>((String) few[at - 2], (V) few[at - 1]);
                }
            };
        }
    }
}
