package io.kraty.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sources of what a game can name: the SDK, what it is generated from and to, and the sandbox. */
final class SourceFiles {
    private static final List<String> MODULES = List.of("overlay", "generated", "tests/sandbox");

    private SourceFiles() {}

    /** What is written by hand. */
    static List<Path> written() {
        List<Path> all = new ArrayList<>();
        MODULES.forEach(module -> all.addAll(in(Pages.ROOT.resolve(module).resolve("src/main/java"))));
        return all;
    }

    /** What is generated, by whichever build was the last: the one that runs this test, since that needs it. */
    static List<Path> generated() {
        return Stream.of("target/quick", "target")
                .map(Pages.ROOT.resolve("generated")::resolve)
                .map(target -> target.resolve("generated-sources/openapi"))
                .filter(Files::isDirectory)
                .max((one, other) -> modified(one).compareTo(modified(other)))
                .map(SourceFiles::in)
                .orElse(List.of());
    }

    private static java.nio.file.attribute.FileTime modified(Path directory) {
        try {
            return Files.getLastModifiedTime(directory.resolveSibling("openapi.stamp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> in(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("internal")
                            && !file.endsWith("module-info.java")
                            && !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
