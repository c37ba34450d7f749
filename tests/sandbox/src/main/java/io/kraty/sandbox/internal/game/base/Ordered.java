package io.kraty.sandbox.internal.game.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps that keep their order. That of {@link Map#of} changes from one process to the next, and answers should not. */
public final class Ordered {
    private Ordered() {}

    public static <V extends @Nullable Object> Map<String, V> map(String key, V value) {
        Map<String, V> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }

    public static <V extends @Nullable Object> Map<String, V> map(String key1, V value1, String key2, V value2) {
        Map<String, V> map = map(key1, value1);
        map.put(key2, value2);
        return map;
    }

    public static <V extends @Nullable Object> Map<String, V> map(
            String key1, V value1, String key2, V value2, String key3, V value3) {
        Map<String, V> map = map(key1, value1, key2, value2);
        map.put(key3, value3);
        return map;
    }

    /** The last ones, the very last first. */
    public static <T, V> List<V> latest(Collection<T> all, int most, Function<T, V> view) {
        List<T> latest = new ArrayList<>(all);
        Collections.reverse(latest);
        return latest.stream().limit(most).map(view).toList();
    }
}
