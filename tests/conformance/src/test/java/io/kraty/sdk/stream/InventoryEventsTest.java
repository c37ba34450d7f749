package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.ChangeOrigin;
import io.kraty.api.model.GrantCreated;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.InventoryChanged;
import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.InventoryReady;
import io.kraty.api.model.WalletChanged;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.live.InventoryStreamOptions;
import io.kraty.sdk.wire.Exchange;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class InventoryEventsTest extends InventoryStreamTest {
    private static final InventoryStreamOptions OTHERS =
            InventoryStreamOptions.builder().ignoreOwnWrites(true).build();

    @Test
    void whatHappens_isToldInOrder() throws Exception {
        open().chunk(READY
                + itemChanged("potion", "client")
                + balanceChanged("gold", "engine")
                + grantCreated("g1")
                + "event: mood_changed\ndata: {\"mood\":\"good\"}\n\n");

        assertEquals("ann", heard.next(InventoryReady.class).externalPlayerId());
        InventoryChanged item = heard.next(InventoryChanged.class);
        assertEquals("potion", item.itemKey());
        assertEquals(-1, item.delta());
        assertEquals(4, item.quantity());
        assertEquals(ChangeOrigin.CLIENT, item.origin());
        WalletChanged balance = heard.next(WalletChanged.class);
        assertEquals("gold", balance.economyKey());
        assertEquals(1285, balance.balance());
        GrantCreated grant = heard.next(GrantCreated.class);
        assertEquals("g1", grant.grantId());
        assertEquals(GrantKind.CRATE, grant.grantKind());
        assertEquals("good", heard.next(InventoryEvent.Unrecognized.class).raw().get("mood"));
    }

    @Test
    void withoutAListener_eventsWaitUntilTheyAreFetched() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        try (InventoryStream stream = kraty.inventory().live()) {
            assertNull(stream.poll(), "not even connected");
            server.next().events().chunk(READY + balanceChanged("gold", "client") + grantCreated("g1"));

            assertInstanceOf(InventoryReady.class, stream.poll(PATIENCE));
            Iterator<InventoryEvent> rest = stream.iterator();
            assertInstanceOf(WalletChanged.class, rest.next());
            assertInstanceOf(GrantCreated.class, rest.next());
            assertTrue(stream.isOpen());
        }
    }

    @Test
    void ignoringOwnWrites_leavesOutWhatAClientChangedAndNothingElse() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        kraty.inventory().live(OTHERS, heard);
        server.next()
                .events()
                .chunk(READY
                        + itemChanged("mine", "client")
                        + balanceChanged("mine", "client")
                        + itemChanged("a", "server")
                        + balanceChanged("b", "admin")
                        + itemChanged("c", "engine")
                        + balanceChanged("d", "somebody_new")
                        + itemChanged("e", null)
                        + "event: other\ndata: {\"origin\":\"client\"}\n\n"
                        + grantCreated("g1"));

        heard.next(InventoryReady.class);
        assertEquals("a", heard.next(InventoryChanged.class).itemKey());
        assertEquals("b", heard.next(WalletChanged.class).economyKey());
        assertEquals("c", heard.next(InventoryChanged.class).itemKey());
        assertEquals("d", heard.next(WalletChanged.class).economyKey());
        assertEquals("e", heard.next(InventoryChanged.class).itemKey());
        heard.next(InventoryEvent.Unrecognized.class);
        heard.next(GrantCreated.class);
    }

    @Test
    void ignoringOwnWrites_worksWithoutAListenerToo() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        try (InventoryStream stream = kraty.inventory().live(OTHERS)) {
            server.next().events().chunk(itemChanged("mine", "client") + itemChanged("a", "server"));

            assertEquals("a", ((InventoryChanged) stream.poll(PATIENCE)).itemKey());
        }
    }

    @Test
    void eventThatCannotBeRead_isAnErrorAndTheStreamGoesOn() throws Exception {
        open().chunk("event: wallet_changed\ndata: {\"balance\":\"much\"}\n\n" + grantCreated("g1"));

        KratyApiException error = heard.next(KratyApiException.class);
        assertEquals(200, error.status());
        assertTrue(error.isInternalError());
        assertTrue(error.getMessage().contains("wallet_changed"), error.getMessage());
        heard.next(GrantCreated.class);
    }

    @Test
    void endByTheServer_isALoss() throws Exception {
        open().chunk(READY).endChunks();

        heard.next(InventoryReady.class);
        heard.next(KratyNetworkException.class);
        assertEquals(HeardEvents.END, heard.next());
    }

    @Test
    void endAfterSomethingThatSoundsLikeOne_isALossToo() throws Exception {
        open().chunk("event: closed\ndata: {}\n\n").endChunks();

        assertEquals("closed", heard.next(InventoryEvent.Unrecognized.class).kind());
        heard.next(KratyNetworkException.class);
        assertEquals(HeardEvents.END, heard.next());
    }

    @Test
    void brokenConnection_isALossAndNothingReconnects() throws Exception {
        kraty.signIn("ann", "ps_of_ann");
        try (InventoryStream stream = kraty.inventory().live()) {
            Exchange exchange = server.next().events().chunk(READY);
            assertInstanceOf(InventoryReady.class, stream.poll(PATIENCE));
            exchange.drop();

            assertThrows(KratyNetworkException.class, () -> stream.poll(PATIENCE));
            assertNull(stream.poll(PATIENCE));
            assertFalse(stream.isOpen());
            assertEquals(1, server.requests().size());
        }
    }
}
