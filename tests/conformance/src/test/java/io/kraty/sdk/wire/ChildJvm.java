package io.kraty.sdk.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another process with the same class path. */
public final class ChildJvm {
    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static ChildJvm run(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** With so little memory that what is kept without bound does not fit. */
    public static ChildJvm withSmallHeap(Class<?> main, String... arguments) throws IOException {
        return start(List.of("-Xmx96m"), main, arguments);
    }

    /** For many in a row: it starts as fast as it can, and needs little. */
    public static ChildJvm shortLived(Class<?> main, String... arguments) throws IOException {
        return start(List.of("-Xmx64m", "-Xshare:auto", "-XX:+UseSerialGC"), main, arguments);
    }

    private static ChildJvm start(List<String> options, Class<?> main, String... arguments) throws IOException {
        return start(
                options,
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main,
                arguments);
    }

    static ChildJvm start(List<String> options, String classPath, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.add("--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED"); // for EveryThread
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Lets a child go on that waits for a line. */
    public ChildJvm say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** The next line it prints. */
    public String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new AssertionError("the child says no more");
        }
        return line;
    }

    /** Ends it on the spot, whatever it is doing. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** How it ended. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the child never ended");
        }
        return process.exitValue();
    }

    /** What it printed and nobody read yet, once it has ended. */
    public String output() throws IOException, InterruptedException {
        String text = output.lines().collect(Collectors.joining("\n")).trim();
        exitCode();
        return text;
    }
}
