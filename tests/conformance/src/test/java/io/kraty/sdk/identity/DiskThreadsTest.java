package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.StoredIdentity;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.wire.RecordingFileSystem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose thread touches the disk: never that of a caller who was not told so. */
class DiskThreadsTest {
    @TempDir
    Path directory;

    private final RecordingFileSystem disk = new RecordingFileSystem();
    private final KratySandbox sandbox = KratySandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private KratyClientOptions options() {
        return KratyClientOptions.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .dataDirectory(disk.path(directory.resolve("made")))
                .build();
    }

    private List<RecordingFileSystem.Access> mine() {
        return disk.accessesOf(Thread.currentThread());
    }

    @Test
    void whatAGameMayCallEveryFrame_touchesNoDiskOnItsThread() {
        Kraty kraty = Kraty.create(options());
        askEverything(kraty);
        assertThrows(IllegalStateException.class, kraty::serverNow);
        assertEquals(List.of(), disk.accesses(), "nobody has asked for a player yet");

        kraty.inventory().list(); // finds out who plays
        kraty.syncTime();
        kraty.serverNow();
        askEverything(kraty);
        kraty.close();
        askEverything(kraty);

        assertEquals(List.of(), mine());
        assertFalse(disk.accesses().isEmpty());
        for (RecordingFileSystem.Access access : disk.accesses()) {
            assertTrue(access.thread().getName().startsWith("kraty-"), access.toString());
        }
    }

    private static void askEverything(Kraty kraty) {
        kraty.activeExternalPlayerId();
        kraty.syntheticIdentity();
        kraty.isTimeSynced();
        assertFalse(kraty.toString().isEmpty());
    }

    @Test
    void client_thatIsNeverUsed_touchesNoDiskAtAll() {
        KratyClientOptions options = options();
        assertFalse(options.toString().isEmpty());
        new Kraty(options).close();
        StoredIdentity.of(options);
        assertFalse(new FileSecretStore(disk.path(directory.resolve("player.json")))
                .toString()
                .isEmpty());

        assertEquals(List.of(), disk.accesses());
    }

    @Test
    void nextLaunch_touchesNoDiskOnTheCallersThreadEither() {
        try (Kraty kraty = Kraty.create(options())) {
            kraty.ensureIdentity();
        }
        try (Kraty kraty = Kraty.create(options())) {
            kraty.ensureIdentity();
        }
        assertEquals(1, sandbox.players().size());
        assertEquals(List.of(), mine());
    }

    @Test
    void signInAndLogout_useTheDiskOnTheCallersThreadAsTheySay() {
        try (Kraty kraty = Kraty.create(options())) {
            kraty.signIn("ann", "ps_of_ann");
            int signingIn = mine().size();
            kraty.logout();

            assertTrue(signingIn > 0);
            assertTrue(mine().size() > signingIn);
            assertEquals(
                    mine(),
                    disk.accesses().stream()
                            .filter(access -> !isLookIntoTheOutbox(access))
                            .toList());
        }
    }

    /** Whether an earlier launch left something to send for whoever plays now. */
    private static boolean isLookIntoTheOutbox(RecordingFileSystem.Access access) {
        return access.path().getFileName().toString().startsWith("outbox-")
                && access.thread() != Thread.currentThread();
    }
}
