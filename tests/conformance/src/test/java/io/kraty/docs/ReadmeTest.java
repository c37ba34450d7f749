package io.kraty.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java of the READMEs is compiled as it stands. A comment {@code <!-- with: … -->} before a block names what the block takes
 * for granted, as a parameter list. A block after {@code <!-- from: … -->} is a quotation from that file instead.
 */
class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path SANDBOX = Path.of("..", "sandbox", "README.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (with|from): (.*?) -->\\n)?```(java|js)\\n(.*?)```", Pattern.DOTALL);
    private static final List<String> IMPORTS = List.of(
            "java.util.concurrent.TimeUnit",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.CompletionException",
            "javax.swing.SwingUtilities",
            "io.kraty.docs.engines.*",
            "io.kraty.sdk.*",
            "io.kraty.sdk.error.*",
            "io.kraty.sdk.live.*",
            "io.kraty.sdk.request.*",
            "io.kraty.sdk.store.*",
            "io.kraty.api.*",
            "io.kraty.api.model.*",
            "io.kraty.api.runtime.*",
            "io.kraty.sandbox.*",
            "io.kraty.sandbox.junit.*",
            "java.nio.file.Path",
            "java.time.*",
            "java.util.*",
            "okhttp3.OkHttpClient",
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.extension.ExtendWith",
            "static org.junit.jupiter.api.Assertions.*");

    @TempDir
    private Path classes;

    private static List<Path> quoting() {
        return List.of(Path.of("..", "..", ".github", "CONTRIBUTING.md"), SANDBOX);
    }

    private static List<Path> readmes() {
        return List.of(README, SANDBOX);
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void everyJavaBlock_compilesWithoutWarnings(Path readme) throws IOException {
        List<String> blocks = blocks(readme);
        assertTrue(blocks.size() >= 3, "the pattern finds the README's blocks, found " + blocks.size());
        assertEquals("", compile(source(blocks)));
    }

    @Test
    void aBlockThatDoesNotCompile_isFound() {
        assertFalse(
                compile(source(List.of("void block() { Kraty.create(1); }"))).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("quoting")
    void everyQuotation_standsInItsFile(Path readme) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(readme));
        int quotations = 0;
        while (block.find()) {
            if ("from".equals(block.group(1))) {
                quotations++;
                String file = Files.readString(readme.resolveSibling(block.group(2)));
                String quotation = block.group(4);
                assertTrue(
                        file.contains(quotation) || file.contains(quotation.replaceAll("(?m)^(?=.)", "    ")),
                        () -> "not in " + block.group(2));
            }
        }
        assertTrue(quotations > 0, "the pattern finds the README's quotations");
    }

    @Test
    void theVersionToInstall_isTheVersionOfThisBuild() throws IOException {
        String readme = Files.readString(README);
        String version = version();
        assertEquals(List.of(version, version), versions(readme), "the Maven snippets: the SDK, the sandbox");
        String sandbox = Files.readString(SANDBOX);
        assertTrue(sandbox.contains("<version>" + version + "</version>"), "the sandbox's Maven snippet");
        assertTrue(sandbox.contains("kraty-sandbox-" + version + "-standalone.jar"), "the sandbox's jar");
        assertTrue(readme.contains("io.kraty:kraty-sdk:" + version + "\""), "the Gradle snippet");
        assertTrue(readme.contains("io.kraty:kraty-sandbox:" + version + "\""), "the sandbox's Gradle snippet");
        assertTrue(readme.contains("kraty-sandbox-" + version + "-standalone.jar"), "the sandbox's jar");
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
        String quickStart = blocks(README).get(0);
        List<String> steps =
                quickStart.lines().filter(line -> line.startsWith("    ")).toList();
        assertTrue(steps.size() > 5 && steps.get(0).contains("listForPlayer()"), quickStart);
        assertTrue(program.contains(String.join("\n        ", steps)), "the consumer plays another quick start");
        assertTrue(
                Files.readString(consumer.resolve("pom.xml")).contains("<version>" + version() + "</version>"),
                "the consumer takes another version");
    }

    private static String version() throws IOException {
        Matcher parent = Pattern.compile("<artifactId>kraty-parent</artifactId>\\s*<version>(.*?)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(parent.find());
        return parent.group(1);
    }

    private static List<String> blocks(Path readme) throws IOException {
        List<String> methods = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(readme));
        while (block.find()) {
            if (!"from".equals(block.group(1)) && block.group(3).equals("java")) {
                String parameters = block.group(2) == null ? "" : block.group(2);
                methods.add("void block" + methods.size() + "(" + parameters + ") throws Exception {\n" + block.group(4)
                        + "}");
            }
        }
        return methods;
    }

    private static String source(List<String> methods) {
        StringBuilder source = new StringBuilder();
        IMPORTS.forEach(name -> source.append("import ").append(name).append(";\n"));
        return source.append("class Readme {\n")
                .append(String.join("\n", methods))
                .append("\n}\n")
                .toString();
    }

    private String compile(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Readme.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        // What the test runs with; the plain class path may be one jar that points to it.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        // try: the quick start shows resources that it does not use by name.
        List<String> options =
                List.of("-Xlint:all,-try,-processing", "-proc:none", "-cp", classPath, "-d", classes.toString());
        StringWriter problems = new StringWriter();
        compiler.getTask(problems, null, null, options, null, List.of(file)).call();
        return problems.toString();
    }
}
