package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.Gate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchDuringResolutionTest {
    private static final PlayerCredentials ANN = new PlayerCredentials("ann", "ps_of_ann");

    private final ListedStore store = new ListedStore();
    private final Gate gate = new Gate("/register");
    private final KratySandbox sandbox = KratySandbox.start();
    private Kraty kraty;

    @BeforeEach
    void start() {
        kraty = open();
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    private Kraty open() {
        return Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(store)
                .httpClient(gate.client())
                .build());
    }

    @Test
    void signIn_winsOverARegistrationUnderWay() throws Exception {
        Background<PlayerCredentials> waiting = Background.of(kraty::ensureIdentity);
        gate.awaitArrival();
        kraty.signIn(ANN.externalPlayerId(), ANN.secret());
        gate.open();

        assertEquals(ANN, waiting.result());
        assertEquals("ann", kraty.activeExternalPlayerId().orElseThrow());
        assertEquals("ann", store.activePlayer());
        try (Kraty nextLaunch = open()) {
            assertEquals(ANN, nextLaunch.ensureIdentity());
        }
        assertEquals(1, sandbox.requests().size());
        assertEquals(201, sandbox.requests().get(0).status(), "the registration succeeded all the same");
    }

    @Test
    void logout_leavesNothingOfARegistrationUnderWay() throws Exception {
        Background<PlayerCredentials> waiting = Background.of(kraty::ensureIdentity);
        gate.awaitArrival();
        kraty.logout();
        gate.open();
        PlayerCredentials player = waiting.result();

        List<RecordedRequest> registrations = sandbox.requests();
        assertEquals(2, registrations.size());
        assertEquals(2, sandbox.players().size());
        String abandoned = sandbox.players().get(0);
        String second = sandbox.players().get(1);
        assertNotEquals(
                registrations.get(0).idempotencyKey(), registrations.get(1).idempotencyKey());
        assertEquals(new PlayerCredentials(second, sandbox.secretOf(second).orElseThrow()), player);
        assertEquals(second, kraty.activeExternalPlayerId().orElseThrow());
        assertFalse(store.mentions(abandoned), store.toString());
        assertTrue(store.mentions(second));
    }

    @Test
    void logoutOfAResolutionUnderWay_keepsNobodyForTheNextLaunch() throws Exception {
        sandbox.addTrouble(Trouble.on("registerPlayer")
                .skip(1)
                .effect(Effect.error(403, "player_banned"))
                .build());
        Background<PlayerCredentials> waiting = Background.of(kraty::ensureIdentity);
        gate.awaitArrival();
        kraty.logout();
        assertEquals(Map.of(), store.content());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());

        gate.open();
        assertThrows(KratyApiException.class, waiting::result);
        assertEquals(2, sandbox.requests().size());
        assertEquals(Map.of(), store.content());
    }
}
