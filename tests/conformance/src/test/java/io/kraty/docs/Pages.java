package io.kraty.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the repository that people read: every Markdown file in it. */
final class Pages {
    static final Path ROOT = Path.of("..", "..");
    static final Path README = ROOT.resolve("README.md");
    static final Path GUIDES = ROOT.resolve("overlay/docs");
    static final Path SANDBOX = ROOT.resolve("tests/sandbox/README.md");

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
    private static final Pattern CODE = Pattern.compile("(?m)^ *```.*?^ *```$", Pattern.DOTALL);

    private Pages() {}

    /** All of them, in the order of their names. */
    static List<Path> all() {
        List<Path> pages = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        pages.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages.stream().sorted().collect(Collectors.toList());
    }

    static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page without its blocks of code. */
    static String prose(Path page) {
        return CODE.matcher(text(page)).replaceAll("");
    }
}
