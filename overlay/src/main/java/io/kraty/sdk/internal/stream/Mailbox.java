package io.kraty.sdk.internal.stream;

import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.internal.concurrent.Durations;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Holds events until they are fetched. It is bounded: when a reader falls far behind, the stream stops reading, and the
 * network's own flow control holds the rest. Nothing is dropped.
 *
 * @param <E> the events
 */
final class Mailbox<E> implements Sink<E> {
    private static final int CAPACITY = 1024;

    private final LinkedBlockingQueue<Item<E>> items = new LinkedBlockingQueue<>(CAPACITY);
    private volatile boolean ended;
    private volatile boolean abandoned;

    @Override
    public void event(E event) {
        put(new Item<>(event, null));
    }

    @Override
    public void error(KratyException error) {
        put(new Item<>(null, error));
    }

    @Override
    public void end() {
        put(new Item<>(null, null));
    }

    /** The next event, if one is here; throws the next error. */
    @Nullable
    E poll() {
        return open(items.poll());
    }

    /** The next event, waited for; null at the end or when time is up; throws the next error. */
    @Nullable
    E poll(Duration patience) {
        return await(() -> items.poll(Durations.nanos(patience), TimeUnit.NANOSECONDS));
    }

    /** The next event, waited for; null at the end; throws the next error. */
    @Nullable
    E take() {
        return await(items::take);
    }

    private @Nullable E await(Waiting<E> next) {
        try {
            return ended ? null : open(next.item());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KratyNetworkException("interrupted while waiting for the next event", 1, e);
        }
    }

    /** Whether the end was fetched. */
    boolean isEnded() {
        return ended;
    }

    /** Forgets everything and lets whoever waits see the end. */
    void abandon() {
        abandoned = true;
        items.clear();
        items.offer(new Item<>(null, null));
    }

    private @Nullable E open(@Nullable Item<E> item) {
        if (item == null) {
            return null;
        }
        if (item.error != null) {
            throw item.error;
        }
        if (item.event == null) {
            ended = true;
            items.offer(item); // for the next thread that waits
        }
        return item.event;
    }

    /** Waits while the reader is behind. An interrupt, which may come from anybody, loses nothing; closing the stream does. */
    private void put(Item<E> item) {
        boolean interrupted = false;
        boolean stored = false;
        while (!stored && !abandoned) {
            try {
                items.put(item);
                stored = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Waiting<E> {
        @Nullable
        Item<E> item() throws InterruptedException;
    }

    private record Item<E>(@Nullable E event, @Nullable KratyException error) {}
}
