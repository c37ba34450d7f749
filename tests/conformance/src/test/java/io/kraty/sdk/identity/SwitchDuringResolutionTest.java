package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Gate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwitchDuringResolutionTest {
    private static final PlayerCredentials ANN = new PlayerCredentials("ann", "ps_of_ann");

    private static final class WatchedStore extends ListedStore {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public String read(String name) {
            if (name.endsWith("/registering")) {
                looks.incrementAndGet();
            }
            return super.read(name);
        }
    }

    private final WatchedStore store = new WatchedStore();
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

        assertEquals(ANN, waiting.result(), "nobody waits for a player that is not wanted any more");
        gate.open();
        Await.until(
                "the player who was registered all the same is kept",
                () -> sandbox.players().stream()
                        .anyMatch(player ->
                                store.mentions(sandbox.secretOf(player).orElseThrow())));
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
        gate.awaitArrival(); // the second registration waits for nothing of the first
        store.looks.set(0);
        gate.open();
        PlayerCredentials player = waiting.result();
        Await.until("both were answered, and looked whether they are still wanted", () -> store.looks.get() == 2);

        List<RecordedRequest> registrations = sandbox.requests();
        assertEquals(2, registrations.size());
        assertEquals(2, sandbox.players().size());
        assertNotEquals(
                registrations.get(0).idempotencyKey(), registrations.get(1).idempotencyKey());
        String second = player.externalPlayerId();
        assertEquals(sandbox.secretOf(second).orElseThrow(), player.secret());
        assertEquals(second, kraty.activeExternalPlayerId().orElseThrow());
        kraty.signIn(ANN.externalPlayerId(), ANN.secret()); // in turn, so after what either still had to store
        assertTrue(store.mentions(second));
        for (String abandoned : sandbox.players()) {
            assertTrue(abandoned.equals(second) || !store.mentions(abandoned), store.toString());
        }
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
        gate.awaitArrival();
        assertTrue(kraty.activeExternalPlayerId().isEmpty());
        store.looks.set(0);
        gate.passOne();
        Await.until("the first was answered, and looked whether it is still wanted", () -> store.looks.get() == 1);

        gate.open();
        assertThrows(KratyApiException.class, waiting::result);
        assertEquals(2, sandbox.requests().size());
        assertEquals(Map.of(), store.content());
    }
}
