package io.kraty.sdk.internal.stream;

import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.internal.transport.Calls;
import io.kraty.sdk.internal.transport.HttpClients;
import io.kraty.sdk.internal.transport.RequestFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Opens streams and closes those that are still open at the end. */
public final class EventStreams implements AutoCloseable {
    private final HttpClients clients;
    private final RequestFactory requests;
    private final Calls calls;
    private final ThreadFactory threads = Threads.named("stream");
    private final Set<EventStream<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Opens streams with {@code clients}. */
    public EventStreams(HttpClients clients, RequestFactory requests, Calls calls) {
        this.clients = clients;
        this.requests = requests;
        this.calls = calls;
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
        EventStream<E> stream =
                new EventStream<>(subscription, this::connect, calls, isLast, isWanted, sink, open::remove);
        open.add(stream);
        stream.start(threads);
        if (closed) { // meanwhile, so that close() may have missed it
            stream.close();
        }
        return stream;
    }

    private Call connect(Subscription<?> subscription) {
        // Compressed streams are held back by proxies until a block is full.
        Request request = requests.build(subscription.request(), subscription.playerSecret())
                .newBuilder()
                .header("Accept-Encoding", "identity")
                .build();
        return clients.streams().newCall(request);
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(EventStream::close);
    }
}
