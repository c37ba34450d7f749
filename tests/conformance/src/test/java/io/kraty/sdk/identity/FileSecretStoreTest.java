package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Warnings;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretStoreTest {
    @TempDir
    Path directory;

    @Test
    void valuesSurviveANewStoreOnTheSameFile() {
        Path file = directory.resolve("player.json");
        new FileSecretStore(file).write("name", "välue \"quoted\"\n");

        FileSecretStore again = new FileSecretStore(file);
        assertEquals("välue \"quoted\"\n", again.read("name"));
        again.remove("name");
        assertNull(new FileSecretStore(file).read("name"));
    }

    @Test
    void fileAndDirectory_areForTheirOwnerOnly() throws IOException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path made = directory.resolve("one").resolve("two");
        new FileSecretStore(made.resolve("player.json")).write("name", "value");

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    /** A game's data on a card that was cleared, for one. */
    @Test
    void linkIntoADirectoryThatIsGone_isFollowed() throws IOException {
        Path file = directory.resolve("gone").resolve("player.json");
        Path link = directory.resolve("link.json");
        Assumptions.assumeTrue(canLink(link, file));
        FileSecretStore store = new FileSecretStore(link);
        assertNull(store.read("name"));
        store.write("name", "value");

        assertEquals("value", new FileSecretStore(file).read("name"));
        assertTrue(Files.isSymbolicLink(link));
    }

    private static boolean canLink(Path link, Path file) throws IOException {
        try {
            Files.createSymbolicLink(link, file);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    @Test
    void reading_makesNoFile() throws IOException {
        FileSecretStore store = new FileSecretStore(directory.resolve("player.json"));
        assertNull(store.read("name"));
        store.remove("name");

        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void readersNeverSeeAHalfWrittenFile() throws Exception {
        Path file = directory.resolve("player.json");
        FileSecretStore store = new FileSecretStore(file);
        String[] values = {"a".repeat(20_000), "b".repeat(5_000)};
        store.write("name", values[0]);
        AtomicBoolean done = new AtomicBoolean();
        Background<Integer> reading = Background.of(() -> {
            int reads = 0;
            while (!done.get()) {
                // Past the store and its locks, as another process would.
                String text = Files.readString(file);
                assertTrue(text.equals("{\"name\":\"" + values[0] + "\"}")
                        || text.equals("{\"name\":\"" + values[1] + "\"}"));
                reads++;
            }
            return reads;
        });
        for (int i = 0; i < 100; i++) {
            store.write("name", values[i % 2]);
        }
        done.set(true);
        assertTrue(reading.result() > 0);
    }

    @Test
    void concurrentWritersOfOneProcess_loseNothing() throws Exception {
        Path file = directory.resolve("player.json");
        List<Background<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            String name = "writer-" + writer + "-";
            writers.add(Background.of(() -> {
                FileSecretStore own = new FileSecretStore(file);
                for (int i = 0; i < 20; i++) {
                    own.write(name + i, "value");
                }
                return null;
            }));
        }
        for (Background<Void> writer : writers) {
            writer.result();
        }
        FileSecretStore store = new FileSecretStore(file);
        for (int writer = 0; writer < 4; writer++) {
            for (int i = 0; i < 20; i++) {
                assertEquals("value", store.read("writer-" + writer + "-" + i));
            }
        }
    }

    @Test
    void writeIfAbsent_keepsTheFirst() {
        FileSecretStore store = new FileSecretStore(directory.resolve("player.json"));
        assertEquals("first", store.writeIfAbsent("name", "first"));
        assertEquals("first", store.writeIfAbsent("name", "second"));
        assertEquals("first", store.read("name"));
    }

    @Test
    void damagedFile_isKeptAsideWithAWarning() throws IOException {
        Path file = directory.resolve("player.json");
        String last = "";
        for (String damaged : List.of("{\"name\":\"va", "not json", "[1,2]", "\u0000".repeat(5_000_000))) {
            Files.writeString(file, damaged);
            FileSecretStore store = new FileSecretStore(file);
            try (Warnings warnings = Warnings.of("io.kraty.sdk.store")) {
                assertNull(store.read("name"), damaged);
                store.write("name", "new");

                assertEquals("new", store.read("name"));
                assertEquals(1, warnings.texts().size(), damaged);
                assertTrue(warnings.texts().get(0).contains("player.json.damaged"));
            }
            assertEquals(damaged, Files.readString(directory.resolve("player.json.damaged" + last)));
            last = last.isEmpty() ? "-2" : "-" + (Integer.parseInt(last.substring(1)) + 1); // none replaces another
        }
    }

    @Test
    void emptyFile_holdsNothingAndCanBeWritten() throws IOException {
        Path file = directory.resolve("player.json");
        Files.createFile(file);
        FileSecretStore store = new FileSecretStore(file);

        assertNull(store.read("name"));
        store.write("name", "value");
        assertEquals("value", store.read("name"));
    }

    @Test
    void texts_leakNoValue() {
        FileSecretStore file = new FileSecretStore(directory.resolve("player.json"));
        file.write("name", "ps_secret");
        InMemorySecretStore memory = new InMemorySecretStore();
        memory.write("name", "ps_secret");

        assertFalse(file.toString().contains("ps_secret"));
        assertFalse(memory.toString().contains("ps_secret"));
    }
}
