package io.kraty.sdk.internal.transport;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a connection that others use too is closed under a call that was ended and does not return. */
class StuckCallTest {
    private final CountedSockets sockets = new CountedSockets();
    private final OkHttpClient client =
            new OkHttpClient.Builder().socketFactory(sockets).build();
    private ServerSocket server;
    private Socket socket;
    private Trip trip;
    private Underway underway;

    @BeforeEach
    void cancelledCall() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket = sockets.createSocket();
        socket.connect(server.getLocalSocketAddress());
        trip = new Trip(new Lane(1, client, Runnable::run), 1, () -> false);
        trip.connected(socket);
        underway = new Underway(Thread.currentThread(), null, () -> {});
        Call call = client.newCall(
                trip.mark(new Request.Builder().url("http://localhost/")).build());
        underway.begin(call);
        call.cancel();
    }

    @AfterEach
    void close() throws Exception {
        socket.close();
        server.close();
    }

    @Test
    void stuckInside_isClosedAfterAWhile() {
        trip.enter();
        look(InFlight.MOST_LOOKS - 1);
        assertFalse(socket.isClosed());
        look(1);
        assertTrue(socket.isClosed());
    }

    @Test
    void comingBackFromTheGamesCode_hasTheWholeWhile() {
        look(10 * InFlight.MOST_LOOKS);
        trip.enter();
        look(InFlight.MOST_LOOKS - 1);
        assertFalse(socket.isClosed());
        look(1);
        assertTrue(socket.isClosed());
    }

    @Test
    void betweenTwoStaysInside_theCountStartsAnew() {
        trip.enter();
        look(InFlight.MOST_LOOKS - 1);
        trip.leave();
        look(1);
        trip.enter();
        look(InFlight.MOST_LOOKS - 1);
        assertFalse(socket.isClosed());
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            underway.look();
        }
    }
}
