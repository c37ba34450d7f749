package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.RecordedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests. */
final class RequestLog {
    private static final int MOST = 10_000;

    private final Deque<RecordedRequest> latest = new ArrayDeque<>();

    synchronized void add(RecordedRequest request) {
        if (latest.size() == MOST) {
            latest.removeFirst();
        }
        latest.addLast(request);
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(latest);
    }
}
