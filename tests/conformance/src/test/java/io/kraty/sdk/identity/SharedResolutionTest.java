package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.TinyServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedResolutionTest {
    private TinyServer server;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.manual();
        kraty = Kraty.create(
                PlayTestOptions.at(server.url(), FakeTiming.flowing()).build());
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
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
        Exchange registration = server.next();
        for (Background<PlayerCredentials> call : calls) {
            Await.blocked(call.thread());
        }
        Registrations.accept(registration);

        Set<PlayerCredentials> players = new HashSet<>();
        for (Background<PlayerCredentials> call : calls) {
            players.add(call.result());
        }
        assertEquals(1, players.size());
        assertEquals(1, server.requests("/register").size());
    }

    @Test
    void failure_reachesAllCallersAndTheNextCallTriesAgain() throws Exception {
        Background<PlayerCredentials> one = Background.of(kraty::ensureIdentity);
        Exchange registration = server.next();
        Background<PlayerCredentials> other = Background.of(kraty::ensureIdentity);
        Await.blocked(other.thread());
        registration.error(403, "player_banned");

        assertTrue(assertThrows(KratyApiException.class, one::result).isPlayerBanned());
        assertTrue(assertThrows(KratyApiException.class, other::result).isPlayerBanned());
        assertTrue(kraty.activeExternalPlayerId().isEmpty());

        Background<PlayerCredentials> next = Background.of(kraty::ensureIdentity);
        Registrations.accept(server.next());
        assertEquals(
                next.result().externalPlayerId(), kraty.activeExternalPlayerId().orElseThrow());
    }

    @Test
    void interruptingOneCaller_doesNotFailTheOthers() throws Exception {
        Background<Boolean> interrupted = Background.of(() -> {
            KratyNetworkException failure = assertThrows(KratyNetworkException.class, kraty::ensureIdentity);
            assertInstanceOf(InterruptedException.class, failure.getCause());
            return Thread.currentThread().isInterrupted();
        });
        Exchange registration = server.next();
        Background<PlayerCredentials> patient = Background.of(kraty::ensureIdentity);
        Await.blocked(patient.thread());

        interrupted.thread().interrupt();
        assertTrue(interrupted.result(), "the flag is kept");
        Registrations.accept(registration);

        assertEquals(registration.request().player(), patient.result().externalPlayerId());
        assertEquals(1, server.requests().size());
    }
}
