package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.ImpatientStore;
import io.kraty.sdk.store.PlayerCredentials;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.ChildJvm;
import io.kraty.sdk.wire.RecordingFileSystem;
import io.kraty.sdk.wire.SecondCopy;
import io.kraty.sdk.wire.Warnings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lock that somebody else keeps for ever neither hangs the game nor costs it its player. */
@Timeout(60)
class StuckLockTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("player.json");
    }

    private ChildJvm lockingProcess() throws Exception {
        return ChildJvm.run(LockingChild.class, file + ".lock");
    }

    @Test
    void ofAnotherProcess_isDoneWithoutAfterOneWarning() throws Exception {
        new FileSecretStore(file).write("before", "value");
        ChildJvm other = lockingProcess();
        assertEquals(LockingChild.LOCKED, other.line());
        FileSecretStore store = ImpatientStore.on(file);
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store")) {
            store.write("one", "value");
            assertEquals("value", store.writeIfAbsent("two", "value"));
            store.remove("one");

            assertNull(store.read("one"));
            assertEquals("value", store.read("two"));
            assertEquals("value", store.read("before"));
            assertEquals(1, warnings.texts().size(), warnings.texts().toString());
            assertTrue(
                    warnings.texts().get(0).contains(file.toString()),
                    warnings.texts().toString());
        }
        assertEquals(0, other.say("").exitCode());
    }

    @Test
    void ofAnotherProcess_stillLetsAPlayerBeRegisteredAndResumed() throws Exception {
        ChildJvm other = lockingProcess();
        assertEquals(LockingChild.LOCKED, other.line());
        try (KratySandbox sandbox = KratySandbox.start();
                Warnings warnings = Warnings.of("io.kraty.sdk.store");
                Warnings identity = Warnings.of("io.kraty.sdk.identity")) {
            PlayerCredentials player;
            try (Kraty kraty = open(sandbox)) {
                player = kraty.ensureIdentity();
            }
            assertEquals(1, warnings.texts().size(), warnings.texts().toString());
            try (Kraty nextLaunch = open(sandbox)) {
                assertEquals(player, nextLaunch.ensureIdentity());
            }
            assertEquals(1, warnings.texts().size(), "to resume a player, nothing is written");
            assertEquals(List.of(), identity.texts());
        }
        assertEquals(0, other.say("").exitCode());
    }

    private Kraty open(KratySandbox sandbox) {
        return Kraty.create(PlayTestOptions.on(sandbox, FakeTiming.flowing())
                .secretStore(ImpatientStore.on(file))
                .build());
    }

    @Test
    void reading_waitsForNobody() throws Exception {
        new FileSecretStore(file).write("name", "value");
        ChildJvm other = lockingProcess();
        assertEquals(LockingChild.LOCKED, other.line());

        assertEquals("value", ImpatientStore.patient(file).read("name"));
        assertEquals(0, other.say("").exitCode());
    }

    @Test
    void ofAnotherProcess_isGivenUpAtAnInterrupt() throws Exception {
        ChildJvm other = lockingProcess();
        assertEquals(LockingChild.LOCKED, other.line());
        Background<Boolean> writing = interrupted(ImpatientStore.patient(file));
        Await.blocked(writing.thread());
        writing.thread().interrupt();

        assertTrue(writing.result(), "the flag is kept");
        assertNull(new FileSecretStore(file).read("name"));
        assertEquals(0, other.say("").exitCode());
        FileSecretStore again = ImpatientStore.patient(file);
        again.write("name", "value"); // nobody is in the way: the one who left is out of the queue
        assertEquals("value", again.read("name"));
    }

    /** A copy that hangs in the middle of a change, on a disk of its own; the others share only the file. */
    private final class HangingCopy implements AutoCloseable {
        private final RecordingFileSystem disk = new RecordingFileSystem();
        private final CountDownLatch changing = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final SecondCopy copy = SecondCopy.ofTheSdk();
        private final Background<Boolean> writing;

        @SuppressWarnings("unchecked")
        HangingCopy(String name) throws Exception {
            BiConsumer<Path, String> write = copy.make(StoreWrite.class, BiConsumer.class);
            disk.before(access -> {
                if (access.path().toString().endsWith(".tmp")) {
                    changing.countDown();
                    awaitGoingOn();
                }
            });
            writing = Background.of(() -> {
                write.accept(disk.path(file), name);
                return true;
            });
            assertTrue(changing.await(60, TimeUnit.SECONDS), "it has the lock");
        }

        private void awaitGoingOn() {
            try {
                assertTrue(goOn.await(50, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void goOn() throws Exception {
            goOn.countDown();
            assertTrue(writing.result());
        }

        @Override
        public void close() throws IOException {
            goOn.countDown();
            copy.close();
        }
    }

    @Test
    void ofAnotherCopyInTheProcess_losesNeitherChange() throws Exception {
        new FileSecretStore(file).write("before", "value");
        FileSecretStore store = ImpatientStore.on(file);
        try (HangingCopy other = new HangingCopy("theirs");
                Warnings warnings = Warnings.of("io.kraty.sdk.store")) {
            store.write("ours", "value");
            assertEquals("value", store.read("ours"));
            assertEquals(1, warnings.texts().size(), warnings.texts().toString());

            other.goOn();

            assertEquals("value", store.read("theirs"));
            assertEquals("value", store.read("ours"));
            assertEquals("value", store.read("before"));
        }
    }

    @Test
    void ofAnotherCopyInTheProcess_staysItsOwnWhenOthersGiveUp() throws Exception {
        try (HangingCopy other = new HangingCopy("theirs");
                Warnings warnings = Warnings.of("io.kraty.sdk.store")) {
            ImpatientStore.on(file).write("ours", "value");

            ChildJvm process = lockingProcess();
            assertEquals(LockingChild.REFUSED, process.line());
            assertEquals(0, process.say("").exitCode());
            other.goOn();
            assertEquals(1, warnings.texts().size());
        }
        ChildJvm process = lockingProcess();
        assertEquals(LockingChild.LOCKED, process.line(), "a lock is given back after the change");
        assertEquals(0, process.say("").exitCode());
    }

    @Test
    void ofAnotherCopyInTheProcess_isGivenUpAtAnInterrupt() throws Exception {
        try (HangingCopy other = new HangingCopy("theirs")) {
            Background<Boolean> writing = interrupted(ImpatientStore.patient(file));
            Await.blocked(writing.thread());
            writing.thread().interrupt();

            assertTrue(writing.result(), "the flag is kept");
            other.goOn();
            FileSecretStore store = ImpatientStore.patient(file);
            store.write("name", "value"); // would wait for the one who left, were they in the queue still
            assertEquals("value", store.read("theirs"));
        }
    }

    /** Whether the flag was kept of a write that was interrupted. */
    private static Background<Boolean> interrupted(FileSecretStore store) {
        return Background.of(() -> {
            UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> store.write("name", "interrupted"));
            assertInstanceOf(InterruptedIOException.class, e.getCause());
            return Thread.currentThread().isInterrupted();
        });
    }

    @Test
    void lockThatIsFreeAgain_isTakenAgain() throws Exception {
        FileSecretStore store = ImpatientStore.on(file);
        try (HangingCopy other = new HangingCopy("theirs");
                Warnings warnings = Warnings.of("io.kraty.sdk.store")) {
            store.write("ours", "value");
            other.goOn();
            store.write("later", "value");
            assertEquals(1, warnings.texts().size());
        }
        assertEquals("value", store.read("later"));
    }

    @Test
    void fileThatAReaderHasOpen_isReplacedAMomentLater() throws Exception {
        RecordingFileSystem disk = new RecordingFileSystem();
        AtomicInteger refused = new AtomicInteger();
        disk.before(access -> {
            if (access.operation().equals("move") && refused.incrementAndGet() <= 3) {
                throw new AccessDeniedException("as on Windows");
            }
        });
        FileSecretStore store = new FileSecretStore(disk.path(file));
        store.write("name", "value");

        assertEquals("value", store.read("name"));
        assertEquals(4, refused.get());
    }

    @Test
    void fileThatNobodyMayReplace_isAnErrorAndLeavesNothing() throws Exception {
        RecordingFileSystem disk = new RecordingFileSystem();
        disk.before(access -> {
            if (access.operation().equals("move")) {
                throw new AccessDeniedException("for good");
            }
        });
        FileSecretStore store = new FileSecretStore(disk.path(file));

        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> store.write("name", "value"));
        assertInstanceOf(AccessDeniedException.class, e.getCause());
        assertEquals(List.of("player.json.lock"), List.of(directory.toFile().list()));
    }
}
