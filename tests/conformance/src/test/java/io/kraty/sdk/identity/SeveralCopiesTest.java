package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.SecondCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever writes to one file in one process, by whatever name and from whichever copy of the SDK, loses nothing. */
@Timeout(120)
class SeveralCopiesTest {
    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeftAmongTheSystemProperties() {
        assertEquals(
                List.of(),
                System.getProperties().stringPropertyNames().stream()
                        .filter(name -> name.contains("kraty file"))
                        .toList());
    }

    @Test
    void twoClassLoaders_loseNoWrite() throws Exception {
        Path file = directory.resolve("player.json");
        try (SecondCopy one = SecondCopy.ofTheSdk();
                SecondCopy two = SecondCopy.ofTheSdk()) {
            assertAllKept(writes(one), file, writes(two), file);
        }
    }

    @Test
    void linkedDirectory_losesNoWrite() throws Exception {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path linked = Files.createSymbolicLink(directory.resolve("linked"), real);
        assertAllKept(new StoreWrites(), real.resolve("player.json"), new StoreWrites(), linked.resolve("player.json"));
    }

    @Test
    void linkedDirectoryOfAnotherCopy_losesNoWrite() throws Exception {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path linked = Files.createSymbolicLink(directory.resolve("linked"), real);
        try (SecondCopy other = SecondCopy.ofTheSdk()) {
            assertAllKept(new StoreWrites(), real.resolve("player.json"), writes(other), linked.resolve("player.json"));
        }
    }

    @Test
    void linkedFile_losesNoWriteAndStaysALink() throws Exception {
        Path real = Files.createDirectory(directory.resolve("real")).resolve("player.json");
        Path linked = Files.createSymbolicLink(directory.resolve("linked.json"), real); // to what is not there yet
        assertAllKept(new StoreWrites(), real, new StoreWrites(), linked);
        assertEquals(real, Files.readSymbolicLink(linked));
    }

    @Test
    void wayThatGoesBackThroughALinkedDirectory_isTheSystemsOwn() throws Exception {
        Path real = Files.createDirectories(directory.resolve("elsewhere").resolve("real"));
        Path linked = Files.createSymbolicLink(directory.resolve("linked"), real);
        new FileSecretStore(linked.resolve("..").resolve("player.json")).write("name", "value");

        assertEquals("value", new FileSecretStore(directory.resolve("elsewhere").resolve("player.json")).read("name"));
    }

    @SuppressWarnings("unchecked")
    private static BiConsumer<Path, String> writes(SecondCopy copy) throws ReflectiveOperationException {
        return copy.make(StoreWrites.class, BiConsumer.class);
    }

    private static void assertAllKept(
            BiConsumer<Path, String> one, Path fileOfOne, BiConsumer<Path, String> two, Path fileOfTwo)
            throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Background<Void> first = Background.of(() -> write(one, fileOfOne, "one", together));
        Background<Void> second = Background.of(() -> write(two, fileOfTwo, "two", together));
        first.result();
        second.result();

        FileSecretStore store = new FileSecretStore(fileOfOne);
        FileSecretStore other = new FileSecretStore(fileOfTwo);
        for (int i = 0; i < StoreWrites.WRITES; i++) {
            assertEquals("value", store.read("one" + i), "one" + i);
            assertEquals("value", store.read("two" + i), "two" + i);
            assertEquals("value", other.read("one" + i), "one" + i + " by the other name");
        }
    }

    private static Void write(BiConsumer<Path, String> writes, Path file, String prefix, CyclicBarrier together)
            throws Exception {
        together.await();
        writes.accept(file, prefix);
        return null;
    }
}
