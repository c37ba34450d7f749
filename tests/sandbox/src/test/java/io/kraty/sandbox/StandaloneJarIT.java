package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar that needs nothing but a Java runtime. */
@Timeout(120)
class StandaloneJarIT {
    private static final Path JAR = Path.of(Objects.requireNonNull(System.getProperty("kraty.standalone")));

    @TempDir
    private Path directory;

    @Test
    void jar_serves_withNothingBesideIt() throws Exception {
        Files.writeString(directory.resolve("game.yaml"), "game: Kingdom of Ants\n");
        try (Child child = Child.jar(
                directory, JAR, "--game", "game.yaml", "--trouble", "{on: getCatalog, effect: {status: 500}}")) {
            JsonObject ready = child.ready();
            ControlClient client = new ControlClient(ready.get("baseUrl").getAsString());
            String key = "Bearer " + ready.get("apiKey").getAsString();
            client.send("GET", "/sdk/v1/ping", "", "Authorization", key).expect(200);
            client.get("/sdk/v1/catalog").expect(500);
            assertEquals("Kingdom of Ants", client.get("/sandbox/state").text("game.name"));
            assertTrue(client.get("/").expect(200).body().contains("Kraty sandbox"));
            child.terminate();
            assertEquals("", child.out());
            assertEquals(0, child.exitCode());
        }
    }

    @Test
    void jar_saysItsVersion() throws Exception {
        try (Child child = Child.jar(directory, JAR, "--version")) {
            assertEquals("kraty-sandbox " + System.getProperty("kraty.version") + "\n", child.out());
        }
    }

    @Test
    void jar_hasWhatItNeeds_andNothingElse() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .toList();
            Set<String> packages = names.stream()
                    .map(name -> name.split("/"))
                    .map(parts -> parts.length < 3 ? parts[0] : parts[0] + "/" + parts[1] + "/" + parts[2])
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    Set.of("META-INF", "com/google/gson", "io/kraty/api", "io/kraty/sandbox", "org/snakeyaml/engine"),
                    packages);
            assertEquals(
                    List.of(),
                    names.stream().filter(name -> name.contains("/junit/")).toList());
            assertEquals(
                    Set.of(
                            "META-INF/MANIFEST.MF",
                            "META-INF/LICENSE.txt",
                            "META-INF/LICENSE-Apache-2.0.txt",
                            "META-INF/NOTICE.txt"),
                    names.stream().filter(name -> name.startsWith("META-INF")).collect(Collectors.toSet()));
        }
    }
}
