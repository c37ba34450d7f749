package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.StoredIdentity;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredIdentityTest {
    private final ListedStore store = new ListedStore();
    private final KratySandbox sandbox = KratySandbox.start();
    private final PlayerCredentials ann = new PlayerCredentials("ann", sandbox.register("ann"));
    private final PlayerCredentials bob = new PlayerCredentials("bob", sandbox.register("bob"));
    private final StoredIdentity stored = StoredIdentity.of(options().build());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private KratyClientOptions.Builder options() {
        return PlayTestOptions.on(sandbox, FakeTiming.flowing()).secretStore(store);
    }

    private PlayerCredentials nextLaunch() {
        try (Kraty kraty = Kraty.create(options().build())) {
            return kraty.ensureIdentity();
        }
    }

    @Test
    void read_isEmptyBeforeTheFirstLaunch() {
        assertEquals(Optional.empty(), stored.read());
        assertEquals(Map.of(), store.content());
    }

    @Test
    void read_tellsThePlayerOfTheLastLaunch() {
        PlayerCredentials player = nextLaunch();
        int requests = sandbox.requests().size();

        assertEquals(Optional.of(player), stored.read());
        assertEquals(requests, sandbox.requests().size());
    }

    @Test
    void read_isEmptyWithoutASecret() {
        stored.restore(ann);
        String name = store.content().keySet().stream()
                .filter(key -> key.contains("/secret/"))
                .findFirst()
                .orElseThrow();
        for (String lost : List.of("", "  ")) {
            store.write(name, lost);
            assertEquals(Optional.empty(), stored.read());
        }
        store.remove(name);
        assertEquals(Optional.empty(), stored.read());
    }

    @Test
    void read_doesNotCareWhomTheOptionsName() {
        stored.restore(ann);

        assertEquals(
                Optional.of(ann),
                StoredIdentity.of(options().activeExternalPlayerId("bob").build())
                        .read());
    }

    @Test
    void restore_isWhatTheNextLaunchResumesWithoutARequest() {
        stored.restore("bob", bob.secret());
        stored.restore(ann);

        assertEquals(ann, nextLaunch());
        assertEquals(List.of(), sandbox.requests());
        assertEquals(Optional.of(ann), stored.read());
    }

    @Test
    void restore_ofASecretThatWasRotatedReplacesIt() {
        stored.restore(ann);
        PlayerCredentials rotated = new PlayerCredentials("ann", sandbox.rotateSecret("ann"));
        stored.restore(rotated);

        assertEquals(Optional.of(rotated), stored.read());
        try (Kraty kraty = Kraty.create(options().build())) {
            kraty.inventory().list(); // would be refused with the old secret
        }
    }

    @Test
    void restore_keepsTheSecretBeforeItNamesThePlayer() {
        SecretStore fullBeforeTheMarker = new ListedStore() {
            @Override
            public void write(String name, String value) {
                if (name.endsWith("/active")) {
                    throw new IllegalStateException("the disk is full");
                }
                store.write(name, value);
            }
        };
        StoredIdentity interrupted =
                StoredIdentity.of(options().secretStore(fullBeforeTheMarker).build());

        assertThrows(KratySecretStoreException.class, () -> interrupted.restore(ann));
        assertEquals(Optional.empty(), stored.read(), "nobody is named without a secret");
        assertEquals(1, store.content().size());
    }

    @Test
    void restore_ofWhatCannotBeUsed_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> stored.restore("", "ps"));
        assertThrows(IllegalArgumentException.class, () -> stored.restore("ann", ""));
        assertThrows(IllegalArgumentException.class, () -> stored.restore("ann", "a\nb"));
        assertEquals(Map.of(), store.content());
    }

    @Test
    void clear_makesTheNextLaunchAFreshPlayersAndKeepsTheSecrets() {
        stored.restore(bob);
        stored.restore(ann);
        stored.clear();

        assertEquals(Optional.empty(), stored.read());
        assertNotEquals("ann", nextLaunch().externalPlayerId());
        for (PlayerCredentials kept : List.of(ann, bob)) {
            try (Kraty kraty = Kraty.connectAsPlayer(options().build(), kept.externalPlayerId(), store)) {
                assertEquals(kept, kraty.ensureIdentity());
            }
        }
        assertEquals(1, sandbox.requests().size(), "only the fresh player was registered");
        assertEquals(3, sandbox.players().size());
    }

    @Test
    void otherEnvironments_areLeftAlone() {
        stored.restore(ann);
        StoredIdentity otherKey =
                StoredIdentity.of(options().apiKey("kraty_live.x").build());
        StoredIdentity otherHost =
                StoredIdentity.of(options().baseUrl("https://other.example").build());

        assertEquals(Optional.empty(), otherKey.read());
        assertEquals(Optional.empty(), otherHost.read());
        otherKey.restore(bob);
        otherHost.clear();
        assertEquals(Optional.of(ann), stored.read());
        assertEquals(Optional.of(bob), otherKey.read());
    }

    @Test
    void defaultStore_isTheOneALaunchUses(@TempDir Path directory) {
        KratyClientOptions options = KratyClientOptions.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .timeout(Duration.ofSeconds(40))
                .dataDirectory(directory)
                .build();
        PlayerCredentials player;
        try (Kraty kraty = Kraty.create(options)) {
            player = kraty.ensureIdentity();
        }
        assertEquals(Optional.of(player), StoredIdentity.of(options).read());

        StoredIdentity.of(options).restore(ann);
        try (Kraty kraty = Kraty.create(options)) {
            assertEquals(ann, kraty.ensureIdentity());
            kraty.inventory().list(); // would be refused with another secret
        }
    }
}
