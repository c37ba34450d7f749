package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.RecordedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The latest requests. */
final class RequestLog {
    private static final System.Logger LOG = System.getLogger("io.kraty.sandbox");
    private static final int MOST = 10_000;

    private final Deque<RecordedRequest> latest = new ArrayDeque<>();
    private final Consumer<RecordedRequest> listener;

    RequestLog(Consumer<RecordedRequest> listener) {
        this.listener = listener;
    }

    /** One after the other, so that a listener is told in the order of the log. */
    synchronized void add(RecordedRequest request) {
        if (latest.size() == MOST) {
            latest.removeFirst();
        }
        latest.addLast(request);
        try {
            listener.accept(request);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Whoever is told of requests failed", e);
        }
    }

    synchronized void clear() {
        latest.clear();
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(latest);
    }
}
