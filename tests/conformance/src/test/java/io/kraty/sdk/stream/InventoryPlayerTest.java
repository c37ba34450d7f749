package io.kraty.sdk.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.InventoryEvent;
import io.kraty.api.model.InventoryReady;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.InventoryStream;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Gate;
import io.kraty.sdk.wire.OurThreads;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose inventory it is, as the platform sees it. */
class InventoryPlayerTest {
    private final OurThreads threads = OurThreads.fromNow();
    private final Gate gate = new Gate("/register");
    private final KratySandbox sandbox = KratySandbox.start();
    private final HeardInventory heard = new HeardInventory();
    private Kraty kraty;

    @BeforeEach
    void start() {
        kraty = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .httpClient(gate.client())
                .build());
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private void refuseRegistrations() {
        gate.open();
        sandbox.addTrouble(Trouble.on("registerPlayer")
                .effect(Effect.error(403, "player_banned"))
                .build());
    }

    private List<String> operations() {
        return sandbox.requests().stream().map(RecordedRequest::operation).toList();
    }

    @Test
    void playerWhoIsNotKnown_isRegisteredWithoutHoldingUpTheCaller() throws Exception {
        kraty.inventory().live(heard); // comes back, although nobody has answered anything
        gate.awaitArrival();
        assertEquals(List.of(), operations());
        gate.open();

        InventoryReady ready = heard.next(InventoryReady.class); // would not come with another secret
        assertEquals(sandboxPlayer(), ready.externalPlayerId());
        assertEquals(List.of("registerPlayer", "streamInventory"), operations());
        assertEquals(sandboxPlayer(), kraty.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void registrationThatIsRefused_comesOutOfTheStream() throws Exception {
        refuseRegistrations();
        kraty.inventory().live(heard);

        assertTrue(heard.next(KratyApiException.class).isPlayerBanned());
        assertEquals(HeardEvents.END, heard.next());
        assertEquals(List.of("registerPlayer"), operations(), "there is nobody to connect for");
    }

    @Test
    void registrationThatIsRefused_isThrownWhereEventsAreFetched() {
        refuseRegistrations();
        try (InventoryStream stream = kraty.inventory().live()) {
            KratyApiException refused =
                    assertThrows(KratyApiException.class, () -> stream.poll(InventoryStreamTest.PATIENCE));
            assertTrue(refused.isPlayerBanned());
            assertNull(stream.poll(InventoryStreamTest.PATIENCE));
            assertFalse(stream.isOpen());
        }
    }

    @Test
    void refusedConnect_isAnApiErrorAndTheEnd() throws Exception {
        kraty.signIn("ann", sandbox.register("ann"));
        sandbox.rotateSecret("ann");
        kraty.inventory().live(heard);

        KratyApiException error = heard.next(KratyApiException.class);
        assertEquals(401, error.status());
        assertTrue(error.isPlayerSecretInvalid());
        assertEquals(HeardEvents.END, heard.next());
        assertEquals(List.of("streamInventory"), operations(), "a stream never connects twice");
    }

    @Test
    void closeWhileThePlayerIsBeingResolved_endsAtOnceAndConnectsToNothing() throws Exception {
        InventoryStream stream = kraty.inventory().live();
        Background<InventoryEvent> reader = Background.of(() -> stream.poll(InventoryStreamTest.PATIENCE));
        gate.awaitArrival();
        Await.blocked(reader.thread());
        stream.close();

        assertNull(reader.result());
        assertFalse(stream.isOpen());
        threads.awaitEnd("stream-");

        gate.open(); // the player is found out all the same, for whoever needs one next
        String player = kraty.ensureIdentity().externalPlayerId();
        assertEquals(sandboxPlayer(), player);
        assertEquals(List.of("registerPlayer"), operations());
    }

    private String sandboxPlayer() {
        assertEquals(1, sandbox.players().size());
        return sandbox.players().get(0);
    }
}
