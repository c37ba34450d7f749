package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;

/**
 * Where a stream's events go. Called by one thread at a time.
 *
 * @param <E> the events
 */
public interface Sink<E> {
    /** An event. */
    void event(E event);

    /** What follows may take a while to come: whoever is to hear of what came is to be woken now. */
    default void flush() {}

    /** Something went wrong; {@link #end()} follows if it was fatal. */
    void error(KratyException error);

    /** Nothing will follow. */
    void end();
}
