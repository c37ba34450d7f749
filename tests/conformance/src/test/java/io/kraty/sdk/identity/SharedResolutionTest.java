package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Gate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedResolutionTest {
    private final Gate gate = new Gate("/register");
    private final KratySandbox sandbox = KratySandbox.start();
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

    @Test
    void manyFirstCallsAtOnce_shareOneRegistration() throws Exception {
        int callers = 32;
        CyclicBarrier together = new CyclicBarrier(callers);
        List<Background<PlayerCredentials>> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(Background.of(() -> {
                together.await();
                return kraty.ensureIdentity();
            }));
        }
        gate.awaitArrival();
        for (Background<PlayerCredentials> call : calls) {
            Await.blocked(call.thread());
        }
        gate.open();

        Set<PlayerCredentials> players = new HashSet<>();
        for (Background<PlayerCredentials> call : calls) {
            players.add(call.result());
        }
        assertEquals(1, players.size());
        assertEquals(1, sandbox.players().size());
        assertEquals(1, sandbox.requests().size());
    }

    @Test
    void failure_reachesAllCallersAndTheNextCallTriesAgain() throws Exception {
        sandbox.addTrouble(Trouble.on("registerPlayer")
                .times(1)
                .effect(Effect.error(403, "player_banned"))
                .build());
        Background<PlayerCredentials> one = Background.of(kraty::ensureIdentity);
        gate.awaitArrival();
        Background<PlayerCredentials> other = Background.of(kraty::ensureIdentity);
        Await.blocked(other.thread());
        gate.open();

        assertTrue(assertThrows(KratyApiException.class, one::result).isPlayerBanned());
        assertTrue(assertThrows(KratyApiException.class, other::result).isPlayerBanned());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());

        assertEquals(
                kraty.ensureIdentity().externalPlayerId(),
                kraty.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void interruptingOneCaller_doesNotFailTheOthers() throws Exception {
        Background<Boolean> interrupted = Background.of(() -> {
            KratyNetworkException failure = assertThrows(KratyNetworkException.class, kraty::ensureIdentity);
            assertInstanceOf(InterruptedException.class, failure.getCause());
            return Thread.currentThread().isInterrupted();
        });
        gate.awaitArrival();
        Background<PlayerCredentials> patient = Background.of(kraty::ensureIdentity);
        Await.blocked(patient.thread());

        interrupted.thread().interrupt();
        assertTrue(interrupted.result(), "the flag is kept");
        gate.open();

        assertEquals(List.of(patient.result().externalPlayerId()), sandbox.players());
        assertEquals(1, sandbox.requests().size());
    }
}
