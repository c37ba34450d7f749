package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.InventoryListener;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.InventoryStreamOptions;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Received;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent, to the letter, and answers that no platform gives. */
class InventoryConnectTest extends InventoryStreamTest {
    private static final InventoryStreamOptions ALL = InventoryStreamOptions.defaults();

    @Test
    void request_isAboutThePlayerAndAsksForAnUncompressedEventStream() throws Exception {
        open();

        Received request = server.requests().get(0);
        assertEquals("GET", request.method());
        assertEquals("/sdk/v1/players/ann/inventory/stream", request.target());
        assertEquals("text/event-stream", request.header("Accept"));
        assertEquals("identity", request.header("Accept-Encoding"));
        assertEquals("Bearer " + PlayTestOptions.API_KEY, request.header("Authorization"));
        assertEquals("ps_of_ann", request.header("X-Player-Secret"));
        assertTrue(request.header("X-Kraty-SDK").matches("\\S+/\\S+"), request.header("X-Kraty-SDK"));
    }

    @Test
    void player_whoIsKnownWhenItIsOpened_staysThePlayer() throws Exception {
        for (int i = 0; i < 20; i++) {
            kraty.signIn("ann", "ps_of_ann");
            try (InventoryStream stream = kraty.inventory().live()) {
                kraty.signIn("bob", "ps_of_bob");

                Received request = server.next().events().request();
                assertEquals("ann", request.player());
                assertEquals("ps_of_ann", request.header("X-Player-Secret"));
                assertTrue(stream.isOpen());
            }
        }
    }

    @Test
    void as_isAboutTheOtherWithoutTheActivePlayersSecret() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        kraty.as("bob").inventory().live(ALL, heard);

        Received request = server.next().events().request();
        assertEquals("bob", request.player());
        assertNull(request.header("X-Player-Secret"));
        assertEquals("ann", kraty.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void asWithASecret_sendsItAndRegistersNobody() throws Exception {
        try (InventoryStream stream = kraty.with(RequestOptions.as("bob").playerSecret("ps_of_bob"))
                .inventory()
                .live(ALL)) {
            Received request = server.next().events().request();
            assertEquals("bob", request.player());
            assertEquals("ps_of_bob", request.header("X-Player-Secret"));
            assertTrue(stream.isOpen());
        }
        assertEquals(1, server.requests().size());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());
    }

    @Test
    void secret_thatAnAnswerEchoes_isInNoMessage() throws Exception {
        String secret = "ps_very-secret-" + "x".repeat(180); // longer than what is quoted of an event
        String page = "your headers were " + secret;
        kraty.signIn("ann", secret);

        kraty.inventory().live(heard);
        server.next().answer(500, "text/html", "<html>" + page);
        assertNoSecret(heard.next(KratyApiException.class));
        heard.next();

        kraty.inventory().live(heard);
        server.next()
                .events()
                .chunk("event: wallet_changed\ndata: " + page + "\n\n")
                .endChunks();
        assertNoSecret(heard.next(KratyApiException.class));
        heard.next();
        heard.next();

        kraty.inventory().live(heard);
        server.next().answer(200, "text/" + secret, "");
        assertNoSecret(heard.next(KratyApiException.class));
    }

    private static void assertNoSecret(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("ps_very"), cause::getMessage);
        }
    }

    @Test
    void missingListener_isRefusedAtOnce() {
        InventoryListener missing = null;
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> kraty.inventory().live(missing));

        assertTrue(e.getMessage().contains("listener"), e.getMessage());
        assertEquals(List.of(), server.requests());
    }

    @Test
    void closedKraty_opensNothing() {
        kraty.close();

        assertThrows(IllegalStateException.class, () -> kraty.inventory().live());
        assertEquals(List.of(), server.requests());
    }
}
