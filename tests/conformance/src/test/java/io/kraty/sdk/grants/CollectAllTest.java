package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.Grant;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyApiException;
import io.kraty.sdk.KratyRetryConfig;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.RequestOptions;
import io.kraty.sdk.wire.FakeTiming;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CollectAllTest {
    static Kraty open(String url) {
        return Kraty.create(PlayTestOptions.at(url, FakeTiming.flowing())
                .activeExternalPlayerId("ann")
                .playerSecret("ps_of_ann")
                .retry(KratyRetryConfig.none())
                .build());
    }

    private static List<String> ids(List<Grant> grants) {
        return grants.stream().map(Grant::id).toList();
    }

    @Test
    void cratesComeFirst_andResultsAreInListOrder() throws Exception {
        try (GrantServer server = GrantServer.with("r1:reward", "c1:crate", "r2:reward", "c2:crate", "r3:reward");
                Kraty kraty = open(server.url())) {
            CollectAllResult result = kraty.grants().collectAll();

            assertEquals(
                    List.of("c1", "c2"),
                    result.opened().stream().map(opened -> opened.crate().id()).toList());
            assertEquals(List.of("r1", "r2", "r3"), ids(result.claimed()));
            assertEquals(5, result.processed());
            assertFalse(result.hasFailures());
            List<Received> writes = server.writes();
            assertEquals(5, writes.size());
            assertTrue(writes.subList(0, 2).stream()
                    .allMatch(write -> write.target().matches("/sdk/v1/players/ann/crates/c[12]/open")));
            assertTrue(writes.subList(2, 5).stream()
                    .allMatch(write -> write.target().matches("/sdk/v1/players/ann/grants/r[123]/claim")));
        }
    }

    @Test
    void unknownKind_isClaimed() throws Exception {
        try (GrantServer server = GrantServer.with("g1:gift");
                Kraty kraty = open(server.url())) {
            assertEquals(List.of("g1"), ids(kraty.grants().collectAll().claimed()));
            assertTrue(server.writes().get(0).target().endsWith("/grants/g1/claim"));
        }
    }

    @Test
    void whatIsLeftOut_goesOnWaiting() throws Exception {
        try (GrantServer server = GrantServer.with("r1:reward", "c1:crate", "r2:reward");
                Kraty kraty = open(server.url())) {
            CollectAllResult result =
                    kraty.grants().collectAll(grant -> grant.id().endsWith("1"), RequestOptions.none());

            assertEquals(2, result.processed());
            assertEquals(2, server.writes().size());
            assertTrue(
                    server.writes().stream().noneMatch(write -> write.target().contains("r2")));
        }
    }

    @Test
    void nothingPending_meansNothingDone() throws Exception {
        try (GrantServer server = GrantServer.with();
                Kraty kraty = open(server.url())) {
            assertEquals(0, kraty.grants().collectAll().processed());
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void everyWrite_hasAKeyOfItsOwn() throws Exception {
        try (GrantServer server = GrantServer.with("r1:reward", "c1:crate", "r2:reward");
                Kraty kraty = open(server.url())) {
            kraty.grants().collectAll(RequestOptions.none().idempotencyKey("mine"));

            Set<String> keys =
                    server.writes().stream().map(Received::idempotencyKey).collect(Collectors.toSet());
            assertEquals(3, keys.size());
            for (String key : keys) {
                assertNotNull(key);
                assertFalse(key.equals("mine"), "one key for all would make the second write a replay");
            }
        }
    }

    @Test
    void as_collectsForTheOtherPlayerWithTheirSecret() throws Exception {
        try (GrantServer server = GrantServer.with("r1:reward", "c1:crate");
                Kraty kraty = open(server.url())) {
            kraty.grants().collectAll(RequestOptions.as("bob").playerSecret("ps_of_bob"));
            for (Received request : server.requests()) {
                assertEquals("bob", request.player());
                assertEquals("ps_of_bob", request.header("X-Player-Secret"));
            }
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void listThatCannotBeRead_isThrown() throws Exception {
        try (TinyServer server = TinyServer.answering(exchange -> exchange.error(401, "player_secret_invalid"));
                Kraty kraty = open(server.url())) {
            assertEquals(
                    401,
                    assertThrows(KratyApiException.class, () -> kraty.grants().collectAll())
                            .status());
        }
    }

    @Test
    void limit_isAskedForOnlyWhenGiven() throws Exception {
        try (GrantServer server = GrantServer.with("r1:reward");
                Kraty kraty = open(server.url())) {
            kraty.grants().listPending(7);
            kraty.grants().listPending();
            kraty.grants().listPending(3, RequestOptions.as("bob"));

            assertEquals(
                    List.of(
                            "/sdk/v1/players/ann/pending-grants?limit=7",
                            "/sdk/v1/players/ann/pending-grants",
                            "/sdk/v1/players/bob/pending-grants?limit=3"),
                    server.requests().stream().map(Received::target).toList());
            assertNull(server.requests().get(2).header("X-Player-Secret"));
            assertThrows(IllegalArgumentException.class, () -> kraty.grants().listPending(0));
        }
    }
}
