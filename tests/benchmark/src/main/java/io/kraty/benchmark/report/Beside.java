package io.kraty.benchmark.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program of this class path that runs beside what is measured, in a process of its own: a server, so that what it allocates
 * and compiles is not taken for the client's. It prints one line when it is ready, and is ended by {@link #close}, or with this
 * process when its standard input ends ({@link #untilTold}).
 */
public final class Beside implements AutoCloseable {
    // A small heap and one compiler: it is warm after a moment, and has little to collect.
    private static final List<String> LEAN = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final List<String> words;

    /** Starts {@code main} on the JDK of this process, and waits until it is ready. */
    public static Beside start(Class<?> main) throws IOException {
        return start(main, List.of());
    }

    /** The same for one that does next to nothing, and has to be warm at once. */
    public static Beside startLean(Class<?> main) throws IOException {
        return start(main, LEAN);
    }

    private static Beside start(Class<?> main, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
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
