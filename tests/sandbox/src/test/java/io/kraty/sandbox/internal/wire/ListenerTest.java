package io.kraty.sandbox.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ListenerTest extends WireTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void refused_thenTakenAgain_onTheSamePort() throws IOException {
        int port = server.port();
        for (int i = 0; i < 5; i++) {
            server.stopListening();
            server.stopListening();
            assertThrows(ConnectException.class, this::connect);
            server.listenAgain();
            server.listenAgain();
            try (RawSocket client = connect()) {
                assertEquals(200, client.send(GET).reply().status());
            }
        }
        assertEquals(port, server.port());
    }

    @Test
    void timeOfRefusing_isOverByItself() throws Exception {
        server.refuse(Duration.ofMillis(1));
        while (!server.isListening()) {
            Thread.onSpinWait();
        }
        try (RawSocket client = connect()) {
            assertEquals(200, client.send(GET).reply().status());
        }
    }

    @Test
    void longestTimeOfRefusing_counts() {
        server.refuse(LONG);
        server.refuse(Duration.ofNanos(1));
        assertFalse(server.isListening());
        assertThrows(ConnectException.class, this::connect);
    }

    @Test
    void stopped_staysStopped_whenATimeOfRefusingIsOver() {
        server.stopListening();
        server.refuse(Duration.ofNanos(1));
        assertFalse(server.isListening());
        assertThrows(ConnectException.class, this::connect);
        server.listenAgain();
        assertTrue(server.isListening());
    }

    @Test
    void refusing_closesIdleConnections_andLeavesStreamsAlone() throws Exception {
        try (RawSocket idle = connect().send(GET);
                RawSocket subscriber = connect().send("GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            idle.reply();
            subscriber.head();
            WireStream stream = streams.take();
            server.refuse(LONG);
            idle.expectEnd();
            stream.send("still here");
            assertEquals("a", subscriber.line());
        }
    }

    @Test
    void refusing_letsARequestFinish_butNoOtherFollow() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        server.mount("/slow", request -> {
            begun.countDown();
            refused.await();
            return new WireResponse(200, Map.of(), "done");
        });
        try (RawSocket client = connect().send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            begun.await();
            server.refuse(LONG);
            refused.countDown();
            RawSocket.RawReply reply = client.reply();
            assertEquals("done", reply.body());
            assertEquals("close", reply.header("Connection"));
            client.expectEnd();
        }
    }

    @Test
    void portIsKept_whileConnectionsAreRefused() throws IOException {
        server.stopListening();
        try (ServerSocket other = new ServerSocket()) {
            other.setReuseAddress(false);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            assertThrows(BindException.class, () -> other.bind(address));
        }
    }

    @Test
    void closedServer_givesThePortBack() throws Exception {
        try (RawSocket client = connect().send(GET)) {
            client.reply();
            server.close();
            client.expectEnd();
        }
        Listener next = new Listener(server.port(), socket -> {});
        assertEquals(server.port(), next.port());
        next.close();
    }

    @Test
    void offline_breaksWhatIsOpen_andRefusesWhatIsNew() throws Exception {
        try (RawSocket idle = connect().send(GET);
                RawSocket subscriber = connect().send("GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            idle.reply();
            subscriber.head();
            server.goOffline();
            idle.expectReset();
            subscriber.expectReset();
            assertThrows(ConnectException.class, this::connect);
        }
        server.listenAgain();
        try (RawSocket client = connect()) {
            assertEquals(200, client.send(GET).reply().status());
        }
    }
}
