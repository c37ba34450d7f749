package io.kraty.sdk.grants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.EventLeaderboard;
import io.kraty.api.model.EventLeaderboardReadOptions;
import io.kraty.api.model.Leaderboard;
import io.kraty.api.model.LeaderboardReadOptions;
import io.kraty.api.model.LeaderboardSnapshot;
import io.kraty.sandbox.KratySandbox;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which board is asked for, and how, to the letter; the answers are scripted but for the player who is registered. */
class ReadBoardTest {
    private static final String ID = "0B8f6c1e-0000-4000-8000-00000000000f";
    private static final EventLeaderboardReadOptions SELF_AT_EVENT =
            EventLeaderboardReadOptions.builder().includeSelf(true).build();
    private static final LeaderboardReadOptions SELF =
            LeaderboardReadOptions.builder().includeSelf(true).build();

    private TinyServer server;
    private Kraty kraty;

    @BeforeEach
    void start() throws Exception {
        server = TinyServer.answering(exchange -> {
            if (exchange.request().target().startsWith("/sdk/v1/event-")) {
                exchange.json(
                        200,
                        "{\"data\":{\"leaderboardId\":\"event-board\",\"mode\":\"auto\",\"finalized\":false,\"entries\":[]}}");
            } else {
                exchange.json(
                        200, "{\"data\":{\"key\":\"weekly\",\"leaderboardId\":\"configured-board\",\"entries\":[]}}");
            }
        });
        kraty = Kraty.create(
                PlayTestOptions.at(server.url(), FakeTiming.flowing()).build());
    }

    @AfterEach
    void stop() throws Exception {
        kraty.close();
        server.close();
    }

    private Received last() {
        return server.requests().get(server.requests().size() - 1);
    }

    private Set<String> query() {
        return query(last().target());
    }

    private static Set<String> query(String target) {
        return new TreeSet<>(List.of(target.replaceAll("^[^?]*\\?", "").split("&", -1)));
    }

    @Test
    void id_readsTheBoardOfAnEvent() {
        LeaderboardSnapshot board = kraty.leaderboards().read(ID);

        assertEquals("/sdk/v1/event-leaderboards/" + ID, last().target());
        assertInstanceOf(EventLeaderboard.class, board);
        assertEquals("event-board", board.leaderboardId());
        assertEquals(List.of(), board.entries());
        assertNull(board.self());
    }

    @Test
    void key_readsAConfiguredBoard() {
        for (String key : List.of("weekly", ID + "0", "0b8f6c1e000040008000000000000001", "g" + ID.substring(1))) {
            LeaderboardSnapshot board = kraty.leaderboards().read(key);

            assertEquals("/sdk/v1/leaderboards/" + key, last().target());
            assertInstanceOf(Leaderboard.class, board);
            assertEquals("configured-board", board.leaderboardId());
        }
    }

    @Test
    void withoutSelf_nobodyIsRegisteredAndNoSecretSent() {
        kraty.leaderboards().read(ID);
        kraty.leaderboards().read("weekly");
        kraty.eventLeaderboards().read(ID);

        assertEquals(3, server.requests().size());
        assertTrue(server.requests().stream().allMatch(request -> request.header("X-Player-Secret") == null));
    }

    @Test
    void withSelf_theActivePlayerIsNamedAndRegisteredIfNeedBe() {
        try (KratySandbox sandbox = KratySandbox.start();
                Kraty player = Kraty.create(
                        PlayTestOptions.on(sandbox, FakeTiming.flowing()).build())) {
            assertThrows(KratyApiException.class, () -> player.leaderboards().read(ID, SELF), "no such board");
            player.leaderboards().read("weekly_gold", SELF);
            assertThrows(
                    KratyApiException.class, () -> player.eventLeaderboards().read(ID, SELF_AT_EVENT), "no such board");

            String id = player.activeExternalPlayerId().orElseThrow();
            assertEquals(List.of(id), sandbox.players());
            List<RecordedRequest> requests = sandbox.requests();
            assertEquals(
                    List.of("registerPlayer", "getEventLeaderboard", "getLeaderboard", "getEventLeaderboard"),
                    requests.stream().map(RecordedRequest::operation).toList());
            for (RecordedRequest read : requests.subList(1, requests.size())) {
                assertEquals(Set.of("includeSelf=true", "externalId=" + id), query(read.path()));
            }
            assertTrue(requests.get(2).path().startsWith("/sdk/v1/leaderboards/weekly_gold?"));
        }
    }

