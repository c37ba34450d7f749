package io.kraty.sdk.live;

import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Events as they happen. A stream connects in the background and reads on a thread of its own; close it when the game stops
 * looking. It does not reconnect: whether a lost stream is worth another one is the game's decision.
 *
 * <p>Without a listener the events wait here. A game loop takes what is there, every frame, without ever blocking; a thread
 * that has nothing else to do iterates, which blocks until the next event and ends with the stream. Errors are thrown by
 * whichever method would have returned the next event. Thread-safe.
 *
 * @param <E> what happens on it
 * @since 0.1.0
 */
public interface LiveStream<E> extends AutoCloseable, Iterable<E> {
    /** Whether events may still come, or are waiting to be fetched. Never blocks. */
    boolean isOpen();

    /**
     * The next event if one is here; null otherwise. Never blocks.
     *
     * @throws KratyApiException if the connect was refused (the stream is over) or an event cannot be read (it goes on)
     * @throws KratyNetworkException if the connection was lost; the stream is over
     * @throws KratyAnswerTooLargeException if a line or an event is larger than what is read; the stream is over
     * @throws IllegalStateException if the events go to a listener
     */
    @Nullable
    E poll();

    /**
     * The next event, waited for; null when the stream is over or {@code patience} is used up. Blocks until then.
     *
     * @throws KratyException as {@link #poll()}; a {@link KratyNetworkException} if the thread is interrupted
     * @throws IllegalStateException if the events go to a listener
     */
    @Nullable
    E poll(Duration patience);

    /**
     * The events as they come. {@code hasNext} blocks until there is one, and is false when the stream is over; both methods
     * throw as {@link #poll()} does, and may be called again after an event that could not be read.
     *
     * @throws IllegalStateException if the events go to a listener
     */
    @Override
    Iterator<E> iterator();

    /**
     * Ends the stream at once, also while it is still connecting. Never blocks: what has to be said to the server is said on
     * another thread. Idempotent.
     */
    @Override
    void close();
}
