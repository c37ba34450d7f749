package io.kraty.api.runtime;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that nobody can change, not even who made it: so whoever is handed one need not copy it. */
final class FixedList<T> extends AbstractList<T> implements RandomAccess {
    private final Object[] elements;

    /** Of elements that nobody else holds. */
    private FixedList(Object[] elements) {
        this.elements = elements;
    }

    static <T> List<T> copyOf(List<T> list) {
        return list instanceof FixedList ? list : List.copyOf(list);
    }

    static <T> List<T> of(List<T> collected) {
        return collected.isEmpty() ? List.of() : new FixedList<>(collected.toArray());
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        return (T) elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }
}
