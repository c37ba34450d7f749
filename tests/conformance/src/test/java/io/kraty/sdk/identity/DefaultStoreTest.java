package io.kraty.sdk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.KratySandbox;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.wire.OneAddress;
import io.kraty.sdk.wire.Warnings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultStoreTest {
    @TempDir
    Path directory;

    private static final String TEST_KEY = "kraty_sdk_test.the-secret-part";
    private static final String LIVE_KEY = "kraty_sdk_live.other";
    private static final String KEY_WITHOUT_A_PREFIX = "key-without-a-prefix";

    private final KratySandbox test = KratySandbox.start();
    private final KratySandbox live =
            KratySandbox.builder().seed(2).liveKey(true).start();
    private final OneAddress platform =
            new OneAddress().key(TEST_KEY, test).key(LIVE_KEY, live).key(KEY_WITHOUT_A_PREFIX, test);

    @AfterEach
    void stop() {
        platform.close();
        test.close();
        live.close();
    }

    private String playerOf(String apiKey, Path place) {
        try (Kraty kraty = Kraty.create(KratyClientOptions.builder()
                .apiKey(apiKey)
                .baseUrl(platform.url())
                .timeout(Duration.ofSeconds(40))
                .dataDirectory(place)
                .build())) {
            kraty.inventory().list();
            return kraty.activeExternalPlayerId().orElseThrow();
        }
    }

    @Test
    void playerIsThereAtTheNextLaunch_oneFilePerEnvironment() throws Exception {
        String first = playerOf(TEST_KEY, directory);

        assertEquals(first, playerOf(TEST_KEY, directory));
        assertNotEquals(first, playerOf(LIVE_KEY, directory));
        assertEquals(List.of(first), test.players());
        assertEquals(1, live.players().size());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    2, files.filter(file -> file.toString().endsWith(".json")).count());
        }
    }

    @Test
    void fileNames_doNotGiveTheKeyAway() throws Exception {
        playerOf(TEST_KEY, directory);
        playerOf(KEY_WITHOUT_A_PREFIX, directory);

        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String all = file + Files.readString(file);
                assertTrue(!all.contains("the-secret-part") && !all.contains(KEY_WITHOUT_A_PREFIX), all);
            }
        }
    }

    @Test
    void placeThatCannotBeWritten_meansInMemoryWithOneWarning() throws Exception {
        // A file where the directory should be stops everybody, also an administrator.
        Path blocked = Files.createFile(directory.resolve("file")).resolve("below");
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store");
                Warnings identity = Warnings.of("io.kraty.sdk.identity")) {
            String first = playerOf(TEST_KEY, blocked);

            assertEquals(1, warnings.texts().size(), warnings.texts().toString());
            assertTrue(identity.texts().isEmpty(), identity.texts().toString());
            assertNotEquals(first, playerOf(TEST_KEY, blocked));
        }
    }
}
