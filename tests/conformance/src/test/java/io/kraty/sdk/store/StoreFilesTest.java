package io.kraty.sdk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyOutboxException;
import io.kraty.sdk.error.KratySecretStoreException;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.RecordingFileSystem;
import io.kraty.sdk.wire.Warnings;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a player, of writes on their way and of boards when something has happened to the files they are in. */
class StoreFilesTest {
    @TempDir
    Path real;

    private final RecordingFileSystem disk = new RecordingFileSystem();
    private final KratySandbox sandbox = KratySandbox.start();
    private String player;
    private String kept;

    /** What is in a file that nobody of ours has written. */
    enum Content {
        TRUNCATED {
            @Override
            byte[] of(byte[] right) {
                return java.util.Arrays.copyOf(right, right.length / 2);
            }
        },
        GARBAGE {
            @Override
            byte[] of(byte[] right) {
                return new byte[right.length]; // as a disk leaves it that lost power
            }
        },
        OF_A_NEWER_VERSION {
            @Override
            byte[] of(byte[] right) {
                return "{\"version\":2,\"players\":[{\"id\":\"p\"}]}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
        };

        abstract byte[] of(byte[] right);
    }

    @BeforeEach
    void playOnce() {
        try (Kraty kraty = launch()) {
            player = kraty.ensureIdentity().externalPlayerId();
            kraty.leaderboards().submitScore("weekly_score", 5);
        }
    }

    private void keepAWrite() {
        try (Kraty kraty = launch()) {
            kraty.pause();
            kept = kraty.outbox().submitScore("weekly_score", 7).key();
        }
    }

    @AfterEach
    void stop() {
        disk.before(access -> {});
        sandbox.close();
    }

    private Kraty launch() {
        KratyClientOptions.Builder options = PlayTestOptions.durableOn(sandbox, FakeTiming.flowing())
                .retry(KratyRetryConfig.none())
                .dataDirectory(disk.path(real));
        return Kraty.create(options.build());
    }

    /** Those of the outbox and of boards are called as that of the player, with something before it. */
    private Path file(String start) throws IOException {
        try (Stream<Path> files = Files.list(real)) {
            Path players = files.filter(file -> file.toString().endsWith(".json"))
                    .min(Comparator.comparingInt((Path file) -> file.toString().length()))
                    .orElseThrow();
            return players.resolveSibling(start + players.getFileName());
        }
    }

    private byte[] damage(Path file, Content how) throws IOException {
        byte[] damaged = how.of(Files.readAllBytes(file));
        Files.write(file, damaged);
        return damaged;
    }

    private static void assertAside(byte[] damaged, Path file) throws IOException {
        assertEquals(
                List.of(damaged.length),
                List.of(Files.readAllBytes(file.resolveSibling(file.getFileName() + ".damaged")).length));
    }

    @ParameterizedTest
    @EnumSource(Content.class)
    void playersFile_thatIsNone_isKeptAsideWithAWarning_andTheGameStartsAnew(Content how) throws Exception {
        Path file = file("");
        byte[] damaged = damage(file, how);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store");
                Kraty kraty = launch()) {
            assertNotEquals(player, kraty.ensureIdentity().externalPlayerId());
            kraty.wallet().list();
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
            assertTrue(warnings.texts().get(0).contains("is damaged"));
        }
        assertAside(damaged, file);
    }

