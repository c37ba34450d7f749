package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.KratyRetryConfig;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.TinyServer.Handler;
import io.kraty.sdk.wire.Warnings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterruptedRegistrationTest {
    private final ListedStore store = new ListedStore();
    private final AtomicReference<Handler> answer = new AtomicReference<>();
    private TinyServer server;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(exchange -> answer.get().handle(exchange));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Kraty open() {
        return Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                .secretStore(store)
                .retry(KratyRetryConfig.none())
                .build());
    }

    private void registrationBreaksOff() {
        answer.set(exchange -> exchange.drop());
        try (Kraty kraty = open()) {
            assertThrows(KratyNetworkException.class, kraty::ensureIdentity);
        }
    }

    @Test
    void lostAnswer_isAskedForAgainWithTheSameIdAndKey() {
        registrationBreaksOff();
        answer.set(Registrations::accept);
        try (Kraty nextLaunch = open()) {
            nextLaunch.ensureIdentity();
        }
        List<Received> requests = server.requests();
        assertEquals(2, requests.size());
        assertEquals(requests.get(0).player(), requests.get(1).player());
        assertEquals(requests.get(0).idempotencyKey(), requests.get(1).idempotencyKey());
    }

    @Test
    void lostAnswer_isAskedForAgainInTheSameProcessToo() {
        answer.set(exchange -> exchange.drop());
        try (Kraty kraty = open()) {
            assertThrows(KratyNetworkException.class, kraty::ensureIdentity);
            answer.set(Registrations::accept);
            assertEquals(
                    server.requests().get(0).player(), kraty.ensureIdentity().externalPlayerId());
        }
        assertEquals(
                1,
                server.requests().stream()
                        .map(Received::idempotencyKey)
                        .distinct()
                        .count());
    }

    @Test
    void registrationThePlatformNoLongerRemembers_makesAFreshPlayerWithAWarning() {
        registrationBreaksOff();
        String lost = server.requests().get(0).player();
        answer.set(exchange -> {
            if (exchange.request().player().equals(lost)) {
                exchange.error(409, "player_already_registered");
            } else {
                Registrations.accept(exchange);
            }
        });
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity");
                Kraty nextLaunch = open()) {
            String fresh = nextLaunch.ensureIdentity().externalPlayerId();

            assertNotEquals(lost, fresh);
            assertEquals(fresh, store.activePlayer());
            assertEquals(1, warnings.texts().size());
            assertTrue(warnings.texts().get(0).contains(lost), warnings.texts().toString());
        }
        assertEquals(3, server.requests().size());
        assertNotEquals(
                server.requests().get(1).idempotencyKey(),
                server.requests().get(2).idempotencyKey());
    }

    @Test
    void freshRegistrationThatIsRefused_isNotRepeatedWithAnotherPlayer() {
        answer.set(exchange -> exchange.error(409, "player_already_registered"));
        try (Kraty kraty = open()) {
            assertTrue(
                    assertThrows(KratyApiException.class, kraty::ensureIdentity).isPlayerAlreadyRegistered());
        }
        assertEquals(1, server.requests().size());
        assertEquals(Map.of(), store.content());
    }
}
