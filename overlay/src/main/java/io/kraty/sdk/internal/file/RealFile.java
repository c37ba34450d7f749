package io.kraty.sdk.internal.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Locale;

/**
 * Where a file really is, whatever links lead to it, so that all who use it put their locks and their new content in the
 * same place, and a link stays a link. The file need not exist.
 *
 * @param path the file itself
 * @param key the same for everybody in this process who uses this file
 */
public record RealFile(Path path, String key) {
    private static final int MOST_LINKS = 40;

    /**
     * Follows the links from {@code file}, and makes the directory at their end if it is missing.
     *
     * @param forDirectories attributes of directories that are made
     */
    public static RealFile of(Path file, FileAttribute<?>... forDirectories) throws IOException {
        Path current = file;
        for (int links = 0; links < MOST_LINKS; links++) {
            if (!Files.isSymbolicLink(current)) {
                return at(current, forDirectories);
            }
            current = current.resolveSibling(Files.readSymbolicLink(current));
        }
        throw new FileSystemLoopException(file.toString());
    }

    private static RealFile at(Path file, FileAttribute<?>... forDirectories) throws IOException {
        Path named = directory(file);
        if (!Files.isDirectory(named)) {
            Files.createDirectories(named, forDirectories);
        }
        Path directory = named.toRealPath();
        Object identity =
                Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
        String name = file.getFileName().toString();
        // Some systems have directories under two names without a link, and most of those take upper and lower case
        // for the same. That two different files may have one key does no harm.
        return new RealFile(
                directory.resolve(name),
                (identity == null ? directory : identity) + " " + name.toLowerCase(Locale.ROOT));
    }

    /** The directory of {@code file}, which is absolute. */
    public static Path directory(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("file: " + file + " is a directory");
        }
        return parent;
    }

    /** The file beside it whose name goes on with {@code ending}. */
    public Path sibling(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }
}
