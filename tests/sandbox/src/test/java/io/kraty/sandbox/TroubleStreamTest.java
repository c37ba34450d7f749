package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sandbox.internal.wire.RawSocket;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleStreamTest extends TroubleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void droppedStream_breaksAfterItsEvents(int events) throws IOException {
        trouble("streamInventory", Effect.drop(events));
        try (Sse stream = api.holdings(ana)) {
            assertEquals("ready", stream.nextName());
            for (int i = 1; i < events; i++) {
                sandbox.credit("ana", "gold", 1);
                assertEquals("wallet_changed", stream.nextName());
            }
            assertThrows(IOException.class, stream::next);
        }
        assertEquals("dropped after " + events + (events == 1 ? " event" : " events"), last().trouble());
        while (sandbox.openStreams() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void streamDroppedBeforeItsFirstEvent_hasHeadersOnly() throws IOException {
        trouble("streamInventory", Effect.drop(0), Effect.cut(0.5));
        for (int i = 0; i < 2; i++) {
            try (RawSocket client = connect().send(get("players/ana/inventory/stream"))) {
                assertEquals("text/event-stream", client.head().header("Content-Type"));
                client.expectEnd();
            }
        }
    }

    @Test
    void silentStream_saysNothingMore_notEvenAHeartbeat_andIsForgottenWithItsReader() throws IOException {
        restart(KratySandbox.builder());
        sandbox.close();
        sandbox = KratySandbox.builder()
                .clock(clock)
                .heartbeat(Duration.ofMillis(5))
                .start();
        api = new Api(sandbox);
        player();
        trouble("streamInventory", Effect.silence(1), Effect.pass());
        try (RawSocket silent = connect().send(get("players/ana/inventory/stream"))) {
            silent.head();
            silent.line(); // the size of the chunk
            assertEquals("event: ready", silent.line());
            assertTrue(silent.line().startsWith("data: "));
            assertEquals("", silent.line()); // the end of the event
            assertEquals("", silent.line()); // the end of the chunk
            try (Sse other = api.holdings(ana)) {
                assertEquals("ready", other.nextName());
                sandbox.credit("ana", "gold", 1);
                // Heartbeats and the news reach the other one, so they would have reached this one.
                int heartbeats = 0;
                boolean heard = false;
                while (heartbeats < 3 || !heard) {
                    String name = other.nextName();
                    heartbeats += name.equals(":") ? 1 : 0;
                    heard |= name.equals("wallet_changed");
                }
                assertTrue(silent.isQuiet());
                assertEquals(2, sandbox.openStreams());
            }
        }
        while (sandbox.openStreams() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void reversedStream_holdsEventsBack_andTellsTheLastFirst() throws IOException {
        trouble("streamInventory", Effect.reverse(3));
        try (Sse stream = api.holdings(ana)) {
            assertEquals("ready", stream.nextName());
            for (int i = 0; i < 6; i++) {
                sandbox.credit("ana", "gold", 1);
            }
            for (long balance : new long[] {103, 102, 101, 106, 105, 104}) {
                Sse.Event event = stream.next();
                assertEquals(balance, event.data().get("balance").getAsLong());
            }
        }
        assertEquals("with every 3 events in reverse order", last().trouble());
    }

    @Test
    void silentStream_endsWithTheSandbox() throws IOException {
        trouble("*", Effect.stall(1));
        try (RawSocket silent = connect().send(get("players/ana/inventory/stream"))) {
            silent.head();
            while (sandbox.openStreams() < 1) {
                Thread.onSpinWait();
            }
            sandbox.close();
            assertThrows(IOException.class, silent::line);
        }
    }

    @Test
    void effectsForStreams_leaveOtherRequestsAlone() throws IOException {
        trouble("*", Effect.drop(0), Effect.silence(0));
        assertEquals(200, status(debit("one")));
        assertEquals(200, status(debit("one")));
    }

    @Test
    void stream_canBeRefusedLikeAnythingElse() throws IOException {
        trouble("streamInventory", Effect.status(503), Effect.resetAfter(), Effect.contentType("text/html"));
        assertEquals(503, status(get("players/ana/inventory/stream")));
        try (RawSocket client = connect().send(get("players/ana/inventory/stream"))) {
            client.expectReset();
        }
        try (RawSocket client = connect().send(get("players/ana/inventory/stream"))) {
            assertEquals("text/html", client.head().header("Content-Type"));
            client.line();
            assertEquals("event: ready", client.line());
        }
    }

    @Test
    void refusedConnections_leaveStreamsAlone() throws IOException {
        trouble("debitWallet", Effect.refuse(Duration.ofHours(1)));
        try (Sse stream = api.holdings(ana)) {
            assertEquals("ready", stream.nextName());
            try (RawSocket client = connect().send(debit("one"))) {
                client.expectReset();
            }
            assertThrows(ConnectException.class, this::connect);
            sandbox.credit("ana", "gold", 1);
            assertEquals("wallet_changed", stream.nextName());
        }
    }

    @Test
    void goingOffline_breaksEverything_andGoingOnlineIsAsBefore() throws IOException {
        int port = sandbox.port();
        try (RawSocket idle = connect().send(get("time"));
                RawSocket stream = connect().send(get("players/ana/inventory/stream"))) {
            idle.reply();
            stream.head();
            while (sandbox.openStreams() < 1) {
                Thread.onSpinWait();
            }
            sandbox.goOffline();
            sandbox.goOffline();
            idle.expectReset();
            assertEquals(0, sandbox.openStreams());
            assertThrows(IOException.class, () -> {
                while (true) {
                    stream.line();
                }
            });
            assertThrows(ConnectException.class, this::connect);
        }
        sandbox.goOnline();
        assertEquals(port, sandbox.port());
        assertEquals(200, status(debit("one")));
    }

    @Test
    void goingOnline_endsATimeOfRefusing() throws IOException {
        trouble("*", Effect.refuse(Duration.ofHours(1)), Effect.pass());
        try (RawSocket client = connect().send(debit("one"))) {
            client.expectReset();
        }
        sandbox.goOnline();
        assertEquals(200, status(debit("one")));
    }

    @Test
    void closingWhileOffline_isFine() throws IOException {
        try (RawSocket idle = connect().send(get("time"))) {
            idle.reply();
            sandbox.goOffline();
            sandbox.close();
            sandbox.goOnline();
            assertThrows(ConnectException.class, this::connect);
            assertThrows(IOException.class, () -> {
                idle.line();
                throw new EOFException();
            });
        }
    }
}
