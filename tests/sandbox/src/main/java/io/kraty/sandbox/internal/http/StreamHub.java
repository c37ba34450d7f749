package io.kraty.sandbox.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Who follows what. One lock for all: whoever has read a stream's {@code ready} finds that stream counted and can cut
 * it, and no heartbeat comes before it. Sending only queues, so the lock is never held for long.
 */
final class StreamHub {
    private static final String HEARTBEAT = ": heartbeat\n\n";

    /**
     * What can be followed.
     *
     * @param kind what it is: a board, say
     * @param id which one
     */
    record Topic(String kind, String id) {}

    private final Map<Topic, Set<EventStream>> byTopic = new ConcurrentHashMap<>();

    /** Called with the world's lock held, so that nothing can happen between being wired and saying so. */
    @SuppressWarnings("FutureReturnValueIgnored") // what follows a stream's end is complete in itself
    synchronized void subscribe(Topic topic, String ready, EventStream stream) {
        stream.send(ready);
        Set<EventStream> streams = byTopic.computeIfAbsent(topic, any -> ConcurrentHashMap.newKeySet());
        streams.add(stream);
        stream.gone().thenRun(() -> streams.remove(stream));
    }

    /** Writes the frame only if somebody wants it. */
    synchronized void publish(Topic topic, Supplier<String> frame) {
        Set<EventStream> streams = byTopic.getOrDefault(topic, Set.of());
        if (!streams.isEmpty()) {
            String text = frame.get();
            streams.forEach(stream -> stream.send(text));
        }
    }

    /** Ends the streams of the topic properly. */
    synchronized void end(Topic topic) {
        Set<EventStream> streams = byTopic.remove(topic);
        if (streams != null) {
            streams.forEach(EventStream::end);
        }
    }

    /** Also finds the readers that are gone: writing to them fails. */
    synchronized void heartbeat() {
        all().forEach(stream -> stream.comment(HEARTBEAT));
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
        return byTopic.values().stream().flatMap(Set::stream).toList();
    }

    /** An event as it is written. */
    static String frame(String kind, String json) {
        return "event: " + kind + "\ndata: " + json + "\n\n";
    }
}
