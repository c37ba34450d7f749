package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.store.SecretStore;
import io.kraty.sdk.wire.Undeclared;
import io.kraty.sdk.wire.Warnings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailingStoreTest {
    /** Reads, but keeps nothing. */
    private static final class Full extends ListedStore {
        private final Throwable problem;

        private Full(Throwable problem) {
            this.problem = problem;
        }

        @Override
        public void write(String name, String value) {
            Undeclared.raise(problem);
        }
    }

    /** Cannot even be read. */
    private static final class Unreadable extends ListedStore {
        private final Throwable problem;

        private Unreadable(Throwable problem) {
            this.problem = problem;
        }

        @Override
        public String read(String name) {
            Undeclared.raise(problem);
            return null;
        }
    }

    private final KratySandbox sandbox = KratySandbox.start();
    private Kraty kraty;

    private void open(SecretStore store) {
        kraty = Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(store)
                .build());
    }

    @AfterEach
    void stop() {
        if (kraty != null) {
            kraty.close();
        }
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("io.kraty.sdk.wire.Undeclared#ofEachKind")
    void registration_lastsForTheSessionWithAWarning(Throwable problem) {
        open(new Full(problem));
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity")) {
            PlayerCredentials player = kraty.ensureIdentity();
            kraty.inventory().list();

            assertEquals(player, kraty.ensureIdentity());
            assertEquals(List.of(player.externalPlayerId()), sandbox.players());
            assertEquals(2, sandbox.requests().size(), "one registration, one list");
            assertFalse(warnings.texts().isEmpty());
            for (String warning : warnings.texts()) {
                assertTrue(warning.contains("the disk is broken"), warning);
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

    @ParameterizedTest
    @MethodSource("io.kraty.sdk.wire.Undeclared#ofEachKind")
    void signIn_lastsForTheSessionWithAWarning(Throwable problem) {
        open(new Full(problem));
        String secret = sandbox.register("ann");
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity")) {
            kraty.signIn("ann", secret);
            kraty.inventory().list(); // would be refused with another secret

            assertEquals("ann", kraty.ensureIdentity().externalPlayerId());
            assertEquals(1, warnings.texts().size());
            assertFalse(warnings.texts().get(0).contains(secret));
        }
    }

    @ParameterizedTest
    @MethodSource("io.kraty.sdk.wire.Undeclared#ofEachKind")
    void rotation_lastsForTheSessionWithAWarning(Throwable problem) {
        open(new Full(problem));
        String secret = sandbox.register("ann");
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity")) {
            kraty.signIn("ann", secret);
            String next = kraty.players().rotate("ann").secret();

            assertEquals(next, kraty.ensureIdentity().secret());
            assertEquals(2, warnings.texts().size());
        }
    }

    @ParameterizedTest
    @MethodSource("io.kraty.sdk.wire.Undeclared#ofEachKind")
    void whatTheStoreThrows_isTheCauseOfATypedError(Throwable problem) {
        open(new Unreadable(problem));
        KratySecretStoreException e = assertThrows(
                KratySecretStoreException.class, () -> kraty.inventory().list());

        assertSame(problem, e.getCause());
        assertThrows(KratySecretStoreException.class, kraty::logout);
        assertEquals(List.of(), sandbox.requests());
    }
}
