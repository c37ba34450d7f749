package io.kraty.sdk.fuzz;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.kraty.sdk.store.FileSecretStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The file that all three kinds of stores have. Whatever is in it: it can be read and written, and what it held is there
 * afterwards, in the file or beside it.
 */
final class FileTarget implements Target {
    private static final List<String> CORPUS = List.of(
            "{\"kraty/pk_test_7@game.example/active\":\"kp_1\",\"kraty/pk_test_7@game.example/secret/kp_1\":\"ps_1\"}",
            "{\"name\":\"v\u00e4lue \\\"quoted\\\"\\n\\ud83c\\udfae\",\"\":\"\",\"other\":\"x\"}",
            "{}",
            "");

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    private final Path directory = disk.getPath("/home/ann/game");
    private final Path file = directory.resolve("player.json");

    FileTarget() throws IOException {
        Files.createDirectories(directory);
    }

    @Override
    public void feed(Random random, Trace trace) throws Exception {
        byte[] bytes = Mutation.of(CORPUS, random);
        trace.input("file", bytes);
        empty();
        Files.write(file, bytes);
        FileSecretStore store = new FileSecretStore(file);
        String other = store.read("other");
        store.write("name", "new");
        Path aside = directory.resolve("player.json.damaged");
        boolean damaged = Files.exists(aside);
        expect("new", store.read("name"));
        if (damaged && !Arrays.equals(bytes, Files.readAllBytes(aside))) {
            throw new AssertionError("what was damaged is not what was put aside");
        }
        expect(damaged ? null : written(other), new FileSecretStore(file).read("other"));
    }

    /** Half a character outside of the basic plane is none in UTF-8. */
    private static String written(String text) {
        return text == null ? null : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void expect(String expected, String actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("reads " + actual + " instead of " + expected);
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
    }

    @Override
    public void check() throws Exception {
        empty();
        Files.writeString(file, CORPUS.get(1));
        expect("x", new FileSecretStore(file).read("other"));
    }

    @Override
    public void close() throws IOException {
        disk.close();
    }
}
