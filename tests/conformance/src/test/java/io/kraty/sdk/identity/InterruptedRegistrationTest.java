package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import io.kraty.sdk.store.EncryptedSecretStore;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.FullStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.Warnings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptedRegistrationTest {
    private final ListedStore store = new ListedStore();
    private final KratySandbox sandbox = KratySandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    static Stream<Effect> waysToBreakOff() {
        return Stream.of(Effect.resetBefore(), Effect.resetAfter(), Effect.cut(0.5));
    }

    private Kraty open() {
        return Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(store)
                .retry(KratyRetryConfig.none())
                .build());
    }

    private void nextRegistration(Effect effect) {
        sandbox.addTrouble(Trouble.on("registerPlayer").times(1).effect(effect).build());
    }

    private void breakOff(Effect effect) {
        nextRegistration(effect);
        try (Kraty kraty = open()) {
            assertThrows(KratyNetworkException.class, kraty::ensureIdentity);
        }
    }

    private List<RecordedRequest> registrations() {
        return sandbox.requests().stream()
                .filter(request -> "registerPlayer".equals(request.operation()))
                .toList();
    }

    private void assertOnePlayer(PlayerCredentials player) {
        assertEquals(List.of(player.externalPlayerId()), sandbox.players());
        assertEquals(Optional.of(player.secret()), sandbox.secretOf(player.externalPlayerId()));
        assertEquals(2, registrations().size());
        assertEquals(
                1,
                registrations().stream()
                        .map(RecordedRequest::idempotencyKey)
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @MethodSource("waysToBreakOff")
    void lostAnswer_isAskedForAgainWithTheSameIdAndKey(Effect effect) {
        breakOff(effect);
        try (Kraty nextLaunch = open()) {
            assertOnePlayer(nextLaunch.ensureIdentity());
        }
    }

    @ParameterizedTest
    @MethodSource("waysToBreakOff")
    void lostAnswer_isAskedForAgainInTheSameProcessToo(Effect effect) {
        nextRegistration(effect);
        try (Kraty kraty = open()) {
            assertThrows(KratyNetworkException.class, kraty::ensureIdentity);
            assertOnePlayer(kraty.ensureIdentity());
        }
    }

    /**
     * Of three processes, one registers a player; the next, which had looked before that, begins another, and is about to see that it
     * need not; the third finds what that one began.
     */
    @Test
    void recordThatIsToBeGivenUp_isNotGoneOnWith() {
        String secret = sandbox.register("kp_one");
        String prefix = "kraty/"
                + sandbox.apiKey().substring(0, sandbox.apiKey().indexOf('.')) + "@127.0.0.1:" + sandbox.port() + "/";
        ListedStore shared = new ListedStore() {
            @Override
            public String writeIfAbsent(String name, String value) {
                write(prefix + "secret/kp_one", secret);
                write(prefix + "active", "kp_one");
                write(name, "key kp_two");
                return super.writeIfAbsent(name, value);
            }
        };
        try (Kraty third = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(shared)
                .build())) {
            assertEquals(new PlayerCredentials("kp_one", secret), third.ensureIdentity());
        }
        assertEquals(List.of("kp_one"), sandbox.players());
        assertTrue(shared.mentions("kp_two"), "it is another process's to end");
    }

    private static SecretKey key(int first) {
        byte[] bits = new byte[16];
        bits[0] = (byte) first;
        return new SecretKeySpec(bits, "AES");
    }

    private Kraty open(SecretStore other, @Nullable String pinned) {
        KratyClientOptions.Builder options = PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(other)
                .retry(KratyRetryConfig.none());
        return Kraty.create(
                pinned == null
                        ? options.build()
                        : options.activeExternalPlayerId(pinned).build());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void storeKeyThatIsWrong_registersNobodyInThePlayersPlace_andTheRightOneGoesOn(boolean isNamed) {
        String pinned = isNamed ? "carol" : null;
        SecretStore right = EncryptedSecretStore.builder(store, key(1)).build();
        SecretStore wrong = EncryptedSecretStore.builder(store, key(2)).build();
        nextRegistration(Effect.resetAfter());
        try (Kraty first = open(right, pinned)) {
            assertThrows(KratyNetworkException.class, first::ensureIdentity);
        }
        Map<String, String> before = store.content();
        try (Kraty second = open(wrong, pinned)) {
            assertThrows(KratySecretStoreException.class, second::ensureIdentity);
        }
        assertEquals(before, store.content());
        try (Kraty third = open(right, pinned)) {
            assertOnePlayer(third.ensureIdentity());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void storeThatCannotBeWrittenNow_goesOnWithWhoWasBegun(boolean isNamed) {
        String pinned = isNamed ? "carol" : null;
        nextRegistration(Effect.resetAfter());
        try (Kraty first = open(store, pinned)) {
            assertThrows(KratyNetworkException.class, first::ensureIdentity);
        }
        try (Kraty second = open(new FullStore(store), pinned)) {
            assertOnePlayer(second.ensureIdentity());
        }
    }

    @Test
    void registrationThePlatformNoLongerRemembers_makesAFreshPlayerWithAWarning() {
        breakOff(Effect.resetAfter());
        String lost = sandbox.players().get(0);
        sandbox.clock().advance(Duration.ofHours(25));
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity");
                Kraty nextLaunch = open()) {
            String fresh = nextLaunch.ensureIdentity().externalPlayerId();

            assertNotEquals(lost, fresh);
            assertEquals(fresh, store.activePlayer());
            assertEquals(1, warnings.texts().size());
            assertTrue(warnings.texts().get(0).contains(lost), warnings.texts().toString());
        }
        assertEquals(3, registrations().size());
        assertNotEquals(
                registrations().get(1).idempotencyKey(), registrations().get(2).idempotencyKey());
    }

    @Test
    void freshRegistrationThatIsRefused_isNotRepeatedWithAnotherPlayer() {
        nextRegistration(Effect.error(409, "player_already_registered"));
        try (Kraty kraty = open()) {
            assertTrue(
                    assertThrows(KratyApiException.class, kraty::ensureIdentity).isPlayerAlreadyRegistered());
        }
        assertEquals(1, registrations().size());
        assertEquals(Map.of(), store.content());
    }

    @Test
    void hookThatLeavesItsThreadInterrupted_costsNoPlayer(@TempDir Path directory) {
        KratyClientOptions.Builder options = PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(new FileSecretStore(directory.resolve("player")))
                .onRequest(request -> Thread.currentThread().interrupt());
        PlayerCredentials player;
        try (Kraty kraty = Kraty.create(options.build())) {
            player = kraty.ensureIdentity();
        }
        try (Kraty kraty = Kraty.create(options.build())) {
            assertEquals(player, kraty.ensureIdentity());
        }
        assertEquals(1, registrations().size());
    }
}
