package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.Warnings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultStoreTest {
    @TempDir
    Path directory;

    private TinyServer server;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(ScriptedRegistrations::acceptOrEmpty);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private String playerOf(String apiKey, String host, Path place) {
        try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .apiKey(apiKey)
                .baseUrl(server.url().replace("127.0.0.1", host))
                .dataDirectory(place)
                .build())) {
            kraty.inventory().list();
            return kraty.activeExternalPlayerId().orElseThrow();
        }
    }

    @Test
    void playerIsThereAtTheNextLaunch_oneFilePerEnvironment() throws Exception {
        String first = playerOf(PlayTestOptions.API_KEY, "127.0.0.1", directory);

        assertEquals(first, playerOf(PlayTestOptions.API_KEY, "127.0.0.1", directory));
        assertNotEquals(first, playerOf("kraty_sdk_live.other", "127.0.0.1", directory));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    2, files.filter(file -> file.toString().endsWith(".json")).count());
        }
    }

    @Test
    void fileNames_doNotGiveTheKeyAway() throws Exception {
        playerOf("kraty_sdk_test.the-secret-part", "127.0.0.1", directory);
        playerOf("key-without-a-prefix", "127.0.0.1", directory);

        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String all = file + Files.readString(file);
                assertTrue(!all.contains("the-secret-part") && !all.contains("key-without-a-prefix"), all);
            }
        }
    }

    @Test
    void placeThatCannotBeWritten_meansInMemoryWithOneWarning() throws Exception {
        // A file where the directory should be stops everybody, also an administrator.
        Path blocked = Files.createFile(directory.resolve("file")).resolve("below");
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store");
                Warnings identity = Warnings.of("io.kraty.sdk.identity")) {
            String first = playerOf(PlayTestOptions.API_KEY, "127.0.0.1", blocked);

            assertEquals(1, warnings.texts().size(), warnings.texts().toString());
            assertTrue(identity.texts().isEmpty(), identity.texts().toString());
            assertNotEquals(first, playerOf(PlayTestOptions.API_KEY, "127.0.0.1", blocked));
        }
    }
}
