package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CollectAllTest {
    private static Kraty open(String url) {
        return Kraty.create(PlayTestOptions.at(url, FakeTiming.flowing())
                .activeExternalPlayerId("ann")
                .playerSecret("ps_of_ann")
                .retry(KratyRetryConfig.none())
                .build());
    }

    @Test
    void cratesComeFirst_andResultsAreInListOrder() {
        try (WaitingGrants grants = WaitingGrants.of("rcrcr")) {
            CollectAllResult result = grants.kraty.grants().collectAll();

            assertEquals(
                    grants.ids(1, 3),
                    result.opened().stream().map(opened -> opened.crate().id()).toList());
            assertEquals(grants.ids(0, 2, 4), WaitingGrants.ids(result.claimed()));
            assertEquals(5, result.processed());
            assertFalse(result.hasFailures());
            List<String> writes =
                    grants.writes().stream().map(RecordedRequest::path).toList();
            assertEquals(5, writes.size());
            assertEquals(Set.of(grants.path(1), grants.path(3)), Set.copyOf(writes.subList(0, 2)));
            assertEquals(Set.of(grants.path(0), grants.path(2), grants.path(4)), Set.copyOf(writes.subList(2, 5)));
            assertEquals(List.of(), grants.uncollected());
        }
    }

    /** Scripted: the sandbox knows no kinds but those of today. */
    @Test
    void unknownKind_isClaimed() throws Exception {
        String gift =
                "{\"id\":\"g1\",\"kind\":\"gift\",\"contents\":{},\"sourceKind\":\"event\",\"status\":\"pending\","
                        + "\"createdAt\":\"2026-01-01T00:00:00Z\"}";
        try (TinyServer server = TinyServer.answering(exchange -> exchange.json(
                        200,
                        "{\"data\":" + (exchange.request().method().equals("GET") ? "[" + gift + "]" : gift) + "}"));
                Kraty kraty = open(server.url())) {
            assertEquals(
                    List.of("g1"), WaitingGrants.ids(kraty.grants().collectAll().claimed()));
            assertTrue(server.requests().get(1).target().endsWith("/grants/g1/claim"));
        }
    }

    @Test
    void whatIsLeftOut_goesOnWaiting() {
        try (WaitingGrants grants = WaitingGrants.of("rcr")) {
            CollectAllResult result =
                    grants.kraty.grants().collectAll(grant -> !grant.id().equals(grants.ids.get(2)));

            assertEquals(2, result.processed());
            assertEquals(2, grants.writes().size());
            assertEquals(grants.ids(2), grants.uncollected());
        }
    }

    @Test
    void nothingPending_meansNothingDone() {
        try (WaitingGrants grants = WaitingGrants.of("")) {
            assertEquals(0, grants.kraty.grants().collectAll().processed());
            assertEquals(1, grants.requests().size());
        }
    }

    @Test
    void everyWrite_hasAKeyOfItsOwn() {
        try (WaitingGrants grants = WaitingGrants.of("rcr")) {
            grants.kraty
                    .with(RequestOptions.none().idempotencyKey("mine"))
                    .grants()
                    .collectAll();

            Set<String> keys = grants.writes().stream()
                    .map(RecordedRequest::idempotencyKey)
                    .collect(Collectors.toSet());
            assertEquals(3, keys.size());
            for (String key : keys) {
                assertNotNull(key);
                assertFalse(key.equals("mine"), "one key for all would make the second write a replay");
            }
        }
    }

    @Test
    void as_collectsForTheOtherPlayerWithTheirSecret() {
        try (WaitingGrants grants = WaitingGrants.of("r")) {
            String secret =
                    grants.kraty.players().register("bob").secret(); // a reward and a crate wait for every new one
            int before = grants.requests().size();

            CollectAllResult result = grants.kraty
                    .with(RequestOptions.as("bob").playerSecret(secret))
                    .grants()
                    .collectAll();

            assertEquals(1, result.claimed().size());
            assertEquals(1, result.opened().size());
            List<RecordedRequest> requests =
                    grants.requests().subList(before, grants.requests().size());
            assertEquals(3, requests.size());
            for (RecordedRequest request : requests) {
                assertEquals("bob", request.externalPlayerId());
                assertEquals(200, request.status(), "any other secret would be refused");
            }
            assertEquals(grants.ids, grants.uncollected());
        }
    }

    @Test
    void listThatCannotBeRead_isThrown() {
        try (WaitingGrants grants = WaitingGrants.of("r")) {
            grants.sandbox.rotateSecret(grants.player);

            assertEquals(
                    401,
                    assertThrows(
                                    KratyApiException.class,
                                    () -> grants.kraty.grants().collectAll())
                            .status());
        }
    }

    /** Scripted: it is about the request to the letter, and there need be nobody. */
    @Test
    void limit_isAskedForOnlyWhenGiven() throws Exception {
        try (TinyServer server = TinyServer.answering(exchange -> exchange.json(200, "{\"data\":[]}"));
                Kraty kraty = open(server.url())) {
            kraty.grants().listPending(7);
            kraty.grants().listPending();
            kraty.as("bob").grants().listPending(3);

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
