package io.kraty.sandbox.internal.wire;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server whose answers tell what it understood; and one path each for what else a connection can go through. */
@Timeout(90)
abstract class WireTest {
    static final String THREADS = "wire-test-";

    final BlockingQueue<WireStream> streams = new LinkedBlockingQueue<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(task -> new Thread(task, THREADS + "connection"));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    final WireServer server = new WireServer(0, threads, timer);

    @BeforeEach
    void start() {
        server.mount("/", WireTest::echo);
        server.mount("/stream", request -> new WireOutcome.Streaming(Map.of("X-Kind", "stream"), streams::add));
        server.mount("/fail", request -> {
            throw new IllegalStateException("on purpose");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        timer.shutdownNow();
        threads.shutdownNow();
    }

    RawSocket connect() throws IOException {
        return new RawSocket(server.port());
    }

    private static WireOutcome echo(WireRequest request) {
        String body = request.isOversize() ? "too much" : request.body();
        if (body.length() > 100) {
            body = body.length() + " characters";
        }
        return new WireResponse(
                200,
                Map.of("Content-Type", "text/plain"),
                request.method() + " " + request.path() + " " + request.query() + " " + request.header("x-test") + " "
                        + body);
    }
}
