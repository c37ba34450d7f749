package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class MainTest {
    @TempDir
    private Path directory;

    @Test
    void standardOutput_isOneLine_andTheRestGoesToStandardError() throws Exception {
        try (Child child = Child.main(directory, "--seed", "7")) {
            JsonObject ready = child.ready();
            assertEquals(Set.of("baseUrl", "apiKey"), ready.keySet());
            ControlClient client = new ControlClient(ready.get("baseUrl").getAsString());
            String key = "Bearer " + ready.get("apiKey").getAsString();
            client.send("GET", "/sdk/v1/ping", "", "Authorization", key).expect(200);
            assertEquals(7, client.get("/sandbox/state").expect(200).number("seed"));
            child.terminate();
            assertEquals("", child.out());
            assertTrue(child.err().contains(ready.get("baseUrl").getAsString() + "/"), child.err());
            assertTrue(child.err().contains(" 200 GET /sdk/v1/ping\n"), child.err());
        }
    }

    @Test
    void terminated_endsStreamsProperly_withExitCode0() throws Exception {
        try (Child child = Child.main(directory, "--quiet")) {
            JsonObject ready = child.ready();
            ControlClient client = new ControlClient(ready.get("baseUrl").getAsString());
            String secret = client.post("/sandbox/players/ana/register").text("secret");
            HttpResponse<Stream<String>> stream = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(client.baseUrl() + "/sdk/v1/players/ana/inventory/stream"))
                                    .header(
                                            "Authorization",
                                            "Bearer " + ready.get("apiKey").getAsString())
                                    .header("X-Player-Secret", secret)
                                    .build(),
                            BodyHandlers.ofLines());
            assertEquals(200, stream.statusCode());
            Iterator<String> lines = stream.body().iterator();
            assertEquals("event: ready", lines.next());
            child.terminate();
            // A stream that breaks off throws here.
            lines.forEachRemaining(line -> assertNotEquals("event: error", line));
            assertEquals(0, child.exitCode());
            assertFalse(child.err().contains("GET"), child.err());
        }
    }

    @Test
    void clock_standsStillWhereItWasTold() throws Exception {
        try (Child child = Child.main(directory, "--clock", "2026-03-01T12:00:00Z")) {
            ControlClient client =
                    new ControlClient(child.ready().get("baseUrl").getAsString());
            Reply clock = client.get("/sandbox/clock");
            assertEquals("2026-03-01T12:00:00Z", clock.text("now"));
            assertTrue(clock.at("frozen").getAsBoolean());
        }
    }

    @Test
    void example_isAGameThatCanBePlayed() throws Exception {
        Path file = directory.resolve("game.yaml");
        try (Child child = Child.main(directory, "--example")) {
            Files.writeString(file, child.out().replaceFirst("(?m)^game: .*$", "game: Kingdom of Ants"));
            assertEquals(0, child.exitCode());
        }
        try (Child child = Child.main(directory, "--game", "game.yaml")) {
            ControlClient client =
                    new ControlClient(child.ready().get("baseUrl").getAsString());
            assertEquals("Kingdom of Ants", client.get("/sandbox/state").text("game.name"));
        }
    }

    @Test
    void wrongGame_isExplained_withExitCode2() throws Exception {
        Files.writeString(directory.resolve("game.yaml"), "game: [1]\n");
        assertRefused(2, "game.yaml:1:", "--game", "game.yaml");
        assertRefused(2, "--game must be a file that can be read, was nowhere.yaml", "--game", "nowhere.yaml");
    }

    @Test
    void trouble_comesFromFilesAndFromTheLineItself() throws Exception {
        Files.writeString(directory.resolve("trouble.yaml"), "- {on: ping, times: 2, effect: {status: 500}}\n");
        try (Child child =
                Child.main(directory, "--trouble", "trouble.yaml", "--trouble", "{on: getCatalog, delay: 1ms}")) {
            ControlClient client =
                    new ControlClient(child.ready().get("baseUrl").getAsString());
            assertEquals(
                    List.of("ping", "getCatalog"),
                    client.get("/sandbox/trouble").texts("trouble", "on"));
            client.get("/sdk/v1/ping").expectError(500, "internal_error");
        }
    }

    @Test
    void wrongTrouble_isExplained_withExitCode2() throws Exception {
        assertRefused(2, "--trouble:1:6: on: there is no operation", "--trouble", "{on: pong}");
        assertRefused(2, "--trouble must be a file that can be read, or trouble such as", "--trouble", "none.yaml");
    }

    @Test
    void wrongOption_isExplained_withExitCode2() throws Exception {
        String err = assertRefused(2, "There is no option --prot.", "--prot", "1");
        assertEquals("kraty-sandbox: There is no option --prot.\nTry --help.\n", err);
    }

    @Test
    void takenPort_isExplained_withExitCode1() throws Exception {
        try (KratySandbox other = KratySandbox.start()) {
            String port = Integer.toString(other.port());
            assertRefused(1, "cannot listen on port " + port, "--port", port);
        }
    }

    @Test
    void helpAndVersion_goToStandardOutput() throws Exception {
        try (Child help = Child.main(directory, "--help");
                Child version = Child.main(directory, "--version")) {
            assertTrue(help.out().startsWith("Usage: java -jar "));
            assertEquals(0, help.exitCode());
            assertTrue(version.out().matches("kraty-sandbox \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n"));
            assertEquals(0, version.exitCode());
        }
    }

    /** Nothing on standard output: whoever waits for the line gets its end instead. */
    private String assertRefused(int code, String message, String... arguments) throws Exception {
        try (Child child = Child.main(directory, arguments)) {
            assertEquals("", child.out());
            assertEquals(code, child.exitCode());
            assertTrue(child.err().contains(message), child.err());
            return child.err();
        }
    }
}
