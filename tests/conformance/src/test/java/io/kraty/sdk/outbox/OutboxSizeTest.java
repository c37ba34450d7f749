package io.kraty.sdk.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.live.OutboxEntry;
import io.kraty.sdk.live.OutboxResult.Refused;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.store.FileOutboxStore;
import io.kraty.sdk.wire.Await;
import io.kraty.sdk.wire.TinyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much somebody answers, what is kept of it is small, and costs no other write its place. */
class OutboxSizeTest {
    // Each is six characters where it is kept, and seven in a file.
    private static final String HUGE = "\u0001".repeat(12 << 20);

    @TempDir
    Path directory;

    private final Tunnel tunnel = new Tunnel();
    private final HeardOutbox heard = new HeardOutbox();

    @AfterEach
    void end() {
        tunnel.close();
    }

    private Kraty launch(TinyServer server) {
        return tunnel.launch(TestOptions.signedIn(server.url(), tunnel.timing)
                .retry(KratyRetryConfig.none())
                .outboxStore(new FileOutboxStore(directory.resolve("outbox.json"))));
    }

    /** Every file there is, with its size. */
    private Map<String, Long> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), file -> file.toFile().length()));
        }
    }

    private void assertSmall() throws IOException {
        Map<String, Long> files = files();
        assertTrue(files.values().stream().allMatch(size -> size < 64 << 10), files::toString);
        assertTrue(files.keySet().stream().noneMatch(name -> name.contains("damaged")), files::toString);
    }

    @Test
    void refusalOfManyMegabytes_endsItsOwnWriteAlone() throws Exception {
        String refusal = "{\"error\":{\"code\":\"validation_failed\",\"message\":\"" + HUGE + "\"}}";
        try (TinyServer server = TinyServer.answering(asked -> {
            if (asked.request().body().contains("\"amount\":1,")) {
                asked.json(400, refusal);
            } else {
                asked.error(400, "validation_failed");
            }
        })) {
            Kraty kraty = launch(server);
            kraty.pause();
            for (int amount = 1; amount <= 3; amount++) {
                Writes.debit(kraty, amount);
            }
            kraty.resume();
            Await.until("their ends", () -> kraty.outbox().pending().isEmpty());
            assertSmall();

            kraty.outbox().onResult(heard);

            Await.until("the results", () -> heard.all().size() == 3);
            Refused first = assertInstanceOf(Refused.class, heard.all().get(0));
            assertEquals(4001, first.error().message().length());
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void codeOfManyMegabytes_isKeptInShort() throws Exception {
        String refusal = "{\"error\":{\"code\":\"" + HUGE + "\",\"message\":\"no\"}}";
        try (TinyServer server = TinyServer.answering(asked -> asked.json(401, refusal))) {
            Kraty kraty = launch(server);
            Writes.debit(kraty, 1);
            Await.until("its end", () -> kraty.outbox().pending().isEmpty());
            assertSmall();

            kraty.outbox().onResult(heard);

            Await.until("the result", () -> !heard.all().isEmpty());
            Refused refused = assertInstanceOf(Refused.class, heard.only());
            assertEquals(201, refused.error().rawCode().length());
        }
    }

    @Test
    void answerOfAMegabyte_isDone_andNotKept() throws Exception {
        String more = "x".repeat(1 << 20);
        String answer =
                "{\"data\":{\"economyKey\":\"gold\",\"balance\":95,\"applied\":true,\"more\":\"" + more + "\"}}";
        try (TinyServer server = TinyServer.answering(asked -> asked.json(200, answer))) {
            Kraty kraty = launch(server);
            Writes.debit(kraty, 1);
            Await.until("its end", () -> kraty.outbox().pending().isEmpty());
            assertSmall();

            kraty.outbox().onResult(heard);

            Await.until("the result", () -> !heard.all().isEmpty());
            assertNull(heard.done().answer());
        }
    }

    /** Also when they are few. */
    @Test
    void largeResults_giveWayToANewWrite_oldestFirst() throws Exception {
        Kraty kraty = tunnel.launchWithGold();
        String receipt = "x".repeat(1 << 20);
        OutboxEntry last = null;
        for (int i = 0; i < 5; i++) {
            last = kraty.outbox()
                    .trackPurchase(Writes.purchase("t" + i).toBuilder()
                            .receipt(receipt)
                            .build());
            tunnel.until("its end", () -> kraty.outbox().pending().isEmpty());
        }

        kraty.outbox().onResult(heard);

        tunnel.until("the results", () -> heard.all().size() == 3);
        assertEquals(last.key(), heard.keys().get(2));
        tunnel.until("nothing left", () -> tunnel.store.read(Names.of(tunnel.sandbox)) == null);
    }
}
