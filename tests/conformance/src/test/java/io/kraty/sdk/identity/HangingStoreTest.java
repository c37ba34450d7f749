package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Gate;
import io.kraty.sdk.wire.Warnings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who waits is deaf while the store hangs: an interrupt ends the wait, and so does {@link Kraty#close()}. */
@Timeout(60)
class HangingStoreTest {
    private final KratySandbox sandbox = KratySandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private Kraty open(SecretStore store) {
        return open(store, new OkHttpClient());
    }

    private Kraty open(SecretStore store, OkHttpClient http) {
        return Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(store)
                .httpClient(http)
                .build());
    }

    /** Hangs in the first use of the store, in keeping what is begun, or in keeping the player. */
    private static HeldStore held(String operation) {
        return new HeldStore(used -> used.startsWith(operation.substring(0, operation.indexOf(' ')))
                && used.contains(operation.substring(operation.indexOf(' ') + 1)));
    }

    private static Background<String> closedMessage(Callable<?> waiting) {
        return Background.of(
                () -> assertThrows(IllegalStateException.class, waiting::call).getMessage());
    }

    /** Whether the thread was still interrupted when the call failed as it should. */
    private static Background<Boolean> interruptible(Callable<?> waiting) {
        return Background.of(() -> {
            assertThrows(KratyNetworkException.class, waiting::call);
            return Thread.currentThread().isInterrupted();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"read /active", "write /registering", "write /secret/", "remove /registering"})
    void close_letsEverybodyGoWhoWaitsForThePlayer(String operation) throws Exception {
        HeldStore store = held(operation);
        Kraty kraty = open(store);
        Background<String> first = closedMessage(() -> kraty.inventory().list());
        store.awaitHeld();
        Background<String> second = closedMessage(kraty::ensureIdentity);
        Await.blocked(second.thread());

        Background.of(() -> {
                    kraty.close();
                    return null;
                })
                .result();

        assertEquals("this Kraty is closed", first.result());
        assertEquals("this Kraty is closed", second.result());
        store.letGo();
    }

    @Test
    void close_letsEverybodyGoWhileTheRegistrationHangs() throws Exception {
        Gate gate = new Gate("/register");
        Kraty kraty = open(new ListedStore(), gate.client()); // the game's own client is not for us to close
        Background<String> waiting = closedMessage(kraty::ensureIdentity);
        gate.awaitArrival();

        kraty.close();

        assertEquals("this Kraty is closed", waiting.result());
        gate.open();
    }

    @Test
    void registrationThatWasAnsweredBeforeTheEnd_isKeptAfterIt() throws Exception {
        HeldStore store = held("write /secret/");
        Kraty kraty = open(store);
        Background<String> waiting = closedMessage(kraty::ensureIdentity);
        store.awaitHeld();
        kraty.close();
        waiting.result();
        store.letGo();

        String registered = sandbox.players().get(0);
        Await.until("the player is kept", () -> registered.equals(store.activePlayer()));
        assertTrue(store.mentions(sandbox.secretOf(registered).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read /active", "write /registering", "write /secret/"})
    void interrupt_endsTheWaitForThePlayer(String operation) throws Exception {
        HeldStore store = held(operation);
        try (Kraty kraty = open(store)) {
            Background<Boolean> first = interruptible(kraty::ensureIdentity);
            store.awaitHeld();
            Background<Boolean> second = interruptible(() -> kraty.inventory().list());
            Await.blocked(second.thread());

            first.thread().interrupt();
            second.thread().interrupt();

            assertTrue(first.result());
            assertTrue(second.result());
            store.letGo();
            String player = kraty.ensureIdentity().externalPlayerId();
            assertEquals(List.of(player), sandbox.players());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"write /registering", "write /secret/"})
    void interrupt_endsTheWaitOfSignInAndLogoutAndNothingHasChanged(String operation) throws Exception {
        HeldStore store = held(operation);
        try (Kraty kraty = open(store)) {
            Background<PlayerCredentials> resolving = Background.of(kraty::ensureIdentity);
            store.awaitHeld();
            Background<Boolean> signingIn = interruptible(() -> {
                kraty.signIn("ann", "ps_of_ann");
                return null;
            });
            Background<Boolean> loggingOut = interruptible(() -> {
                kraty.logout();
                return null;
            });
            Await.blocked(signingIn.thread());
            Await.blocked(loggingOut.thread());

            signingIn.thread().interrupt();
            loggingOut.thread().interrupt();

            assertTrue(signingIn.result());
            assertTrue(loggingOut.result());
            store.letGo();
            String player = resolving.result().externalPlayerId();
            assertEquals(List.of(player), sandbox.players());
            assertEquals(player, store.activePlayer());
        }
    }

    @Test
    void close_letsSignInAndLogoutGo() throws Exception {
        HeldStore store = held("write /registering");
        Kraty kraty = open(store);
        Background<String> resolving = closedMessage(kraty::ensureIdentity);
        store.awaitHeld();
        Background<String> signingIn = closedMessage(() -> {
            kraty.signIn("ann", "ps_of_ann");
            return null;
        });
        Background<String> loggingOut = closedMessage(() -> {
            kraty.logout();
            return null;
        });
        Await.blocked(signingIn.thread());
        Await.blocked(loggingOut.thread());

        kraty.close();

        assertEquals("this Kraty is closed", signingIn.result());
        assertEquals("this Kraty is closed", loggingOut.result());
        resolving.result();
        store.letGo();
    }

    @Test
    void whatAGameMayAskEveryFrame_waitsForNobody() throws Exception {
        HeldStore store = new HeldStore(operation -> true);
        Kraty kraty = open(store);
        Background<String> resolving =
                Background.of(() -> kraty.ensureIdentity().externalPlayerId());
        store.awaitHeld();
        Background<Boolean> signingIn = Background.of(() -> {
            kraty.signIn("ann", "ps_of_ann");
            return true;
        });
        store.awaitHeld();

        assertEquals(Optional.of("ann"), kraty.activeExternalPlayerId());
        assertEquals(Optional.empty(), kraty.syntheticIdentity());
        assertTrue(kraty.toString().contains("ann"), kraty.toString());
        assertEquals("ann", kraty.ensureIdentity().externalPlayerId());
        assertEquals("ann", resolving.result());
        kraty.close();
        store.letGo();
        signingIn.result();
    }

    @Test
    void interruptOfASignInThatIsBeingKept_leavesThePlayerActive() throws Exception {
        SecretStore interrupted = new ListedStore() {
            @Override
            public void write(String name, String value) {
                Thread.currentThread().interrupt(); // and so the channel is closed under the writer
                throw new IllegalStateException("closed by an interrupt");
            }
        };
        try (Kraty kraty = open(interrupted)) {
            assertTrue(interruptible(() -> {
                        kraty.signIn("ann", "ps_of_ann");
                        return null;
                    })
                    .result());
            assertEquals(Optional.of("ann"), kraty.activeExternalPlayerId());
        }
    }

    /** The platform has answered, and keeping the new secret hangs. */
    private void whileARotationHangs(Check check) throws Exception {
        AtomicBoolean hangs = new AtomicBoolean();
        HeldStore store = new HeldStore(
                operation -> hangs.get() && operation.contains("/secret/") && operation.startsWith("write"));
        try (Kraty kraty = open(store);
                Warnings warnings = Warnings.of("io.kraty.sdk.identity")) {
            kraty.signIn("ann", sandbox.register("ann"));
            hangs.set(true);
            Background<String> waiting = Background.of(() -> {
                String secret = kraty.players().rotate("ann").secret();
                return secret + Thread.currentThread().isInterrupted();
            });
            store.awaitHeld();
            Await.until(
                    "the new secret is active",
                    () -> sandbox.requests().size() == 1
                            && kraty.ensureIdentity()
                                    .secret()
                                    .equals(sandbox.secretOf("ann").orElseThrow()));
            Await.blocked(waiting.thread());
            String secret = kraty.ensureIdentity().secret();

            check.of(kraty, waiting, secret);

            store.letGo();
            Await.until("the new secret is kept", () -> store.mentions(secret));
            assertEquals(List.of(), warnings.texts());
        }
    }

    private interface Check {
        void of(Kraty kraty, Background<String> waiting, String secret) throws Exception;
    }

    @Test
    void interruptOfARotation_doesNotLoseTheNewSecret() throws Exception {
        whileARotationHangs((kraty, waiting, secret) -> {
            waiting.thread().interrupt();
            assertEquals(secret + true, waiting.result());
        });
    }

    @Test
    void closeDuringARotation_doesNotLoseTheNewSecret() throws Exception {
        whileARotationHangs((kraty, waiting, secret) -> {
            kraty.close();
            assertEquals(secret + false, waiting.result());
        });
    }
}
