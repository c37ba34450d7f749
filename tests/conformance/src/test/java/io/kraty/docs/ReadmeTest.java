package io.kraty.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java of every page is compiled as it stands. A comment {@code <!-- with: … -->} before a block names what the block takes
 * for granted, as a parameter list. A block after {@code <!-- from: … -->} is a quotation from that file instead.
 */
class ReadmeTest {
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (with|from): (.*?) -->\\n)?```(java|js)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("(?m)^\\s*```(java|js)\\s*$");

    @TempDir
    private Path classes;

    static List<Path> withCode() {
        return Pages.all().stream()
                .filter(page -> FENCE.matcher(Pages.text(page)).find())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("withCode")
    void everyJavaBlock_compilesWithoutWarnings(Path page) {
        assertEquals("", problems(blocks(page)));
    }

    @ParameterizedTest
    @MethodSource("withCode")
    void everyBlock_isFound(Path page) {
        String text = Pages.text(page);

        assertEquals(
                FENCE.matcher(text).results().count(),
                BLOCK.matcher(text).results().count());
    }

    @Test
    void pagesWithCode_areFound() {
        List<Path> pages = withCode();

        assertTrue(pages.size() > 12, pages::toString);
        assertTrue(pages.contains(Pages.README) && pages.contains(Pages.SANDBOX), pages::toString);
        assertTrue(blocks(Pages.README).size() >= 2, "the pattern finds the README's blocks");
    }

    @Test
    void aBlockThatDoesNotCompile_isFound() {
        assertFalse(problems(List.of("void block() { Kraty.create(1); }")).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withCode")
    void everyQuotation_standsInItsFile(Path page) throws IOException {
        Matcher block = BLOCK.matcher(Pages.text(page));
        while (block.find()) {
            if ("from".equals(block.group(1))) {
                String file = Files.readString(page.resolveSibling(block.group(2)));
                String quotation = block.group(4);
                assertTrue(
                        file.contains(quotation) || file.contains(quotation.replaceAll("(?m)^(?=.)", "    ")),
                        () -> "not in " + block.group(2));
            }
        }
    }

    @Test
    void theVersionToInstall_isTheVersionOfThisBuild() throws IOException {
        String readme = Pages.text(Pages.README);
        String version = version();
        assertEquals(List.of(version), versions(readme), "the Maven snippet");
        assertTrue(readme.contains("io.kraty:kraty-sdk:" + version + "\""), "the Gradle snippet");
        String sandbox = Pages.text(Pages.SANDBOX);
        assertEquals(List.of(version), versions(sandbox), "the sandbox's Maven snippet");
        assertTrue(sandbox.contains("io.kraty:kraty-sandbox:" + version + "\""), "the sandbox's Gradle snippet");
        assertTrue(sandbox.contains("kraty-sandbox-" + version + "-standalone.jar"), "the sandbox's jar");
    }

    private static List<String> versions(String readme) {
        return Pattern.compile("<version>(.*?)</version>")
                .matcher(readme)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void quickStart_isWhatTheConsumerPlays() throws IOException {
        Path consumer = Path.of("..", "consumers", "maven");
        String program = Files.readString(consumer.resolve("src/main/java/com/example/game/QuickStart.java"));
        String quickStart = blocks(Pages.README).get(0);
        List<String> steps =
                quickStart.lines().filter(line -> line.startsWith("    ")).toList();
        assertTrue(steps.size() > 5 && steps.get(0).contains("listForPlayer()"), quickStart);
        assertTrue(program.contains(String.join("\n        ", steps)), "the consumer plays another quick start");
    }

    @Test
    void consumers_takeTheVersionOfThisBuild() throws IOException {
        try (Stream<Path> consumers = Files.list(Path.of("..", "consumers"))) {
            for (Path pom : consumers
                    .map(each -> each.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList()) {
                assertTrue(Files.readString(pom).contains(">" + version() + "<"), pom + " takes another version");
            }
        }
    }

    private static String version() throws IOException {
        Matcher parent = Pattern.compile("<artifactId>kraty-parent</artifactId>\\s*<version>(.*?)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(parent.find());
        return parent.group(1);
    }

    private static List<String> blocks(Path page) {
        List<String> methods = new ArrayList<>();
        Matcher block = BLOCK.matcher(Pages.text(page));
        while (block.find()) {
            if (!"from".equals(block.group(1)) && block.group(3).equals("java")) {
                String parameters = block.group(2) == null ? "" : block.group(2);
                methods.add(Snippets.method(methods.size(), parameters, block.group(4)));
            }
        }
        return methods;
    }

    private String problems(List<String> methods) {
        return Snippets.problems(methods, Object.class, classes);
    }
}
