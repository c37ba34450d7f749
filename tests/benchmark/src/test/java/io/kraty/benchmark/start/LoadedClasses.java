package io.kraty.benchmark.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The classes that a program of the tests' class path loads from its start to its end, in order.
 *
 * @param names of classes
 * @param said what the program printed
 */
public record LoadedClasses(List<String> names, String said) {
    /** Runs {@code main}, and keeps a log in {@code folder}. */
    public static LoadedClasses of(Class<?> main, Path folder, String... arguments) throws Exception {
        Path log = folder.resolve(
                main.getSimpleName() + String.join("-", arguments).hashCode() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load=info:file=" + log.getFileName() + ":none",
                "-cp",
                absolute(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        List<String> names = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        return new LoadedClasses(names, said);
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(classPath.split(File.pathSeparator))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .toList());
    }
}
