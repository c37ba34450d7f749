package io.kraty.game;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Directories for the files of a game under test. They stay until the next clean build: a game that was closed still writes what
 * it has, on threads of its own, so that a directory that a test takes away may be there again, or not be empty.
 */
public final class Scratch {
    private Scratch() {}

    /** A new one. */
    public static Path directory() {
        try {
            Path all = Path.of(System.getProperty("kraty.scratch", "target/scratch"));
            Files.createDirectories(all);
            return Files.createTempDirectory(all, "game");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