    @ParameterizedTest
    @EnumSource(Content.class)
    void outboxFile_thatIsNone_isKeptAsideWithAWarning_andNewWritesAreKept(Content how) throws Exception {
        keepAWrite();
        Path file = file("outbox-");
        byte[] damaged = damage(file, how);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store");
                Kraty kraty = launch()) {
            kraty.pause();
            OutboxEntry next = kraty.outbox().submitScore("weekly_score", 8);
            assertEquals(
                    List.of(next.key()),
                    kraty.outbox().pending().stream().map(OutboxEntry::key).toList());
            assertEquals(player, kraty.ensureIdentity().externalPlayerId());
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
        }
        assertAside(damaged, file);
    }

    @ParameterizedTest
    @EnumSource(Content.class)
    void boardsFile_thatIsNone_isKeptAsideWithAWarning_andBoardsAreTracked(Content how) throws Exception {
        Path file = file("boards-");
        byte[] damaged = damage(file, how);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store");
                Kraty kraty = launch()) {
            kraty.checkFinalizations();
            kraty.leaderboards().submitScore("weekly_score", 9);
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
        }
        assertAside(damaged, file);
        assertTrue(Files.readString(file).contains("weekly_score"));
    }

    /** Nothing is in it to be kept, but it is said. */
    @ParameterizedTest
    @CsvSource({"''", "outbox-", "boards-"})
    void emptyFile_startsAnewWithAWarning(String start) throws Exception {
        Files.write(file(start), new byte[0]);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store");
                Kraty kraty = launch()) {
            kraty.outbox().pending();
            kraty.leaderboards().submitScore("weekly_score", 9);
            kraty.wallet().list();
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
            assertTrue(warnings.texts().get(0).contains("is empty"));
        }
    }

    private void deny(Predicate<RecordingFileSystem.Access> which, String reason) {
        disk.before(access -> {
            if (which.test(access)) {
                throw new FileSystemException(access.path().toString(), null, reason);
            }
        });
    }

    private boolean writes(RecordingFileSystem.Access access) {
        String name = access.path().getFileName().toString();
        return name.endsWith(".tmp")
                || name.endsWith(".lock")
                || (access.operation().equals("checkAccess") && access.path().equals(real));
    }

    /** Of another user: an error each time, and nobody is registered in the player's place. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void playersFile_thatCannotBeRead_isATypedError(boolean alsoNotTheDirectory) throws Exception {
        Path file = file("");
        disk.before(access -> {
            if ((access.path().equals(file) && access.operation().startsWith("new"))
                    || (alsoNotTheDirectory && writes(access))) {
                throw new AccessDeniedException(access.path().toString());
            }
        });
        for (int launches = 0; launches < 2; launches++) {
            try (Kraty kraty = launch()) {
                KratySecretStoreException e = assertThrows(KratySecretStoreException.class, kraty::ensureIdentity);
                assertTrue(e.getMessage().contains(file.getFileName().toString()), e::getMessage);
            }
        }
        assertEquals(List.of(player), sandbox.players());
    }

    /** A card that was locked, a backup that was mounted: the player plays on. */
    @ParameterizedTest
    @CsvSource({"Read-only file system", "No space left on device"})
    void playersFile_thatCannotBeWritten_resumesThePlayer(String reason) throws Exception {
        deny(this::writes, reason);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.identity");
                Kraty kraty = launch()) {
            assertEquals(player, kraty.ensureIdentity().externalPlayerId());
            kraty.wallet().list();
            assertEquals(List.of(), warnings.texts());

            String secret = kraty.players().register("another").secret();
            kraty.signIn("another", secret);
            assertEquals("another", kraty.activeExternalPlayerId().orElseThrow());
            assertFalse(warnings.texts().isEmpty(), "for this session only");
        }
        disk.before(access -> {});
        try (Kraty kraty = launch()) {
            assertEquals(player, kraty.ensureIdentity().externalPlayerId());
        }
    }

    @ParameterizedTest
    @CsvSource({"Read-only file system", "No space left on device"})
    void outboxFile_thatCannotBeWritten_acceptsNothingAndLosesNothing(String reason) throws Exception {
        keepAWrite();
        deny(this::writes, reason);
        try (Kraty kraty = launch()) {
            kraty.pause();
            KratyOutboxException e = assertThrows(
                    KratyOutboxException.class, () -> kraty.outbox().submitScore("weekly_score", 8));
            assertFalse(e.isFull());
            assertEquals(kept, kraty.outbox().pending().get(0).key());
        }
        disk.before(access -> {});
        try (Kraty kraty = launch()) {
            kraty.pause();
            assertEquals(
                    List.of(kept),
                    kraty.outbox().pending().stream().map(OutboxEntry::key).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"Read-only file system", "No space left on device"})
    void boardsFile_thatCannotBeWritten_isOneWarningAndNoCallIsLost(String reason) throws Exception {
        deny(this::writes, reason);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization");
                Kraty kraty = launch()) {
            assertEquals(
                    9,
                    Objects.requireNonNull(kraty.leaderboards().submitScore("weekly_score", 9))
                            .score(),
                    9);
            kraty.checkFinalizations();
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
        } catch (KratyException e) {
            throw new AssertionError("the call is not the store's to fail", e);
        }
    }
}
