package io.kraty.benchmark.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program of this class path that runs beside what is measured, in a process of its own: a server. It prints one line when it
 * is ready, and is ended by {@link #close}, or with this process when its standard input ends ({@link #untilTold}).
 */
public final class Beside implements AutoCloseable {
    private final Process process;
    private final List<String> words;

    /** Starts {@code main} on the JDK of this process, and waits until it is ready. */
    public static Beside start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new Beside(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private Beside(Process process) throws IOException {
        this.process = process;
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the program beside ended before it was ready");
        }
        this.words = Arrays.asList(line.split(" ", -1));
    }

    /** What it said. */
    public List<String> words() {
        return words;
    }

    /** For the program: says that it is ready, and waits for its end. */
    public static void untilTold(String... words) throws IOException {
        System.out.println(String.join(" ", words));
        while (System.in.read() >= 0) {
            // whoever started it has nothing more to say
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
