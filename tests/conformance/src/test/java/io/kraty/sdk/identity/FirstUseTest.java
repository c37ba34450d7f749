package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstUseTest {
    private final KratySandbox sandbox = KratySandbox.start();
    private final InMemorySecretStore store = new InMemorySecretStore();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private KratyClientOptions.Builder options() {
        return KratyClientOptions.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .timeout(Duration.ofSeconds(40))
                .secretStore(store);
    }

    @Test
    void firstCall_registersAFreshPlayerWithAnIdempotencyKey() {
        try (Kraty kraty = Kraty.create(options().build())) {
            kraty.inventory().list();

            RecordedRequest first = sandbox.requests().get(0);
            assertTrue(first.path().endsWith("/register"), first.path());
            assertTrue(first.externalPlayerId().matches("kp_[0-9a-f]{32}"), first.externalPlayerId());
            assertNotNull(first.idempotencyKey());
            assertEquals(22, first.idempotencyKey().length());
            assertEquals(List.of(first.externalPlayerId()), sandbox.players());
            assertEquals(first.externalPlayerId(), sandbox.requests().get(1).externalPlayerId());
        }
    }

    @Test
    void activePlayer_isUnknownUntilTheFirstCall() {
        try (Kraty kraty = Kraty.create(options().build())) {
            assertEquals(Optional.empty(), kraty.activeExternalPlayerId());
            kraty.catalog().read();
            assertEquals(Optional.empty(), kraty.activeExternalPlayerId(), "the catalog is about nobody");

            kraty.inventory().list();

            assertEquals(Optional.of(sandbox.players().get(0)), kraty.activeExternalPlayerId());
        }
    }

    @Test
    void ensureIdentity_registersOnceAndAnswersTheSamePlayerAfterwards() {
        try (Kraty kraty = Kraty.create(options().build())) {
            PlayerCredentials first = kraty.ensureIdentity();

            assertEquals(sandbox.secretOf(first.externalPlayerId()).orElseThrow(), first.secret());
            assertEquals(first, kraty.ensureIdentity());
            assertEquals(1, sandbox.requests().size());
        }
    }

    @Test
    void idAndSecretFromTheGame_needNoRequestAndNoStore() {
        try (Kraty kraty = Kraty.create(options()
                .activeExternalPlayerId("ann")
                .playerSecret("ps_ann")
                .secretStore(new ClosedStore())
                .build())) {
            assertEquals(new PlayerCredentials("ann", "ps_ann"), kraty.ensureIdentity());
            assertEquals(Optional.of("ann"), kraty.activeExternalPlayerId());
            assertEquals(List.of(), sandbox.requests());
        }
    }

    @Test
    void idFromTheGame_comesBeforeThePersistedPlayer() {
        try (Kraty kraty = Kraty.create(options().build())) {
            kraty.ensureIdentity();
        }
        try (Kraty kraty = Kraty.create(options().activeExternalPlayerId("ann").build())) {
            assertEquals("ann", kraty.ensureIdentity().externalPlayerId());
            assertTrue(sandbox.players().contains("ann"));
        }
    }

    @Test
    void persistedPlayer_comesBeforeAFreshOne() {
        PlayerCredentials persisted;
        try (Kraty kraty = Kraty.create(options().build())) {
            persisted = kraty.ensureIdentity();
        }
        try (Kraty kraty = Kraty.create(options().build())) {
            assertEquals(persisted, kraty.ensureIdentity());
            assertEquals(1, sandbox.players().size());
        }
    }

    @Test
    void nothingPersisted_meansAFreshPlayer() {
        PlayerCredentials one;
        try (Kraty kraty = Kraty.create(options().build())) {
            one = kraty.ensureIdentity();
        }
        try (Kraty kraty =
                Kraty.create(options().secretStore(new InMemorySecretStore()).build())) {
            assertFalse(one.externalPlayerId().equals(kraty.ensureIdentity().externalPlayerId()));
        }
    }
}
