package io.kraty.benchmark.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to measure.
 *
 * @param isLong whether there is time, or whether a look is enough
 * @param java the {@code java} to measure with, which is not the one that writes the report
 */
public record Setting(boolean isLong, Path java) {
    /** How often everything is measured. */
    public int rounds() {
        return isLong ? 5 : 3;
    }

    /**
     * Runs a program of this class path in a process of its own.
     *
     * @return the lines that it printed
     * @throws IllegalStateException if it failed; with what it printed
     */
    public List<String> run(Class<?> main, List<String> jvmArguments, String... arguments)
            throws IOException, InterruptedException {
        return run(System.getProperty("java.class.path"), main, jvmArguments, arguments);
    }

    /** The same with another class path. */
    public List<String> run(String classPath, Class<?> main, List<String> jvmArguments, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(jvmArguments);
        command.add("-cp");
        command.add(classPath);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getName() + " failed:\n" + said);
        }
        return said.lines().toList();
    }
}
