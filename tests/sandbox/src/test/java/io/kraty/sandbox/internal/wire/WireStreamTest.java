package io.kraty.sandbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireStreamTest extends WireTest {
    private static final String SUBSCRIBE = "GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void stream_comesInChunks_andEndsProperly() throws Exception {
        try (RawSocket client = connect().send(SUBSCRIBE)) {
            WireStream stream = streams.take();
            stream.send("one");
            stream.send("");
            stream.send("é".repeat(20));
            stream.end();
            RawSocket.RawReply reply = client.reply();
            assertEquals("stream", reply.header("X-Kind"));
            assertEquals("one" + "é".repeat(20), reply.body());
            client.expectEnd();
        }
    }

    @Test
    void streamForHttp10_comesAsItIs() throws Exception {
        try (RawSocket client = connect().send("GET /stream HTTP/1.0\r\n\r\n")) {
            WireStream stream = streams.take();
            stream.send("one");
            stream.end();
            assertEquals("", client.head().header("Transfer-Encoding"));
            assertEquals("one", client.rest());
        }
    }

    @Test
    void abandonedStream_arrivesInFull_butDoesNotEnd() throws Exception {
        try (RawSocket client = connect().send(SUBSCRIBE)) {
            WireStream stream = streams.take();
            stream.send("one");
            stream.abandon();
            client.head();
            assertEquals("3\r\none\r\n", client.rest());
        }
    }

    @Test
    void abandonedStreamForHttp10_isReset_sinceClosingWouldBeTheEnd() throws Exception {
        try (RawSocket client = connect().send("GET /stream HTTP/1.0\r\n\r\n")) {
            client.head();
            streams.take().abandon();
            client.expectReset();
        }
    }

    @Test
    void resetStream_isSeenAsAReset() throws Exception {
        try (RawSocket client = connect().send(SUBSCRIBE)) {
            client.head();
            streams.take().reset();
            client.expectReset();
        }
    }

    @Test
    void writerThatIsStuck_isFreedByAReset() throws Exception {
        try (RawSocket client = connect().send(SUBSCRIBE)) {
            client.head();
            WireStream stream = streams.take();
            Thread breaker = new Thread(stream::reset);
            String much = "x".repeat(1 << 20);
            stream.send("one");
            breaker.start();
            assertThrows(IOException.class, () -> {
                while (true) {
                    stream.send(much); // nobody reads
                }
            });
            breaker.join();
        }
    }

    @Test
    void streamThatFailsToBegin_isReset() throws Exception {
        server.mount(
                "/bad",
                request -> new WireOutcome.Streaming(Map.of(), stream -> {
                    throw new IllegalStateException("on purpose");
                }));
        try (RawSocket client = connect().send("GET /bad HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThrows(IOException.class, () -> {
                while (client.read() >= 0) {
                    // the head may arrive or not
                }
            });
        }
    }

    @Test
    void idleStreams_costNoThreads() throws Exception {
        List<RawSocket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 2_000; i++) {
                RawSocket client = connect().send(SUBSCRIBE);
                clients.add(client);
                client.head();
            }
            List<WireStream> open = new ArrayList<>();
            while (open.size() < 2_000) {
                open.add(streams.take());
            }
            long busy = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith(THREADS))
                    .count();
            assertTrue(busy < 50, busy + " threads");
            for (WireStream stream : open) {
                stream.send("hello");
            }
            for (RawSocket client : clients) {
                assertEquals("5", client.line());
            }
        } finally {
            for (RawSocket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void closedServer_breaksStreams() throws Exception {
        try (RawSocket client = connect().send(SUBSCRIBE)) {
            client.head();
            streams.take();
            server.close();
            assertThrows(EOFException.class, client::line);
        }
    }
}
