package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.PlayerRegistration;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.RequestInfo;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateTest {
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
    void rotatingTheActivePlayer_goesOnWithTheNewSecretAndKeepsIt() {
        String player;
        try (Kraty kraty = open()) {
            PlayerCredentials before = kraty.ensureIdentity();
            player = before.externalPlayerId();
            PlayerRegistration rotated = kraty.players().rotate(player);

            assertNotEquals(before.secret(), rotated.secret());
            assertEquals(new PlayerCredentials(player, rotated.secret()), kraty.ensureIdentity());
            kraty.inventory().list(); // would be refused with the old secret
        }
        try (Kraty kraty = open()) {
            kraty.inventory().list();
            assertEquals(player, kraty.activeExternalPlayerId().orElseThrow());
        }
    }

    @Test
    void rotatingAnotherPlayer_leavesTheActiveOneAlone() {
        try (Kraty kraty = open()) {
            PlayerCredentials active = kraty.ensureIdentity();
            kraty.players().register("bob");
            kraty.players().rotate("bob");

            assertEquals(active, kraty.ensureIdentity());
            assertEquals(active.externalPlayerId(), store.activePlayer());
        }
    }

    /** The first call of a launch may be this one; what the store has of the player no longer works then. */
    @Test
    void rotatingTheStoredPlayer_beforeAnybodyPlays_keepsTheNewSecret() {
        String player;
        try (Kraty kraty = open()) {
            player = kraty.ensureIdentity().externalPlayerId();
        }
        String secret;
        try (Kraty kraty = open()) {
            secret = kraty.players().rotate(player).secret();
            assertEquals(new PlayerCredentials(player, secret), kraty.ensureIdentity());
            kraty.inventory().list(); // would be refused with the old secret
        }
        try (Kraty kraty = open()) {
            kraty.inventory().list();
            assertEquals(new PlayerCredentials(player, secret), kraty.ensureIdentity());
        }
    }

    @Test
    void rotatingAPlayerWhoPlayedBefore_keepsTheNewSecretForTheirReturn() {
        String before;
        try (Kraty kraty = open()) {
            before = kraty.ensureIdentity().externalPlayerId();
            kraty.signIn("bob", sandbox.register("bob"));
            kraty.players().rotate(before);
            assertEquals("bob", kraty.activeExternalPlayerId().orElseThrow());
        }
        try (Kraty kraty = Kraty.create(options().activeExternalPlayerId(before).build())) {
            kraty.inventory().list();
            assertEquals(before, kraty.activeExternalPlayerId().orElseThrow());
        }
    }

    /** The process dies when the platform has answered, and before the new secret is kept. */
    @Test
    void diedInTheMiddle_theNextLaunchHasTheNewSecret() {
        AtomicBoolean isDying = new AtomicBoolean();
        ListedStore device = new ListedStore() {
            @Override
            public void write(String name, String value) {
                if (isDying.get() && name.contains("/secret/")) {
                    throw new IllegalStateException("killed");
                }
                super.write(name, value);
            }

            @Override
            public void remove(String name) {
                if (isDying.get()) {
                    throw new IllegalStateException("killed");
                }
                super.remove(name);
            }
        };
        String player;
        try (Kraty dying = Kraty.create(options().secretStore(device).build())) {
            player = dying.ensureIdentity().externalPlayerId();
            isDying.set(true);
            dying.players().rotate(player);
        }
        isDying.set(false);
        String lost = sandbox.secretOf(player).orElseThrow();
        assertFalse(device.mentions(lost), "the new secret was not kept");

        try (Kraty next = Kraty.create(options().secretStore(device).build())) {
            assertEquals(player, next.ensureIdentity().externalPlayerId());
            next.inventory().list(); // with a secret that works
        }
        assertTrue(device.mentions(lost), "the same that the dead process was told");
        assertFalse(device.mentions("/rotating/"), device.toString());
    }

    /** The process dies before it has noted that the registration is over, and much later another one in the middle of a logout. */
    @Test
    void registrationWhoseEndWasNotNoted_bringsBackNoSecretFromBefore() {
        AtomicBoolean isDying = new AtomicBoolean(true);
        ListedStore device = new ListedStore() {
            @Override
            public void remove(String name) {
                if (isDying.get() && name.contains("/registering")) {
                    throw new IllegalStateException("killed");
                }
                super.remove(name);
            }
        };
        String player;
        try (Kraty dying = Kraty.create(options().secretStore(device).build())) {
            player = dying.ensureIdentity().externalPlayerId();
            dying.players().rotate(player);
        }
        assertTrue(device.mentions("/registering"), device.toString());
        isDying.set(false);
        device.content().keySet().stream()
                .filter(name -> name.endsWith("/active"))
                .forEach(device::remove);

        try (Kraty next = Kraty.create(options().secretStore(device).build())) {
            assertEquals(new PlayerCredentials(player, sandbox.secretOf(player).orElseThrow()), next.ensureIdentity());
            next.inventory().list(); // with a secret that works
        }
        assertFalse(device.mentions("/registering"), device.toString());
    }

    @Test
    void rotation_endsWhatWasNotedOfTheRegistration() {
        AtomicBoolean isDying = new AtomicBoolean(true);
        ListedStore device = new ListedStore() {
            @Override
            public void remove(String name) {
                if (!isDying.get()) {
                    super.remove(name);
                }
            }
        };
        try (Kraty kraty = Kraty.create(options().secretStore(device).build())) {
            String player = kraty.ensureIdentity().externalPlayerId();
            assertTrue(device.mentions("/registering"), device.toString());
            isDying.set(false);
            kraty.players().rotate(player);
        }
        assertFalse(device.mentions("/registering"), device.toString());
    }

    /** The platform has taken it: without it, the player is lost. */
    @Test
    void interruptAfterTheAnswer_losesNoSecret(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("player.json");
        KratyClientOptions.Builder options = options().secretStore(new FileSecretStore(file));
        try (Kraty kraty =
                Kraty.create(options.onRequest(RotateTest::interruptIfRotating).build())) {
            String player = kraty.ensureIdentity().externalPlayerId();
            String secret = kraty.players().rotate(player).secret();
            assertTrue(Thread.interrupted());

            assertEquals(secret, kraty.ensureIdentity().secret());
            Await.until("it is kept", () -> contains(file, secret));
        }
        try (Kraty next = Kraty.create(options.build())) {
            next.inventory().list(); // would be refused with the old secret
        }
    }

    @Test
    void interruptOfATakeOverAfterTheAnswer_losesNoSecret(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("player.json");
        SecretStore onDisk = new FileSecretStore(file);
        sandbox.register("ann");
        KratyClientOptions.Builder options = options();
        KratyClientOptions interrupting =
                options.onRequest(RotateTest::interruptIfRotating).build();
        assertThrows(KratyNetworkException.class, () -> Kraty.connectAsPlayer(interrupting, "ann", onDisk));
        assertTrue(Thread.interrupted());

        Await.until("it is kept", () -> contains(file, sandbox.secretOf("ann").orElseThrow()));
        Await.until("the player is kept", () -> contains(file, "/active"));
        int before = sandbox.requests().size();
        try (Kraty next = Kraty.connectAsPlayer(options.build(), "ann", onDisk)) {
            assertEquals(before, sandbox.requests().size());
            next.inventory().list();
        }
    }

    private static void interruptIfRotating(RequestInfo request) {
        if (request.url().toString().contains("force")) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
