package io.kraty.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.published.ClassPathList.Entry;
import io.kraty.sdk.Kraty;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a game gets on its class path with {@code kraty-sdk} is what {@code classpath.txt} says, and no more. */
class GameClassPathTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path LIST = ROOT.resolve("overlay/classpath.txt");
    /** What Maven resolved for kraty-sdk at run time. */
    private static final Path RESOLVED = ROOT.resolve("overlay/target/classpath.list");

    private static final String HEAD = """
            # What Maven puts on the class path of a game that depends on kraty-sdk. GameClassPathTest (tests/conformance) compares it with
            # what it resolves. Ours may grow up to a limit, with the reason behind it.

            """;

    @TempDir
    private Path folder;

    @Test
    void classPathOfAGame_isWhatIsCheckedIn() throws IOException, URISyntaxException {
        List<Entry> resolved = new ArrayList<>(resolved());
        Path ours = Path.of(
                Kraty.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        resolved.add(new Entry("io.kraty:kraty-sdk", "", ours));

        CheckedIn.hold(LIST, HEAD + ClassPathList.of(resolved, CheckedIn.lines(LIST)), GameClassPathTest.class);
    }

    /** What our parent manages reaches only us. So a version of it has to be one that we ask for by ourselves. */
    @Test
    void versionsThatTheParentManages_areAskedForByTheLibraries() throws IOException {
        Set<String> managed = dependencies("pom.xml");
        Set<String> asked = new HashSet<>(dependencies("generated/pom.xml"));
        asked.addAll(dependencies("overlay/pom.xml"));
        assertTrue(managed.containsAll(asked), asked::toString);

        assertEquals(
                List.of(),
                resolved().stream()
                        .map(Entry::artifact)
                        .filter(artifact -> managed.contains(artifact) && !asked.contains(artifact))
                        .toList());
    }

    private static List<Entry> resolved() throws IOException {
        assertTrue(Files.exists(RESOLVED), "No class path was resolved: build overlay with Maven, too (-am)");
        return ClassPathList.resolved(Files.readAllLines(RESOLVED));
    }

    private static Set<String> dependencies(String pom) throws IOException {
        return Pattern.compile("<dependency>\\s*<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>")
                .matcher(Files.readString(ROOT.resolve(pom)))
                .results()
                .map(found -> found.group(1) + ":" + found.group(2))
                .collect(Collectors.toSet());
    }

    @Test
    void resolved_ofWhatMavenWrites_isArtifactVersionAndFile() {
        List<Entry> resolved = ClassPathList.resolved(List.of(
                "",
                "The following files have been resolved:",
                "   org.b:b:jar:2.0:runtime:C:\\m2\\b-2.0.jar -- module b (auto)",
                "   org.a:a:jar:natives:1.0:compile:/home/m 2/a.jar"));

        assertEquals(
                List.of(
                        new Entry("org.b:b", "2.0", Path.of("C:\\m2\\b-2.0.jar")),
                        new Entry("org.a:a", "natives:1.0", Path.of("/home/m 2/a.jar"))),
                resolved);
        assertThrows(IllegalArgumentException.class, () -> ClassPathList.resolved(List.of("   something else")));
    }

    @Test
    void list_withinTheBudget_keepsItAndItsReason() throws IOException {
        String budget = "io.kraty:kraty-sdk    at most     100 KiB: it is small";

        String list = ClassPathList.of(List.of(ours(100 * 1024)), List.of(budget));

        assertTrue(list.startsWith(budget + "\n"), list);
    }

    @Test
    void list_beyondTheBudget_asksForAnother() throws IOException {
        String list = ClassPathList.of(
                List.of(ours(100 * 1024 + 1)), List.of("io.kraty:kraty-sdk    at most     100 KiB: it is small"));

        assertTrue(list.matches("(?s)io.kraty:kraty-sdk +at most +150 KiB: it is small\n.*"), list);
    }

    @Test
    void list_ofWhatIsNotOurs_holdsVersionAndExactSize() throws IOException {
        Path jar = Files.write(folder.resolve("a.jar"), new byte[1234]);

        String list = ClassPathList.of(List.of(new Entry("org.a:a", "1.0", jar)), List.of());

        assertTrue(list.matches("(?s)org.a:a:1.0 +1,234 bytes\n.*"), list);
    }

    @Test
    void size_ofClasses_isAboutThatOfTheirJar() throws IOException {
        Files.write(folder.resolve("A.class"), new byte[100_000]);

        long size = ClassPathList.size(folder);

        assertTrue(size > 100 && size < 1000, "100,000 zeros are packed to " + size);
    }

    private Entry ours(int size) throws IOException {
        return new Entry("io.kraty:kraty-sdk", "1.0", Files.write(folder.resolve("sdk.jar"), new byte[size]));
    }
}
