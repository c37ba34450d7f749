package io.kraty.sdk.internal.stream;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The events as they come. Not thread-safe. */
final class EventIterator<E> implements Iterator<E> {
    private final Supplier<@Nullable E> take;
    private @Nullable E next;

    /** Takes from {@code take}, which waits, and answers null at the end. */
    EventIterator(Supplier<@Nullable E> take) {
        this.take = take;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take.get();
        }
        return next != null;
    }

    @Override
    public E next() {
        E event = hasNext() ? next : null;
        if (event == null) {
            throw new NoSuchElementException("the stream is over");
        }
        next = null;
        return event;
    }
}
