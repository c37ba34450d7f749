package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, the way a CI of any game runs it. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final Path err;

    private Child(Process process, Path err) {
        this.process = process;
        this.err = err;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs the classes under test. */
    static Child main(Path directory, String... arguments) throws IOException {
        return start(directory, List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()), arguments);
    }

    /** Runs a jar. */
    static Child jar(Path directory, Path jar, String... arguments) throws IOException {
        return start(directory, List.of("-jar", jar.toString()), arguments);
    }

    private static Child start(Path directory, List<String> what, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(what);
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(directory, "err", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(err.toFile())
                .start();
        return new Child(process, err);
    }

    /** Waits for the line that says it is ready. */
    JsonObject ready() throws IOException {
        String line = out.readLine();
        assertTrue(line != null, err());
        return JsonParser.parseString(line).getAsJsonObject();
    }

    /** Tells it to end, with SIGTERM. */
    void terminate() {
        // Not the process itself: that would also stop listening to it.
        process.toHandle().destroy();
    }

    /** Waits for it to end. */
    int exitCode() throws InterruptedException, IOException {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> "still running");
        return process.exitValue();
    }

    /** What is still to come on standard output; waits for its end. */
    String out() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int next = out.read(); next >= 0; next = out.read()) {
            rest.append((char) next);
        }
        return rest.toString();
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
