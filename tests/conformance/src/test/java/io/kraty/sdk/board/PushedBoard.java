package io.kraty.sdk.board;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.TinyServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server with one board, whose reads and pushes the test makes up, and a player who holds nothing. */
final class PushedBoard implements AutoCloseable {
    static final String ID = "0b8f6c1e-0000-4000-8000-000000000001";

    final FakeTiming timing = FakeTiming.byHand();
    final Kraty kraty;
    private final TinyServer server;
    private final List<Exchange> streams = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean isHeld;
    private volatile String board;

    /** With these rows, and more of the board in front of them. */
    PushedBoard(String more, String... rows) throws IOException {
        show(more, rows);
        server = TinyServer.answering(this::answer);
        kraty = Kraty.create(TestOptions.signedIn(server.url(), timing)
                .retry(KratyRetryConfig.none())
                .build());
    }

    static String row(String participant, double score, int rank, boolean isSelf) {
        return "{\"participantId\":\"" + participant + "\",\"kind\":\"player\",\"name\":\"" + participant
                + "\",\"score\":" + score + ",\"rank\":" + rank + ",\"isSelf\":" + isSelf + "}";
    }

    /** What the next reads say. */
    void show(String more, String... rows) {
        board = "{\"data\":{" + more + "\"leaderboardId\":\"" + ID + "\",\"eventId\":\"e1\",\"mode\":\"global\","
                + "\"anonymousMode\":false,\"windowId\":\"w1\",\"finalizedReason\":null,\"participantCount\":"
                + rows.length + ",\"entries\":[" + String.join(",", rows) + "]}}";
    }

    /** Reads are answered no more until {@link #close}. */
    void holdReads() {
        isHeld = true;
    }

    private void answer(Exchange exchange) throws Exception {
        if (exchange.request().target().contains("/stream")) {
            exchange.events().chunk("event: ready\ndata: {\"leaderboardId\":\"" + ID + "\"}\n\n");
            streams.add(exchange);
            closed.await();
        } else if (exchange.request().target().endsWith("/inventory")) {
            exchange.json(200, "{\"data\":{\"items\":[]}}");
        } else if (exchange.request().target().endsWith("/wallet")) {
            exchange.json(200, "{\"data\":{\"wallet\":[]}}");
        } else {
            String answer = board;
            if (isHeld && !released.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("never released");
            }
            exchange.json(200, answer);
        }
    }

    void push(String participant, double score, int rank) throws IOException {
        push("score_update", "\"participantId\":\"" + participant + "\",\"score\":" + score + ",\"rank\":" + rank);
    }

    void push(String event, String data) throws IOException {
        String text = "event: " + event + "\ndata: {\"leaderboardId\":\"" + ID + "\"," + data + "}\n\n";
        for (Exchange stream : streams) {
            stream.chunk(text);
        }
    }

    long connects() {
        return server.requests("/stream").size();
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        closed.countDown();
        kraty.close();
        server.close();
    }
}
