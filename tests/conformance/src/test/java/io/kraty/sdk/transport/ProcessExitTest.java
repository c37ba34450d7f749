package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.LeaderboardStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that forgets to close still ends. */
class ProcessExitTest {
    private static final String READY = "event: ready\ndata: {}\n\n";

    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @ParameterizedTest
    @ValueSource(strings = {"call", "stream"})
    void main_thatForgetsToClose_endsByItself(String what) throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(what.equals("call") ? ScriptedServer.json(200, "{\"data\":[]}") : openStream(server));
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Forgetful.class.getName(),
                            server.url(),
                            what)
                    .redirectErrorStream(true)
                    .start();
            try {
                boolean ended = child.waitFor(60, TimeUnit.SECONDS);

                assertTrue(ended, "still running");
                String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(0, child.exitValue(), said);
                assertTrue(said.contains("done " + what), said);
            } finally {
                child.destroyForcibly();
            }
        }
    }

    private static ScriptedServer.Step openStream(ScriptedServer server) {
        return (request, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + READY);
            server.stall(200, "").answer(request, out);
        };
    }

    /** What runs in the other process. */
    static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] args) throws InterruptedException {
            Kraty kraty = new Kraty(
                    TestOptions.signedIn(args[0], FakeTiming.flowing()).build());
            if (args[1].equals("call")) {
                try {
                    kraty.events().listForPlayer();
                } catch (KratyApiException e) {
                    throw new IllegalStateException(e);
                }
            } else {
                LeaderboardStream stream = kraty.leaderboards().live("8f14e45f-ceea-467f-a0e6-5d1b7c3a9e21");
                stream.iterator().next();
            }
            System.out.println("done " + args[1]);
        }
    }
}
