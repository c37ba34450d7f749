package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.GrantKind;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.Trouble.Effect;
import io.kraty.sdk.CollectAllResult;
import io.kraty.sdk.CollectOptions;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.wire.TinyServer;
import io.kraty.sdk.wire.Warnings;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CollectUntilEmptyTest {
    private static final CollectOptions.Builder ALL = CollectOptions.builder().untilEmpty(true);

    private static int lists(WaitingGrants grants) {
        return grants.requests().size() - grants.writes().size();
    }

    @Test
    void whatTheCratesHeld_isCollectedToo_inOneResult() {
        try (WaitingGrants grants = WaitingGrants.of("rcrc")) {
            CollectAllResult result = grants.kraty
                    .with(RequestOptions.none().idempotencyKey("mine"))
                    .grants()
                    .collectAll(ALL.build());

            assertEquals(List.of(), grants.waiting());
            assertEquals(
                    grants.ids(1, 3),
                    result.opened().stream().map(opened -> opened.crate().id()).toList());
            List<String> claimed = WaitingGrants.ids(result.claimed());
            assertEquals(grants.ids(0, 2), claimed.subList(0, 2));
            assertEquals( // in the order in which they were opened, which is anybody's guess
                    result.opened().stream()
                            .map(opened -> opened.contents().id())
                            .collect(Collectors.toSet()),
                    Set.copyOf(claimed.subList(2, 4)));
            assertEquals(6, result.processed());
            assertEquals(3, lists(grants), "the last one is empty");
            assertEquals(
                    6,
                    grants.writes().stream()
                            .map(RecordedRequest::idempotencyKey)
                            .distinct()
                            .count());
        }
    }

    @Test
    void withoutIt_thereIsOneRound() {
        try (WaitingGrants grants = WaitingGrants.of("rc")) {
            assertEquals(
                    2,
                    grants.kraty
                            .grants()
                            .collectAll(CollectOptions.builder().build())
                            .processed());
            assertEquals(1, lists(grants));
            assertEquals(1, grants.waiting().size(), "what was in the crate");
        }
    }

    @Test
    void grantThatFails_isTriedOnce() {
        try (WaitingGrants grants = WaitingGrants.of("rcr")) {
            grants.sandbox.addTrouble(Trouble.on("POST " + grants.path(0))
                    .effect(Effect.status(503))
                    .build());

            CollectAllResult result = grants.kraty.grants().collectAll(ALL.build());

            assertEquals(1, result.failures().size());
            assertEquals(grants.ids.get(0), result.failures().get(0).grant().id());
            assertEquals(grants.ids(0), grants.waiting());
            assertEquals(4, grants.writes().size());
            assertEquals(3, lists(grants), "it is still in the last one");
        }
    }

    @Test
    void filter_isAskedInEveryRound() {
        try (WaitingGrants grants = WaitingGrants.of("rc")) {
            CollectAllResult result = grants.kraty
                    .grants()
                    .collectAll(CollectOptions.builder()
                            .untilEmpty(true)
                            .filter(grant -> grant.kind().equals(GrantKind.CRATE))
                            .build());

            assertEquals(1, result.processed());
            assertEquals(2, grants.waiting().size());
            assertEquals(2, lists(grants));
        }
    }

    @Test
    void laterListThatCannotBeRead_losesNothing() {
        try (WaitingGrants grants = WaitingGrants.of("rc");
                Warnings warnings = Warnings.of("io.kraty.sdk.grants")) {
            grants.sandbox.addTrouble(Trouble.on("listPendingGrants")
                    .skip(1)
                    .effect(Effect.status(503))
                    .build());

            CollectAllResult result = grants.kraty.grants().collectAll(ALL.build());

            assertEquals(2, result.processed());
            assertFalse(result.hasFailures());
            assertEquals(1, warnings.texts().size(), warnings.texts()::toString);
        }
    }

    @Test
    void afterARefusedSecret_nothingIsListedAgain() {
        try (WaitingGrants grants = WaitingGrants.of("rc")) {
            grants.sandbox.addTrouble(Trouble.on("POST " + grants.path(1))
                    .effect(Effect.error(401, "player_secret_invalid"))
                    .build());

            assertEquals(
                    2, grants.kraty.grants().collectAll(ALL.build()).failures().size());
            assertEquals(1, lists(grants));
        }
    }

    @Test
    void interruptInALaterRound_endsIt() {
        AtomicInteger lists = new AtomicInteger();
        try (WaitingGrants grants = WaitingGrants.of("rc", chain -> {
            if (chain.request().method().equals("GET") && lists.incrementAndGet() == 2) {
                Thread.currentThread().interrupt();
            }
            return chain.proceed(chain.request());
        })) {
            assertThrows(
                    KratyNetworkException.class, () -> grants.kraty.grants().collectAll(ALL.build()));
            assertTrue(Thread.interrupted(), "the flag is kept");
            assertEquals(2, grants.writes().size());
        }
    }

    /** Scripted: the sandbox does not run out of nothing. */
    @Test
    void platformThatAlwaysHasMore_isLeftAfterTwentyRounds() throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (TinyServer server = TinyServer.answering(exchange -> {
                    String grant = "{\"id\":\"g" + next.incrementAndGet() + "\",\"kind\":\"reward\",\"contents\":{},"
                            + "\"sourceKind\":\"event\",\"status\":\"pending\",\"createdAt\":\"2026-01-01T00:00:00Z\"}";
                    boolean isList = exchange.request().method().equals("GET");
                    exchange.json(200, "{\"data\":" + (isList ? "[" + grant + "]" : grant) + "}");
                });
                Kraty kraty = Kraty.create(PlayTestOptions.at(server.url(), FakeTiming.flowing())
                        .activeExternalPlayerId("ann")
                        .playerSecret("ps_of_ann")
                        .build())) {
            assertEquals(20, kraty.grants().collectAll(ALL.build()).claimed().size());
            assertEquals(20, server.requests("/pending-grants").size());
        }
    }
}
