package io.kraty.sdk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is never made larger than it can be read, and one that is too large is not thrown away. */
class TooLargeFileTest {
    private static final String MIB = "x".repeat(1 << 20);

    @TempDir
    Path directory;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatWouldMakeItTooLarge_isNotWritten() throws Exception {
        Path file = directory.resolve("players.json");
        FileSecretStore store = new FileSecretStore(file);
        store.write("a", MIB.repeat(3));

        assertThrows(UncheckedIOException.class, () -> store.write("b", MIB));

        assertEquals(MIB.repeat(3), store.read("a"));
        assertNull(store.read("b"));
        store.write("c", "small");
        assertEquals("small", store.read("c"));
        assertEquals(List.of("players.json"), files());
    }

    @Test
    void largestFile_isOneByteSmallerThanIsRead() throws Exception {
        Path file = directory.resolve("players.json");
        FileSecretStore store = new FileSecretStore(file);
        store.write("a", "");
        int most = (4 << 20) - Math.toIntExact(Files.size(file)) - 1;
        String largest = "x".repeat(most);

        store.write("a", largest);
        assertThrows(UncheckedIOException.class, () -> store.write("a", largest + "x"));

        assertEquals(largest, new FileSecretStore(file).read("a"));
    }

    @Test
    void oneThatIsTooLarge_isLeftAlone() throws Exception {
        Path file = directory.resolve("players.json");
        String large = "{\"a\":\"" + MIB.repeat(4) + "\"}";
        Files.writeString(file, large);
        FileSecretStore store = new FileSecretStore(file);

        assertThrows(UncheckedIOException.class, () -> store.read("a"));
        assertThrows(UncheckedIOException.class, () -> store.write("b", "small"));

        assertEquals(large, Files.readString(file));
        assertEquals(List.of("players.json"), files());
    }

    @Test
    void somethingElseThatIsTooLarge_isMovedAside() throws Exception {
        Path file = directory.resolve("players.json");
        Files.write(file, new byte[5 << 20]);
        FileSecretStore store = new FileSecretStore(file);

        store.write("b", "small");

        assertEquals("small", store.read("b"));
        assertEquals(List.of("players.json", "players.json.damaged"), files());
    }
}
