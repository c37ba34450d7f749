package io.kraty.sdk.internal.stream;

import io.kraty.sdk.internal.concurrent.Threads;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens streams and closes those that are still open at the end. */
public final class EventStreams {
    private final Connecting connecting;
    private final ThreadFactory threads = Threads.named("stream");
    private final Set<EventStream<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Opens streams with what {@code connecting} has. */
    public EventStreams(Connecting connecting) {
        this.connecting = connecting;
    }

    /**
     * Opens a stream, which connects on a thread of its own.
     *
     * @param subscription says what to ask for, on the stream's thread; may take its time, and is interrupted when the
     *     stream is closed
     * @param isLast tells the event after which the server may end the stream
     * @param isWanted tells the events to pass on
     * @param sink where the events go; null to keep them until they are fetched
     */
    public <E> EventStream<E> open(
            Supplier<Subscription<E>> subscription,
            Predicate<E> isLast,
            Predicate<E> isWanted,
            @Nullable Sink<E> sink) {
        EventStream<E> stream = new EventStream<>(subscription, connecting, isLast, isWanted, sink, open::remove);
        open.add(stream);
        stream.start(threads);
        if (closed) { // meanwhile, so that close() may have missed it
            stream.close();
        }
        return stream;
    }

    /**
     * Lets no stream deliver anything more. Touches no network.
     *
     * @return gives up their connections, which does
     */
    public Runnable stop() {
        closed = true;
        List<EventStream<?>> stopped = List.copyOf(open);
        stopped.forEach(EventStream::stop);
        return () -> stopped.forEach(stream -> stream.end(true));
    }
}
