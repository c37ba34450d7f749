package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.KratyNetworkException;
import io.kraty.sdk.KratyRetryConfig;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.PlayerCredentials;
import io.kraty.sdk.SecretStore;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectAsPlayerTest {
    private static final PlayerCredentials ANN = new PlayerCredentials("ann", "ps_ann");
    private static final TinyServer.Handler ALREADY_REGISTERED = exchange -> {
        if (exchange.request().target().endsWith("?force=true")) {
            ScriptedRegistrations.acceptWithAName(exchange);
        } else {
            exchange.error(409, "player_already_registered");
        }
    };

    private final ListedStore store = new ListedStore();
    private final ListedStore storeOfTheOptions = new ListedStore();
    private final AtomicReference<TinyServer.Handler> answer = new AtomicReference<>(exchange -> {
        if (exchange.request().isRegistration()) {
            ScriptedRegistrations.acceptWithAName(exchange);
        } else {
            ScriptedRegistrations.emptyInventory(exchange);
        }
    });
    private TinyServer server;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(exchange -> answer.get().handle(exchange));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private KratyClientOptions.Builder options() {
        return PlayTestOptions.at(server.url(), FakeTiming.flowing())
                .secretStore(storeOfTheOptions)
                .retry(KratyRetryConfig.none());
    }

    private Kraty connect() {
        return Kraty.connectAsPlayer(options().build(), "ann", store);
    }

    private Kraty connect(boolean autoRotateOnConflict) {
        return Kraty.connectAsPlayer(options().build(), "ann", store, autoRotateOnConflict);
    }

    @Test
    void unknownPlayer_isRegisteredActiveAndKept() {
        try (Kraty kraty = connect()) {
            assertEquals(Optional.of("ann"), kraty.activeExternalPlayerId());
            assertEquals(Optional.of(ScriptedRegistrations.pooled("ann")), kraty.syntheticIdentity());
            assertEquals(ANN, kraty.ensureIdentity());
        }
        List<Received> requests = server.requests();
        assertEquals(1, requests.size());
        assertEquals("/sdk/v1/players/ann/register", requests.get(0).target());
        assertEquals("ann", store.activePlayer());
        assertTrue(store.mentions("ps_ann"));
        assertFalse(store.content().keySet().stream().anyMatch(name -> name.contains("registering")));
        assertEquals(Map.of(), storeOfTheOptions.content());
    }

    @Test
    void playerWhoseSecretIsStored_isActiveWithoutARequest() {
        connect().close();
        Kraty.connectAsPlayer(options().build(), "bob", store).close();
        assertEquals("bob", store.activePlayer());

        try (Kraty kraty = connect()) {
            assertEquals(Optional.of("ann"), kraty.activeExternalPlayerId());
            assertEquals(Optional.empty(), kraty.syntheticIdentity());
            assertEquals(ANN, kraty.ensureIdentity());
        }
        assertEquals("ann", store.activePlayer());
        assertEquals(1, server.requests("/ann/").size());
    }

    @Test
    void playerWhoIsRegisteredAlready_getsANewSecret() {
        answer.set(ALREADY_REGISTERED);
        try (Kraty kraty = connect()) {
            assertEquals(ANN, kraty.ensureIdentity());
            assertEquals(Optional.of(ScriptedRegistrations.pooled("ann")), kraty.syntheticIdentity());
        }
        List<Received> requests = server.requests();
        assertEquals(2, requests.size());
        assertEquals("/sdk/v1/players/ann/register?force=true", requests.get(1).target());
        assertNotEquals(requests.get(0).idempotencyKey(), requests.get(1).idempotencyKey());
        assertEquals("ann", store.activePlayer());
        try (Kraty nextLaunch = connect()) {
            assertEquals(ANN, nextLaunch.ensureIdentity());
        }
        assertEquals(2, server.requests().size());
    }

    @Test
    void playerWhoIsRegisteredAlready_isLeftAloneIfTheGameSaysSo() {
        answer.set(ALREADY_REGISTERED);

        assertTrue(assertThrows(KratyApiException.class, () -> connect(false)).isPlayerAlreadyRegistered());
        assertEquals(1, server.requests().size());
        assertEquals(Map.of(), store.content());
    }

    @Test
    void otherRefusals_rotateNothing() {
        answer.set(exchange -> exchange.error(409, "conflict"));

        assertTrue(assertThrows(KratyApiException.class, () -> connect(true)).isConflict());
        assertEquals(1, server.requests().size());
        assertEquals(Map.of(), store.content());
    }

    @Test
    void liveKey_doesNotRotateAndSaysSo() {
        try (KratySandbox sandbox = KratySandbox.builder().liveKey(true).start()) {
            KratyClientOptions live = KratyClientOptions.builder()
                    .apiKey(sandbox.apiKey())
                    .baseUrl(sandbox.baseUrl())
                    .build();
            Kraty.connectAsPlayer(live, "ann", new ListedStore()).close();
            String secret = sandbox.secretOf("ann").orElseThrow();

            KratyApiException refused =
                    assertThrows(KratyApiException.class, () -> Kraty.connectAsPlayer(live, "ann", store));

            assertTrue(refused.isPlayerAlreadyRegistered());
            assertEquals(secret, sandbox.secretOf("ann").orElseThrow());
            assertEquals(Map.of(), store.content());
        }
    }

    @Test
    void testKey_takesThePlayerOver() {
        try (KratySandbox sandbox = KratySandbox.start()) {
            KratyClientOptions test = KratyClientOptions.builder()
                    .apiKey(sandbox.apiKey())
                    .baseUrl(sandbox.baseUrl())
                    .build();
            Kraty.connectAsPlayer(test, "ann", new ListedStore()).close();

            try (Kraty kraty = Kraty.connectAsPlayer(test, "ann", store)) {
                kraty.inventory().list(); // would be refused with the old secret
                assertEquals(
                        sandbox.secretOf("ann").orElseThrow(),
                        kraty.ensureIdentity().secret());
            }
        }
    }

    @Test
    void returnedClient_goesOnWithTheStoreOfTheCall() {
        try (Kraty kraty = connect()) {
            kraty.logout();
            assertEquals(Map.of(), store.content());

            kraty.signIn("bob", "ps_bob");
            assertEquals("bob", store.activePlayer());
            kraty.logout();
            assertEquals(Map.of(), store.content());

            kraty.inventory().list(); // the named player is the first again
            assertEquals("ann", store.activePlayer());
            assertEquals(Map.of(), storeOfTheOptions.content());
        }
    }

    @Test
    void playerOfTheOptions_givesWay() {
        KratyClientOptions options = options().activeExternalPlayerId("bob").build();
        try (Kraty kraty = Kraty.connectAsPlayer(options, "ann", store)) {
            assertEquals(Optional.of("ann"), kraty.activeExternalPlayerId());
            kraty.logout();
            assertEquals("ann", kraty.ensureIdentity().externalPlayerId());
        }
        assertFalse(store.mentions("bob"));
    }

    @Test
    void lostAnswer_isAskedForAgainWithTheSameKey() {
        answer.set(Exchange::drop);
        assertThrows(KratyNetworkException.class, this::connect);
        answer.set(ScriptedRegistrations::accept);
        connect().close();

        List<Received> requests = server.requests();
        assertEquals(2, requests.size());
        assertEquals(requests.get(0).idempotencyKey(), requests.get(1).idempotencyKey());
        assertEquals("ann", store.activePlayer());
    }

    @Test
    void lostAnswerOfARotation_isMadeUpForAtTheNextTry() {
        answer.set(exchange -> {
            if (exchange.request().target().endsWith("?force=true")) {
                exchange.drop();
            } else {
                exchange.error(409, "player_already_registered");
            }
        });
        assertThrows(KratyNetworkException.class, this::connect);
        answer.set(ALREADY_REGISTERED);
        try (Kraty kraty = connect()) {
            assertEquals(ANN, kraty.ensureIdentity());
        }
        assertEquals("ann", store.activePlayer());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failure_closesTheHalfMadeClient(boolean autoRotateOnConflict) throws Exception {
        try (TinyServer keepsConnections = TinyServer.manual()) {
            KratyClientOptions options = PlayTestOptions.at(keepsConnections.url(), FakeTiming.flowing())
                    .build();
            Background<Kraty> connecting =
                    Background.of(() -> Kraty.connectAsPlayer(options, "ann", store, autoRotateOnConflict));
            Exchange exchange = keepsConnections.next();
            exchange.jsonAndStay(403, "{\"error\":{\"code\":\"player_banned\",\"message\":\"no\"}}");

            assertTrue(assertThrows(KratyApiException.class, connecting::result).isPlayerBanned());
            assertTrue(exchange.awaitDisconnect(), "its connections are gone");
        }
    }

    @Test
    void failureOfTheStore_closesTheHalfMadeClientToo() {
        SecretStore broken = new ListedStore() {
            @Override
            public String read(String name) {
                throw new IllegalStateException("the keychain is locked");
            }
        };

        IllegalStateException e = assertThrows(
                IllegalStateException.class,
                () -> Kraty.connectAsPlayer(options().build(), "ann", broken));
        assertEquals("the keychain is locked", e.getMessage());
        assertEquals(List.of(), server.requests());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ".", "..", "a\nb"})
    void badId_isRefusedByNameBeforeAnythingIsSent(String id) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Kraty.connectAsPlayer(options().build(), id, store));
        assertTrue(e.getMessage().contains("externalPlayerId"), e.getMessage());
        assertEquals(List.of(), server.requests());
        assertEquals(Map.of(), store.content());
    }

    @Test
    void missingStoreAndSecretInTheOptions_areRefusedByName() {
        KratyClientOptions secret =
                options().activeExternalPlayerId("ann").playerSecret("ps_given").build();

        IllegalArgumentException noStore = assertThrows(
                IllegalArgumentException.class,
                () -> Kraty.connectAsPlayer(options().build(), "ann", null));
        IllegalArgumentException twoSecrets =
                assertThrows(IllegalArgumentException.class, () -> Kraty.connectAsPlayer(secret, "ann", store));

        assertTrue(noStore.getMessage().contains("store"), noStore.getMessage());
        assertTrue(twoSecrets.getMessage().contains("playerSecret"), twoSecrets.getMessage());
        assertFalse(twoSecrets.getMessage().contains("ps_given"));
        assertEquals(List.of(), server.requests());
    }
}
