package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.TinyServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchDuringResolutionTest {
    private static final PlayerCredentials ANN = new PlayerCredentials("ann", "ps_of_ann");

    private final ListedStore store = new ListedStore();
    private TinyServer server;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.manual();
        kraty = open();
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    private Kraty open() {
        return Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                .secretStore(store)
                .build());
    }

    @Test
    void signIn_winsOverARegistrationUnderWay() throws Exception {
        Background<PlayerCredentials> waiting = Background.of(kraty::ensureIdentity);
        Exchange held = server.next();
        kraty.signIn(ANN.externalPlayerId(), ANN.secret());
        ScriptedRegistrations.accept(held);

        assertEquals(ANN, waiting.result());
        assertEquals("ann", kraty.activeExternalPlayerId().orElseThrow());
        assertEquals("ann", store.activePlayer());
        try (Kraty nextLaunch = open()) {
            assertEquals(ANN, nextLaunch.ensureIdentity());
        }
        assertEquals(1, server.requests().size());
    }

    @Test
    void logout_leavesNothingOfARegistrationUnderWay() throws Exception {
        Background<PlayerCredentials> waiting = Background.of(kraty::ensureIdentity);
        Exchange held = server.next();
        String abandoned = held.request().player();
        kraty.logout();
        ScriptedRegistrations.accept(held);

        Exchange second = server.next();
        assertNotEquals(abandoned, second.request().player());
        assertNotEquals(held.request().idempotencyKey(), second.request().idempotencyKey());
        ScriptedRegistrations.accept(second);

        assertEquals(second.request().player(), waiting.result().externalPlayerId());
        assertEquals(second.request().player(), kraty.activeExternalPlayerId().orElseThrow());
        assertFalse(store.mentions(abandoned), store.toString());
        assertTrue(store.mentions(second.request().player()));
    }

    @Test
    void logoutOfAResolutionUnderWay_keepsNobodyForTheNextLaunch() throws Exception {
        Background<PlayerCredentials> waiting = Background.of(kraty::ensureIdentity);
        Exchange held = server.next();
        kraty.logout();
        assertEquals(Map.of(), store.content());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());

        ScriptedRegistrations.accept(held);
        Exchange second = server.next();
        second.error(403, "player_banned");
        assertThrows(KratyApiException.class, waiting::result);
        assertEquals(Map.of(), store.content());
    }
}
