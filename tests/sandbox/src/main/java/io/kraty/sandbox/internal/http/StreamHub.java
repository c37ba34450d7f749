package io.kraty.sandbox.internal.http;

import io.kraty.api.model.LeaderboardClosed;
import io.kraty.api.model.LeaderboardEvent;
import io.kraty.api.model.LeaderboardReady;
import io.kraty.sandbox.internal.game.BoardFeed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who follows which board. One lock for all: whoever has read a stream's {@code ready} finds that stream counted and can
 * cut it, and no heartbeat comes before it. Sending only queues, so the lock is never held for long.
 */
final class StreamHub implements BoardFeed {
    private static final String HEARTBEAT = ": heartbeat\n\n";

    private final Map<String, Set<EventStream>> byBoard = new ConcurrentHashMap<>();

    /** Called with the world's lock held, so that nothing can happen between being wired and saying so. */
    @SuppressWarnings("FutureReturnValueIgnored") // what follows a stream's end is complete in itself
    synchronized void subscribe(String leaderboardId, boolean isFinal, EventStream stream) {
        stream.send(frame(new LeaderboardReady(leaderboardId)));
        if (isFinal) {
            stream.send(frame(new LeaderboardClosed(leaderboardId)));
            stream.end();
            return;
        }
        Set<EventStream> streams = byBoard.computeIfAbsent(leaderboardId, any -> ConcurrentHashMap.newKeySet());
        streams.add(stream);
        stream.gone().thenRun(() -> streams.remove(stream));
    }

    @Override
    public synchronized void publish(String leaderboardId, LeaderboardEvent event) {
        Set<EventStream> streams = byBoard.getOrDefault(leaderboardId, Set.of());
        if (!streams.isEmpty()) {
            String frame = frame(event);
            streams.forEach(stream -> stream.send(frame));
        }
    }

    @Override
    public synchronized void end(String leaderboardId) {
        Set<EventStream> streams = byBoard.remove(leaderboardId);
        if (streams != null) {
            streams.forEach(EventStream::end);
        }
    }

    /** Also finds the readers that are gone: writing to them fails. */
    synchronized void heartbeat() {
        all().forEach(stream -> stream.send(HEARTBEAT));
    }

    synchronized void cutAll() {
        all().forEach(EventStream::cut);
    }

    /** Completes when all streams are over. */
    synchronized CompletableFuture<Void> endAll() {
        List<EventStream> streams = all();
        streams.forEach(EventStream::end);
        return CompletableFuture.allOf(streams.stream().map(EventStream::gone).toArray(CompletableFuture<?>[]::new));
    }

    synchronized int size() {
        return all().size();
    }

    private List<EventStream> all() {
        return byBoard.values().stream().flatMap(Set::stream).toList();
    }

    private static String frame(LeaderboardEvent event) {
        return "event: " + event.kind() + "\ndata: " + LeaderboardEvent.Adapter.INSTANCE.toJson(event) + "\n\n";
    }
}
