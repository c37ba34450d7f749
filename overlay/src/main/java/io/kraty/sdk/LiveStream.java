package io.kraty.sdk;

import io.kraty.sdk.error.KratyAnswerTooLargeException;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;

import io.kraty.sdk.internal.stream.EventStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
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
 */
public abstract sealed class LiveStream<E> implements AutoCloseable, Iterable<E>
        permits InventoryStream, LeaderboardStream {
    private final EventStream<E> stream;

    LiveStream(EventStream<E> stream) {
        this.stream = stream;
    }

    /** Whether events may still come, or are waiting to be fetched. Never blocks. */
    public final boolean isOpen() {
        return stream.isOpen();
    }

    /**
     * The next event if one is here; null otherwise. Never blocks.
     *
     * @throws KratyApiException if the connect was refused (the stream is over) or an event cannot be read (it goes on)
     * @throws KratyNetworkException if the connection was lost; the stream is over
     * @throws KratyAnswerTooLargeException if a line or an event is larger than what is read; the stream is over
     * @throws IllegalStateException if the events go to a listener
     */
    public final @Nullable E poll() {
        return stream.poll();
    }

    /**
     * The next event, waited for; null when the stream is over or {@code patience} is used up. Blocks until then.
     *
     * @throws KratyException as {@link #poll()}; a {@link KratyNetworkException} if the thread is interrupted
     * @throws IllegalStateException if the events go to a listener
     */
    public final @Nullable E poll(Duration patience) {
        try {
            return stream.poll(patience);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * The events as they come. {@code hasNext} blocks until there is one, and is false when the stream is over; both methods
     * throw as {@link #poll()} does, and may be called again after an event that could not be read.
     *
     * @throws IllegalStateException if the events go to a listener
     */
    @Override
    public final Iterator<E> iterator() {
        return new Iterator<>() {
            private @Nullable E next;

            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = take();
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
        };
    }

    private @Nullable E take() {
        try {
            return stream.take();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static KratyNetworkException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new KratyNetworkException("interrupted while waiting for the next event", 1, cause);
    }

    /**
     * Ends the stream at once, also while it is still connecting. Never blocks: what has to be said to the server is said on
     * another thread. Idempotent.
     */
    @Override
    public final void close() {
        stream.close();
    }
}
