package io.kraty.api.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small or large, it is the map that a hash table in order would be, but for changes. */
class FixedMapTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 10, 100})
    void itIsLikeAnyOtherMap(int size) {
        Map<String, Integer> ordinary = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            ordinary.put("name" + i, i % 3 == 0 ? null : i);
        }
        Map<String, Integer> fixed = FixedMap.copyOf(ordinary);
        assertEquals(ordinary, fixed);
        assertEquals(fixed, ordinary);
        assertEquals(ordinary.hashCode(), fixed.hashCode());
        assertEquals(ordinary.toString(), fixed.toString());
        assertEquals(ordinary.size(), fixed.size());
        assertEquals(new ArrayList<>(ordinary.keySet()), new ArrayList<>(fixed.keySet()));
        assertEquals(new ArrayList<>(ordinary.values()), new ArrayList<>(fixed.values()));
        ordinary.forEach((name, value) -> {
            assertTrue(fixed.containsKey(name));
            assertEquals(value, fixed.get(name));
        });
        assertFalse(fixed.containsKey("other"));
        assertFalse(fixed.containsKey(null));
        assertNull(fixed.get("other"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9})
    void nobodyCanChangeIt(int size) {
        Map<String, Integer> ordinary = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            ordinary.put("name" + i, i);
        }
        Map<String, Integer> fixed = FixedMap.copyOf(ordinary);
        ordinary.put("name0", 99);
        assertEquals(0, fixed.get("name0"));
        assertThrows(UnsupportedOperationException.class, () -> fixed.put("name0", 1));
        assertThrows(UnsupportedOperationException.class, () -> fixed.remove("name0"));
        assertThrows(UnsupportedOperationException.class, () -> fixed.remove("other"));
        assertThrows(UnsupportedOperationException.class, fixed::clear);
        assertThrows(UnsupportedOperationException.class, () -> fixed.keySet().remove("name0"));
        assertThrows(UnsupportedOperationException.class, () -> fixed.replaceAll((name, value) -> 1));
        Map.Entry<String, Integer> entry = fixed.entrySet().iterator().next();
        assertThrows(UnsupportedOperationException.class, () -> entry.setValue(1));
        Iterator<Map.Entry<String, Integer>> entries = fixed.entrySet().iterator();
        entries.next();
        assertThrows(UnsupportedOperationException.class, entries::remove);
        assertEquals(size, fixed.size());
    }

    @Test
    void whatIsFixedIsNotCopiedAgain() {
        Map<String, Integer> fixed = FixedMap.copyOf(Map.of("level", 12));
        assertSame(fixed, FixedMap.copyOf(fixed));
        assertSame(fixed, Json.immutable(fixed));
        List<String> list = FixedList.of(List.of("a"));
        assertSame(list, Json.immutable(list));
        assertThrows(UnsupportedOperationException.class, () -> list.add("b"));
        assertThrows(UnsupportedOperationException.class, () -> list.set(0, "b"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20})
    void theLastOfTwoOfOneNameCountsInThePlaceOfTheFirst(int size) {
        FixedMap.Builder<Integer> builder = new FixedMap.Builder<>();
        for (int i = 0; i < size; i++) {
            builder.put("name" + i, i);
        }
        builder.put("name0", 99);
        Map<String, Integer> map = builder.build();
        assertEquals(size, map.size());
        assertEquals(Map.entry("name0", 99), map.entrySet().iterator().next());
    }

    @Test
    void behindTheLastThereIsNone() {
        Iterator<?> entries = FixedMap.copyOf(Map.of("a", 1)).entrySet().iterator();
        entries.next();
        assertFalse(entries.hasNext());
        assertThrows(NoSuchElementException.class, entries::next);
    }
}
