package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.SecretStore;
import io.kraty.sdk.StoredIdentity;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.TinyServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredIdentityTest {
    private static final PlayerCredentials ANN = new PlayerCredentials("ann", "ps_of_ann");
    private static final PlayerCredentials BOB = new PlayerCredentials("bob", "ps_of_bob");

    private final ListedStore store = new ListedStore();
    private TinyServer server;
    private StoredIdentity stored;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(ScriptedRegistrations::acceptOrEmpty);
        stored = StoredIdentity.of(options().build());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private KratyClientOptions.Builder options() {
        return PlayTestOptions.at(server.url(), FakeTiming.flowing()).secretStore(store);
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
        int requests = server.requests().size();

        assertEquals(Optional.of(player), stored.read());
        assertEquals(requests, server.requests().size());
    }

    @Test
    void read_isEmptyWithoutASecret() {
        stored.restore(ANN);
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
        stored.restore(ANN);

        assertEquals(
                Optional.of(ANN),
                StoredIdentity.of(options().activeExternalPlayerId("bob").build())
                        .read());
    }

    @Test
    void restore_isWhatTheNextLaunchResumesWithoutARequest() {
        stored.restore("bob", "ps_of_bob");
        stored.restore(ANN);

        assertEquals(ANN, nextLaunch());
        assertEquals(List.of(), server.requests());
        assertEquals(Optional.of(ANN), stored.read());
    }

    @Test
    void restore_ofASecretThatWasRotatedReplacesIt() {
        stored.restore(new PlayerCredentials("ann", "ps_old"));
        stored.restore(ANN);

        assertEquals(Optional.of(ANN), stored.read());
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

        assertThrows(IllegalStateException.class, () -> interrupted.restore(ANN));
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
        stored.restore(BOB);
        stored.restore(ANN);
        stored.clear();

        assertEquals(Optional.empty(), stored.read());
        assertNotEquals("ann", nextLaunch().externalPlayerId());
        for (PlayerCredentials kept : List.of(ANN, BOB)) {
            try (Kraty kraty = Kraty.connectAsPlayer(options().build(), kept.externalPlayerId(), store)) {
                assertEquals(kept, kraty.ensureIdentity());
            }
        }
        assertEquals(1, server.requests().size(), "only the fresh player was registered");
    }

    @Test
    void otherEnvironments_areLeftAlone() {
        stored.restore(ANN);
        StoredIdentity otherKey =
                StoredIdentity.of(options().apiKey("kraty_live.x").build());
        StoredIdentity otherHost =
                StoredIdentity.of(options().baseUrl("https://other.example").build());

        assertEquals(Optional.empty(), otherKey.read());
        assertEquals(Optional.empty(), otherHost.read());
        otherKey.restore(BOB);
        otherHost.clear();
        assertEquals(Optional.of(ANN), stored.read());
        assertEquals(Optional.of(BOB), otherKey.read());
    }

    @Test
    void defaultStore_isTheOneALaunchUses(@TempDir Path directory) {
        KratyClientOptions options = KratyClientOptions.builder()
                .apiKey(PlayTestOptions.API_KEY)
                .baseUrl(server.url())
                .dataDirectory(directory)
                .build();
        PlayerCredentials player;
        try (Kraty kraty = Kraty.create(options)) {
            player = kraty.ensureIdentity();
        }
        assertEquals(Optional.of(player), StoredIdentity.of(options).read());

        StoredIdentity.of(options).restore(ANN);
        try (Kraty kraty = Kraty.create(options)) {
            assertEquals(ANN, kraty.ensureIdentity());
        }
    }
}
