package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.Grant;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyNetworkException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CollectAllFailuresTest {
    private static String[] rewards(int count) {
        return IntStream.range(0, count).mapToObj(i -> "r" + i + ":reward").toArray(String[]::new);
    }

    @Test
    void oneThatFails_doesNotStopTheOthers() throws Exception {
        try (GrantServer server = GrantServer.collecting(
                        exchange -> {
                            switch (GrantServer.grantOf(exchange.request())) {
                                case "c1" -> exchange.error(404, "not_found");
                                case "r2" -> exchange.error(503, "internal_error");
                                case "r3" -> exchange.drop();
                                default -> GrantServer.accept(exchange);
                            }
                        },
                        "r1:reward",
                        "c1:crate",
                        "r2:reward",
                        "c2:crate",
                        "r3:reward",
                        "r4:reward");
                Kraty kraty = CollectAllTest.open(server.url())) {
            CollectAllResult result = kraty.grants().collectAll();

            assertEquals(
                    List.of("r1", "r4"),
                    result.claimed().stream().map(Grant::id).toList());
            assertEquals("c2", result.opened().get(0).crate().id());
            assertTrue(result.hasFailures());
            assertEquals(6, result.processed());
            assertEquals(
                    List.of("c1", "r2", "r3"),
                    result.failures().stream()
                            .map(failure -> failure.grant().id())
                            .toList());
            assertTrue(assertInstanceOf(
                            KratyApiException.class, result.failures().get(0).error())
                    .isNotFound());
            assertEquals(
                    503,
                    assertInstanceOf(
                                    KratyApiException.class,
                                    result.failures().get(1).error())
                            .status());
            assertInstanceOf(
                    KratyNetworkException.class, result.failures().get(2).error());
        }
    }

    @Test
    void afterARefusedSecret_noFurtherCallIsMade() throws Exception {
        // All that are under way meet before the first is refused, so that their number is certain.
        CountDownLatch underWay = new CountDownLatch(4);
        try (GrantServer server = GrantServer.collecting(
                        exchange -> {
                            underWay.countDown();
                            underWay.await(20, TimeUnit.SECONDS);
                            exchange.error(401, "player_secret_invalid");
                        },
                        rewards(20));
                Kraty kraty = CollectAllTest.open(server.url())) {
            CollectAllResult result = kraty.grants().collectAll();

            assertEquals(4, server.writes().size());
            assertEquals(20, result.failures().size());
            assertEquals("r0", result.failures().get(0).grant().id());
            assertEquals("r19", result.failures().get(19).grant().id());
            for (CollectAllResult.Failure failure : result.failures()) {
                assertEquals(
                        401,
                        assertInstanceOf(KratyApiException.class, failure.error())
                                .status());
            }
        }
    }

    @Test
    void afterARefusedSecretAtACrate_noRewardIsClaimed() throws Exception {
        try (GrantServer server = GrantServer.collecting(
                        exchange -> exchange.error(401, "player_secret_invalid"), "r1:reward", "c1:crate");
                Kraty kraty = CollectAllTest.open(server.url())) {
            CollectAllResult result = kraty.grants().collectAll();

            assertEquals(1, server.writes().size());
            assertEquals(
                    List.of("c1", "r1"),
                    result.failures().stream()
                            .map(failure -> failure.grant().id())
                            .toList());
        }
    }
}
