package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.store.PlayerCredentials;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInAndLogoutTest {
    private final KratySandbox sandbox = KratySandbox.start();
    private final ListedStore store = new ListedStore();

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

    private Kraty open() {
        return Kraty.create(options().build());
    }

    @Test
    void signIn_isKeptForTheNextLaunchWithoutARequest() {
        PlayerCredentials ann = new PlayerCredentials("ann", "ps_of_ann");
        try (Kraty kraty = open()) {
            kraty.signIn(ann.externalPlayerId(), ann.secret());
            assertEquals("ann", kraty.activeExternalPlayerId().orElseThrow());
        }
        try (Kraty kraty = open()) {
            assertEquals(ann, kraty.ensureIdentity());
        }
        assertEquals(List.of(), sandbox.requests());
    }

    @Test
    void logout_makesTheNextCallRegisterSomebodyElse() {
        try (Kraty kraty = open()) {
            PlayerCredentials before = kraty.ensureIdentity();
            kraty.logout();

            assertTrue(kraty.activeExternalPlayerId().isEmpty());
            assertEquals(Map.of(), store.content());
            assertNotEquals(before, kraty.ensureIdentity());
            assertEquals(2, sandbox.players().size());
        }
    }

    @Test
    void logoutInAFreshProcess_wipesMarkerAndSecret() {
        try (Kraty kraty = open()) {
            kraty.ensureIdentity();
        }
        try (Kraty kraty = open()) {
            kraty.logout();
        }
        assertEquals(Map.of(), store.content());
    }

    @Test
    void logoutInAFreshProcess_alsoForgetsTheNamedPlayer() {
        try (Kraty kraty = Kraty.create(options().activeExternalPlayerId("ann").build())) {
            kraty.ensureIdentity();
        }
        try (Kraty kraty = Kraty.create(options().activeExternalPlayerId("ann").build())) {
            kraty.logout();
        }
        assertEquals(Map.of(), store.content());
    }

    @Test
    void afterLogout_theNamedPlayerIsRegisteredAgainAndRefused() {
        try (Kraty kraty = Kraty.create(options().activeExternalPlayerId("ann").build())) {
            kraty.ensureIdentity();
            kraty.logout();

            KratyApiException refused = assertThrows(KratyApiException.class, kraty::ensureIdentity);

            assertTrue(refused.isPlayerAlreadyRegistered(), refused.toString());
            assertEquals("ann", sandbox.requests().get(1).externalPlayerId());
            assertEquals(List.of("ann"), sandbox.players());
            assertEquals(Map.of(), store.content(), "a refused registration is not kept");
        }
    }

    @Test
    void afterLogout_signInWorksAndTheNamedPlayerIsFirstAgainAfterTheNextLogout() {
        try (Kraty kraty = Kraty.create(options().activeExternalPlayerId("ann").build())) {
            kraty.signIn("bob", "ps_of_bob");
            assertEquals("bob", kraty.ensureIdentity().externalPlayerId());
            kraty.logout();
            assertEquals("ann", kraty.ensureIdentity().externalPlayerId());
        }
    }
}
