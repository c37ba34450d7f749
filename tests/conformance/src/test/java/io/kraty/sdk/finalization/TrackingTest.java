package io.kraty.sdk.finalization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.live.FinalizationResult;
import io.kraty.sdk.store.FileMembershipStore;
import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.Background;
import io.kraty.sdk.wire.Warnings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept, when, and where. */
class TrackingTest {
    @TempDir
    Path directory;

    private final Device device = new Device();

    @AfterEach
    void stop() {
        device.close();
    }

    @Test
    void board_isKeptBeforeTheCallReturnsAndOnlyOnce() {
        Kraty kraty = device.launch();
        String board = kraty.events().start("coin_rush").leaderboardId();
        Map<String, String> kept = device.memberships.content();
        assertTrue(kept.toString().contains(board), kept::toString);
        String name = kept.keySet().iterator().next();
        assertTrue(name.contains(kraty.activeExternalPlayerId().orElseThrow()), name);
        assertTrue(name.contains("@127.0.0.1:" + device.sandbox.port()), name);

        kraty.events().start("coin_rush");
        kraty.leaderboards().submitScore("weekly_score", 1);
        kraty.leaderboards().submitScore("weekly_score", 2);
        assertEquals(List.of(name, name), device.memberships.updates(), "one for each board");
    }

    @Test
    void defaultStore_isAFileBesideThatOfThePlayer() throws Exception {
        KratyClientOptions.Builder options = KratyClientOptions.builder()
                .apiKey(device.sandbox.apiKey())
                .baseUrl(device.sandbox.baseUrl())
                .dataDirectory(directory);
        String board = device.launch(options).events().start("coin_rush").leaderboardId();
        List<String> files = files();
        assertEquals(2, files.size(), files::toString);
        assertEquals("boards-" + files.get(1), files.get(0));
        assertTrue(Files.readString(directory.resolve(files.get(0))).contains(board));

        device.sandbox.finalizeBoard(board);
        assertEquals(1, device.launch(options).checkFinalizations().size());
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void noPlaceForTheDefaultStore_isOneWarningAndLastsForTheSession() throws Exception {
        Path file = Files.createFile(directory.resolve("not-a-directory"));
        try (Warnings warnings = Warnings.of("io.kraty.sdk.store")) {
            Kraty kraty = device.launch(KratyClientOptions.builder()
                    .apiKey(device.sandbox.apiKey())
                    .baseUrl(device.sandbox.baseUrl())
                    .secretStore(new FileSecretStore(directory.resolve("player.json")))
                    .dataDirectory(file));
            device.sandbox.finalizeBoard(kraty.events().start("coin_rush").leaderboardId());
            kraty.events().start("endless_run");
            assertEquals(1, kraty.checkFinalizations().size());

            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
            assertTrue(warnings.texts().get(0).contains("membershipStore"), warnings.texts()::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("io.kraty.sdk.wire.Undeclared#ofEachKind")
    void storeThatFails_isOneWarningAndNoCallIsLost(Throwable problem) {
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            Kraty kraty = device.launch(device.options().membershipStore(new BrokenStore(problem)));
            assertNotNull(kraty.events().start("coin_rush").attempt());
            assertEquals(7, kraty.leaderboards().submitScore("weekly_score", 7).score());
            assertTrue(kraty.leaderboards().join("weekly_score").joined());
            assertEquals(List.of(), kraty.checkFinalizations());
            assertEquals(0, kraty.clearReported());

            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
            assertTrue(warnings.texts().get(0).contains("the disk is broken"), warnings.texts()::toString);
        }
    }

    /** A newer version may have written it. */
    @Test
    void entryThatIsNotUnderstood_costsNoOther() {
        String board = device.launch().events().start("coin_rush").leaderboardId();
        String name = device.memberships.content().keySet().iterator().next();
        device.memberships.update(name, text -> text.replaceFirst("\\[", "[{\"what\":\"new\"},"));
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            Kraty next = device.launch();
            next.events().start("endless_run");
            device.sandbox.finalizeBoard(board);

            assertEquals("coin_rush", next.checkFinalizations().get(0).eventKey());
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
        }
    }

    @Test
    void damagedText_isOneWarningAndTrackingGoesOn() {
        Kraty kraty = device.launch();
        kraty.events().start("coin_rush");
        String name = device.memberships.content().keySet().iterator().next();
        device.memberships.update(name, text -> "[{\"board\":\"x\"}");
        try (Warnings warnings = Warnings.of("io.kraty.sdk.finalization")) {
            Kraty next = device.launch();
            String board = next.events().start("endless_run").leaderboardId();
            device.sandbox.finalizeBoard(board);
            List<FinalizationResult> found = next.checkFinalizations();

            assertEquals(1, found.size());
            assertEquals("endless_run", found.get(0).eventKey());
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
        }
    }

    @Test
    void interruptWhileItIsKept_losesNeitherTheAnswerNorTheBoard() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        ListedStore store = new ListedStore() {
            @Override
            public void update(String name, UnaryOperator<String> change) {
                arrived.countDown();
                if (Thread.currentThread().getName().equals("background")) {
                    try {
                        TimeUnit.SECONDS.sleep(60);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("interrupted", e);
                    }
                }
                super.update(name, change);
            }
        };
        Kraty kraty = device.launch(device.options().membershipStore(store));
        List<Boolean> interrupted = new ArrayList<>();
        Background<String> starting = Background.of(() -> {
            String board = kraty.events().start("coin_rush").leaderboardId();
            interrupted.add(Thread.interrupted());
            return board;
        });
        assertTrue(arrived.await(60, TimeUnit.SECONDS));
        starting.thread().interrupt();

        String board = starting.result();
        assertEquals(List.of(true), interrupted);
        Await.until("it is kept", () -> store.content().toString().contains(board));
    }

    @Test
    void playersKeptInMemory_leaveNothingOnDisk() throws Exception {
        KratyClientOptions.Builder options = KratyClientOptions.builder()
                .apiKey(device.sandbox.apiKey())
                .baseUrl(device.sandbox.baseUrl())
                .secretStore(new io.kraty.sdk.store.InMemorySecretStore())
                .dataDirectory(directory);
        device.launch(options).events().start("coin_rush");

        assertEquals(List.of(), files());
    }

    @Test
    void files_areSharedByAllWhoUseThem() throws Exception {
        Path file = directory.resolve("boards.json");
        List<Background<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String line = i + ";";
            writers.add(Background.of(() -> {
                FileMembershipStore store = new FileMembershipStore(file);
                for (int j = 0; j < 10; j++) {
                    store.update("name", text -> (text == null ? "" : text) + line);
                }
                return null;
            }));
        }
        for (Background<Void> writer : writers) {
            writer.result();
        }
        FileMembershipStore store = new FileMembershipStore(file);
        assertEquals(80, store.read("name").length());
        store.update("name", text -> null);
        assertEquals(null, store.read("name"));
        assertFalse(store.toString().contains(";"));
        assertTrue(store.toString().contains("boards.json"));
    }
}