    @Test
    void withSelfAs_theOtherPlayerIsNamedAndNobodyRegistered() {
        kraty.as("bob").leaderboards().read(ID, SELF);
        assertEquals(Set.of("includeSelf=true", "externalId=bob"), query());
        kraty.as("bob").leaderboards().read("weekly", SELF);
        assertEquals(Set.of("includeSelf=true", "externalId=bob"), query());
        assertEquals(2, server.requests().size());
    }

    @Test
    void eachOption_aloneIsTheOnlyOneSent() {
        kraty.leaderboards()
                .read("weekly", LeaderboardReadOptions.builder().limit(200).build());
        assertEquals(Set.of("limit=200"), query());
        kraty.leaderboards()
                .read("weekly", LeaderboardReadOptions.builder().segment("pt").build());
        assertEquals(Set.of("segment=pt"), query());
        kraty.leaderboards()
                .read(
                        "weekly",
                        LeaderboardReadOptions.builder().period("current").build());
        assertEquals(Set.of("period=current"), query());
        kraty.leaderboards()
                .read(
                        "weekly",
                        LeaderboardReadOptions.builder()
                                .progression(List.of("xp"))
                                .build());
        assertEquals(Set.of("progression=xp"), query());
    }

    @Test
    void allOptions_areSentTogether() {
        LeaderboardReadOptions all = LeaderboardReadOptions.builder()
                .limit(10)
                .includeSelf(true)
                .segment("pt")
                .period("current")
                .progression(List.of("xp", "level"))
                .build();
        kraty.as("bob").leaderboards().read("weekly", all);
        assertEquals(
                Set.of(
                        "limit=10",
                        "segment=pt",
                        "period=current",
                        "includeSelf=true",
                        "externalId=bob",
                        "progression=xp%2Clevel"),
                query());
    }

    @Test
    void allOptionsOfAnEventsBoard_areSentTogether() {
        LeaderboardReadOptions all = LeaderboardReadOptions.builder()
                .limit(10)
                .includeSelf(true)
                .progression(List.of("xp", "level"))
                .build();
        kraty.as("bob").leaderboards().read(ID, all);
        assertEquals(Set.of("limit=10", "includeSelf=true", "externalId=bob", "progression=xp%2Clevel"), query());
    }

    @Test
    void partOfAnEventsBoard_isRefusedAsThereIsNone() {
        for (LeaderboardReadOptions.Builder part : List.of(
                LeaderboardReadOptions.builder().segment("pt"),
                LeaderboardReadOptions.builder().period("current"))) {
            assertThrows(
                    IllegalArgumentException.class, () -> kraty.leaderboards().read(ID, part.build()));
        }
        assertEquals(List.of(), server.requests());
    }

    @Test
    void limitOutOfRange_isRefusedBeforeAnybodyIsRegistered() {
        for (int limit : new int[] {0, -1, 201}) {
            LeaderboardReadOptions read = LeaderboardReadOptions.builder()
                    .limit(limit)
                    .includeSelf(true)
                    .build();
            assertThrows(
                    IllegalArgumentException.class, () -> kraty.leaderboards().read(ID, read));
            assertThrows(
                    IllegalArgumentException.class, () -> kraty.leaderboards().read("weekly", read));
        }
        assertEquals(List.of(), server.requests());
    }
}
