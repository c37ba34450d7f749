package io.kraty.sdk.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.TestOptions;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.TinyServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is used again for answers of some size holds nothing of one that another sees. */
class AnswersSideBySideTest {
    private static final int CALLERS = 8;
    private static final int CALLS = 60;

    /** Around the sizes at which an answer is put together in another way; a character of it is two bytes. */
    @ParameterizedTest
    @ValueSource(ints = {10, 4_000, 4_096, 4_097, 20_000, 32_700, 32_768, 40_000})
    void isReadAsItWasSent_whateverItsSize(int characters) throws Exception {
        try (TinyServer server = server(characters);
                Kraty kraty = Kraty.create(
                        TestOptions.signedIn(server.url(), FakeTiming.flowing()).build())) {
            assertEquals(name("ann", characters), nameOf(kraty, "ann"));
            assertEquals(name("bo", characters), nameOf(kraty, "bo"));
        }
    }

    @Test
    void eachGetsItsOwn() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try (TinyServer server = server(6_000);
                Kraty kraty = Kraty.create(
                        TestOptions.signedIn(server.url(), FakeTiming.flowing()).build())) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                String player = "player_" + caller;
                all.add(callers.submit(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        assertEquals(name(player, 6_000), nameOf(kraty, player));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static TinyServer server(int characters) throws Exception {
        return TinyServer.answering(exchange -> {
            String player = exchange.request().player();
            exchange.json(
                    200,
                    "{\"data\":{\"wallet\":[{\"economyKey\":\"" + name(player, characters)
                            + "\",\"balance\":1,\"metadata\":{},"
                            + "\"createdAt\":\"2026-09-01T08:05:00.000Z\",\"updatedAt\":\"2026-09-01T08:05:00.000Z\"}]}}");
        });
    }

    private static String name(String player, int characters) {
        return player + "é".repeat(characters) + player;
    }

    private static String nameOf(Kraty kraty, String player) {
        return kraty.with(RequestOptions.as(player).playerSecret("secret-of-" + player))
                .wallet()
                .list()
                .get(0)
                .economyKey();
    }
}
