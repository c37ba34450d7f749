package io.kraty.benchmark.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A {@link Canned} server in a process of its own, so that what it allocates and compiles is not taken for the client's. */
final class Elsewhere implements AutoCloseable {
    private final Process process;
    private final String url;

    Elsewhere() throws IOException {
        // A small heap and one compiler: it is warm after a moment, and has little to collect.
        process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Canned.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("the server did not start");
        }
        url = line;
    }

    String url() {
        return url;
    }

    /** It ends with its input. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
