package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.InventoryReady;
import io.kraty.sdk.InventoryListener;
import io.kraty.sdk.InventoryStream;
import io.kraty.sdk.InventoryStreamOptions;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.RequestOptions;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.Received;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void playerWhoIsNotKnown_isRegisteredWithoutHoldingUpTheCaller() throws Exception {
        kraty.inventory().live(heard); // comes back, although nobody has answered anything
        Exchange registration = server.next();
        assertTrue(registration.request().isRegistration());
        assertEquals(1, server.requests().size());
        register(registration);

        Exchange stream = server.next();
        assertEquals(registration.request().player(), stream.request().player());
        assertEquals("ps_" + registration.request().player(), stream.request().header("X-Player-Secret"));
        stream.events().chunk(READY);
        heard.next(InventoryReady.class);
        assertEquals(
                registration.request().player(), kraty.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void registrationThatIsRefused_comesOutOfTheStream() throws Exception {
        kraty.inventory().live(heard);
        server.next().error(403, "player_banned");

        assertTrue(heard.next(KratyApiException.class).isPlayerBanned());
        assertEquals(HeardEvents.END, heard.next());
        assertEquals(1, server.requests().size(), "there is nobody to connect for");
    }

    @Test
    void registrationThatIsRefused_isThrownWhereEventsAreFetched() throws Exception {
        try (InventoryStream stream = kraty.inventory().live()) {
            server.next().error(403, "player_banned");

            assertThrows(KratyApiException.class, () -> stream.poll(PATIENCE));
            assertNull(stream.poll(PATIENCE));
            assertFalse(stream.isOpen());
        }
    }

    @Test
    void refusedConnect_isAnApiErrorAndTheEnd() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        kraty.inventory().live(heard);
        server.next().error(401, "player_secret_invalid");

        KratyApiException error = heard.next(KratyApiException.class);
        assertEquals(401, error.status());
        assertTrue(error.isPlayerSecretInvalid());
        assertEquals(HeardEvents.END, heard.next());
        assertEquals(1, server.requests().size(), "a stream never connects twice");
    }

    @Test
    void as_isAboutTheOtherWithoutTheActivePlayersSecret() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        kraty.inventory().live(ALL, heard, RequestOptions.as("bob"));

        Received request = server.next().events().request();
        assertEquals("bob", request.player());
        assertNull(request.header("X-Player-Secret"));
        assertEquals("ann", kraty.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void asWithASecret_sendsItAndRegistersNobody() throws Exception {
        try (InventoryStream stream =
                kraty.inventory().live(ALL, RequestOptions.as("bob").playerSecret("ps_of_bob"))) {
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
