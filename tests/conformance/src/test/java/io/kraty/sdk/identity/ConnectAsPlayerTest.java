package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.PlayerIdentity;
import io.kraty.api.model.SyntheticIdentity;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.TinyServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectAsPlayerTest {
    private final ListedStore store = new ListedStore();
    private final ListedStore storeOfTheOptions = new ListedStore();
    private final KratySandbox sandbox = KratySandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    static Stream<Effect> waysToBreakOff() {
        return Stream.of(Effect.resetBefore(), Effect.resetAfter(), Effect.cut(0.5));
    }

    private KratyClientOptions.Builder options() {
        return options(sandbox);
    }

    private KratyClientOptions.Builder options(KratySandbox where) {
        return PlayTestOptions.on(where, FakeTiming.flowing())
                .secretStore(storeOfTheOptions)
                .retry(KratyRetryConfig.none());
    }

    /** Ann, with the secret she has now. */
    private PlayerCredentials ann() {
        return new PlayerCredentials("ann", sandbox.secretOf("ann").orElseThrow());
    }

    /** What the platform calls the player, whatever name they chose. */
    private static Optional<SyntheticIdentity> pooled(Kraty kraty) {
        PlayerIdentity pooled = kraty.players().getAnonymizedIdentity().orElseThrow();
        return Optional.of(new SyntheticIdentity(pooled.name(), pooled.avatar()));
    }

    private List<RecordedRequest> registrations() {
        return sandbox.requests().stream()
                .filter(request -> "registerPlayer".equals(request.operation()))
                .toList();
    }

    private void registration(int skip, Effect effect) {
        sandbox.addTrouble(
                Trouble.on("registerPlayer").skip(skip).times(1).effect(effect).build());
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
            assertEquals(1, sandbox.requests().size());
            assertEquals(
                    "/sdk/v1/players/ann/register", sandbox.requests().get(0).path());
            assertEquals(Optional.of("ann"), kraty.activeExternalPlayerId());
            assertEquals(ann(), kraty.ensureIdentity());
            assertEquals(1, sandbox.requests().size());
            assertEquals(pooled(kraty), kraty.syntheticIdentity());
        }
        assertEquals("ann", store.activePlayer());
        assertTrue(store.mentions(ann().secret()));
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
            assertEquals(ann(), kraty.ensureIdentity());
        }
        assertEquals("ann", store.activePlayer());
        assertEquals(List.of("ann", "bob"), sandbox.players());
        assertEquals(2, sandbox.requests().size());
    }

    @Test
    void playerWhoIsRegisteredAlready_getsANewSecret() {
        try (Kraty otherDevice = Kraty.connectAsPlayer(options().build(), "ann", new ListedStore())) {
            otherDevice.players().setIdentity("Zoë");
        }
        String secretOfBefore = ann().secret();
        try (Kraty kraty = connect()) {
            assertNotEquals(secretOfBefore, ann().secret());
            assertEquals(ann(), kraty.ensureIdentity());
            assertEquals(pooled(kraty), kraty.syntheticIdentity(), "not the name the player chose");
            kraty.inventory().list(); // would be refused with the old secret
        }
        List<RecordedRequest> requests = registrations();
        assertEquals(3, requests.size());
        assertEquals("/sdk/v1/players/ann/register", requests.get(1).path());
        assertEquals(409, requests.get(1).status());
        assertEquals("/sdk/v1/players/ann/register?force=true", requests.get(2).path());
        assertNotEquals(requests.get(1).idempotencyKey(), requests.get(2).idempotencyKey());
        assertEquals("ann", store.activePlayer());
        try (Kraty nextLaunch = connect()) {
            assertEquals(ann(), nextLaunch.ensureIdentity());
        }
        assertEquals(3, registrations().size());
    }

    @Test
    void playerWhoIsRegisteredAlready_isLeftAloneIfTheGameSaysSo() {
        String secret = sandbox.register("ann");

        assertTrue(assertThrows(KratyApiException.class, () -> connect(false)).isPlayerAlreadyRegistered());
        assertEquals(1, sandbox.requests().size());
        assertEquals(secret, ann().secret());
        assertEquals(Map.of(), store.content());
    }

    @Test
    void otherRefusals_rotateNothing() {
        registration(0, Effect.error(409, "conflict"));

        assertTrue(assertThrows(KratyApiException.class, () -> connect(true)).isConflict());
        assertEquals(1, sandbox.requests().size());
        assertEquals(Map.of(), store.content());
    }

    @Test
    void liveKey_doesNotRotateAndSaysSo() {
        try (KratySandbox live = KratySandbox.builder().liveKey(true).start()) {
            String secret = live.register("ann");

            KratyApiException refused = assertThrows(
                    KratyApiException.class,
                    () -> Kraty.connectAsPlayer(options(live).build(), "ann", store));

            assertTrue(refused.isPlayerAlreadyRegistered());
            assertEquals(secret, live.secretOf("ann").orElseThrow());
            assertEquals(Map.of(), store.content());
        }
    }

    @Test
    void returnedClient_goesOnWithTheStoreOfTheCall() {
        try (Kraty kraty = connect()) {
            kraty.logout();
            assertEquals(Map.of(), store.content());

            kraty.signIn("bob", sandbox.register("bob"));
            assertEquals("bob", store.activePlayer());
            kraty.logout();
            assertEquals(Map.of(), store.content());

            sandbox.reset(); // or the platform would not have ann a second time
            kraty.inventory().list(); // the named player is the first again
            assertEquals("ann", store.activePlayer());
            assertTrue(store.mentions(ann().secret()));
            assertEquals(Map.of(), storeOfTheOptions.content());
        }
    }

    @Test
    void playerOfTheOptions_givesWay() {
        KratyClientOptions options = options().activeExternalPlayerId("bob").build();
        try (Kraty kraty = Kraty.connectAsPlayer(options, "ann", store)) {
            assertEquals(Optional.of("ann"), kraty.activeExternalPlayerId());
            kraty.logout();
            sandbox.reset(); // or the platform would not have ann a second time
            assertEquals("ann", kraty.ensureIdentity().externalPlayerId());
        }
        assertFalse(store.mentions("bob"));
    }

    @ParameterizedTest
    @MethodSource("waysToBreakOff")
    void lostAnswer_isAskedForAgainWithTheSameKey(Effect effect) {
        registration(0, effect);
        assertThrows(KratyNetworkException.class, this::connect);
        try (Kraty kraty = connect()) {
            assertEquals(ann(), kraty.ensureIdentity());
        }

        List<RecordedRequest> requests = sandbox.requests();
        assertEquals(2, requests.size());
        assertEquals(requests.get(0).idempotencyKey(), requests.get(1).idempotencyKey());
        assertEquals("ann", store.activePlayer());
    }

    @ParameterizedTest
    @MethodSource("waysToBreakOff")
    void lostAnswerOfARotation_isMadeUpForAtTheNextTry(Effect effect) {
        sandbox.register("ann");
        registration(1, effect); // the second is the one by force
        assertThrows(KratyNetworkException.class, this::connect);
        assertEquals(
                "/sdk/v1/players/ann/register?force=true",
                registrations().get(1).path());
        try (Kraty kraty = connect()) {
            assertEquals(ann(), kraty.ensureIdentity());
            kraty.inventory().list(); // would be refused with another secret
        }
        assertEquals("ann", store.activePlayer());
    }

    /** A server by hand: the sandbox does not tell what becomes of a connection that has nothing more to say. */
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

        KratySecretStoreException e = assertThrows(
                KratySecretStoreException.class,
                () -> Kraty.connectAsPlayer(options().build(), "ann", broken));
        assertEquals("cannot read the secret store: the keychain is locked", e.getMessage());
        assertInstanceOf(IllegalStateException.class, e.getCause());
        assertEquals(List.of(), sandbox.requests());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ".", "..", "a\nb"})
    void badId_isRefusedByNameBeforeAnythingIsSent(String id) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Kraty.connectAsPlayer(options().build(), id, store));
        assertTrue(e.getMessage().contains("externalPlayerId"), e.getMessage());
        assertEquals(List.of(), sandbox.requests());
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
        assertEquals(List.of(), sandbox.requests());
    }
}
