package io.kraty.sdk.internal.stream;

import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.sdk.internal.concurrent.Threads;
import io.kraty.sdk.live.InventoryListener;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.LeaderboardListener;
import io.kraty.sdk.live.LeaderboardStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Opens streams, which connect on threads of their own, and closes those that are still open at the end. */
public final class EventStreams {
    private final Connecting connecting;
    private final ThreadFactory threads = Threads.named("stream");
    private final Set<EventStream<?>> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Opens streams with what {@code connecting} has. */
    public EventStreams(Connecting connecting) {
        this.connecting = connecting;
    }

    /** Opens a live board. Without a listener, its events are kept until they are fetched. */
    public LeaderboardStream leaderboard(Source<LeaderboardEvent> source, @Nullable LeaderboardListener listener) {
        return start(new LiveLeaderboard(source, ListenerSink.of(listener), connecting, open::remove));
    }

    /** Opens a player's live holdings. Without a listener, their events are kept until they are fetched. */
    public InventoryStream inventory(Source<InventoryEvent> source, @Nullable InventoryListener listener) {
        return start(new LiveInventory(source, ListenerSink.of(listener), connecting, open::remove));
    }

    /** Opens a stream whose events go to {@code sink}, on the stream's own thread. */
    <E> EventStream<E> follow(Source<E> source, Sink<E> sink) {
        return start(new EventStream<>(source, sink, null, connecting, open::remove));
    }

    private <S extends EventStream<?>> S start(S stream) {
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
        return () -> stopped.forEach(EventStream::end);
    }
}
