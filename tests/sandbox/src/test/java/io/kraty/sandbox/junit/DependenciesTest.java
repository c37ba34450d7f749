package io.kraty.sandbox.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kraty.sandbox.KratySandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who has no SDK and no JUnit on the class path can use all of the sandbox but one package. */
class DependenciesTest {
    private static final Path EXTENSION = Path.of("io", "kraty", "sandbox", "junit");

    @Test
    void onlyTheExtension_usesTheSdkOrJUnit() throws Exception {
        assertEquals(List.of(), users(path -> !path.startsWith(EXTENSION)));
        assertNotEquals(List.of(), users(path -> path.startsWith(EXTENSION)));
    }

    private static List<Path> users(Predicate<Path> where) throws IOException, URISyntaxException {
        Path classes = Path.of(KratySandbox.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> where.test(classes.relativize(file)) && usesThem(file))
                    .toList();
        }
    }

    /** A class file spells out the name of every class it uses. */
    private static boolean usesThem(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return text.contains("io/kraty/sdk/") || text.contains("org/junit/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
