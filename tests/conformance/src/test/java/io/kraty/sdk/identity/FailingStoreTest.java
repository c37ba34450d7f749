package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.Warnings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingStoreTest {
    private static final class Full extends ListedStore {
        @Override
        public void write(String name, String value) {
            throw new IllegalStateException("the disk is full");
        }
    }

    private final KratySandbox sandbox = KratySandbox.start();
    private Kraty kraty;

    @BeforeEach
    void start() {
        kraty = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(new Full())
                .build());
    }

    @AfterEach
    void stop() {
        kraty.close();
        sandbox.close();
    }

    @Test
    void registration_lastsForTheSessionWithAWarning() {
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity")) {
            PlayerCredentials player = kraty.ensureIdentity();
            kraty.inventory().list();

            assertEquals(player, kraty.ensureIdentity());
            assertEquals(List.of(player.externalPlayerId()), sandbox.players());
            assertEquals(2, sandbox.requests().size(), "one registration, one list");
            assertFalse(warnings.texts().isEmpty());
            for (String warning : warnings.texts()) {
                assertTrue(warning.contains("the disk is full"), warning);
                assertFalse(warning.contains(player.secret()), warning);
            }
        }
    }

    @Test
    void placeThatIsNoFile_isATypedErrorAndRegistersNobody(@TempDir Path directory) {
        try (Kraty misled = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(new FileSecretStore(directory))
                .build())) {
            KratySecretStoreException e = assertThrows(
                    KratySecretStoreException.class, () -> misled.inventory().list());

            assertTrue(e.getMessage().contains(directory.toString()), e.getMessage());
            assertInstanceOf(UncheckedIOException.class, e.getCause());
            assertThrows(KratySecretStoreException.class, misled::logout);
            assertEquals(List.of(), sandbox.requests());
        }
    }

    @Test
    void signIn_lastsForTheSessionWithAWarning() {
        String secret = sandbox.register("ann");
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity")) {
            kraty.signIn("ann", secret);
            kraty.inventory().list(); // would be refused with another secret

            assertEquals("ann", kraty.ensureIdentity().externalPlayerId());
            assertEquals(1, warnings.texts().size());
            assertFalse(warnings.texts().get(0).contains(secret));
        }
    }
}
