package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.StoredIdentity;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.Warnings;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secret that somebody edited is reported once and recovered from, rather than thrown at every start. */
class DamagedSecretTest {
    private final KratySandbox sandbox = KratySandbox.start();
    private final SecretStore store = new InMemorySecretStore();
    private final KratyClientOptions options = options().build();
    private String player;
    private String name;

    private KratyClientOptions.Builder options() {
        return KratyClientOptions.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .secretStore(store);
    }

    @BeforeEach
    void playOnce() {
        ListedStore listed = new ListedStore();
        try (Kraty kraty = Kraty.create(options().secretStore(listed).build())) {
            player = kraty.ensureIdentity().externalPlayerId();
            StoredIdentity.of(options).restore(kraty.ensureIdentity());
        }
        name = listed.content().keySet().stream()
                .filter(any -> any.endsWith("/secret/" + player))
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void spaceAroundIt_doesNotMatter() {
        store.write(name, " " + store.read(name) + "\n");
        try (Kraty kraty = Kraty.create(options)) {
            kraty.inventory().list();
            assertEquals(player, kraty.ensureIdentity().externalPlayerId());
        }
    }

    @Test
    void whatCannotBeASecret_isPutAside_andTheGameCanBePlayed() {
        store.write(name, "half a\nsecret");
        PlayerCredentials next;
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity");
                Kraty kraty = Kraty.create(options)) {
            next = kraty.ensureIdentity();
            kraty.inventory().list();
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
            assertTrue(warnings.texts().get(0).contains("/damaged/" + player));
        }
        assertNotEquals(player, next.externalPlayerId());
        assertEquals("half a\nsecret", store.read(name.replace("/secret/", "/damaged/")));
        assertEquals(Optional.of(next), StoredIdentity.of(options).read());
    }

    @Test
    void namedPlayer_isNotReplaced() {
        store.write(name, "half a\nsecret");
        try (Kraty kraty = Kraty.create(options().activeExternalPlayerId(player).build())) {
            KratyApiException refusal = assertThrows(KratyApiException.class, kraty::ensureIdentity);
            assertTrue(refusal.isPlayerAlreadyRegistered());
        }
    }
}
