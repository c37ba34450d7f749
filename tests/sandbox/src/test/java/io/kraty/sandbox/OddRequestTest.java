package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no game sends. Whatever comes, the sandbox does not fail, nor log that it did. */
class OddRequestTest extends SandboxTest {
    private final List<String> failures = new ArrayList<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            if (logged.getLevel().intValue() >= Level.SEVERE.intValue()) {
                failures.add(logged.getMessage() + ": " + logged.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private TestPlayer ana;

    @BeforeEach
    void listen() {
        Logger.getLogger("io.kraty.sandbox").addHandler(listening);
        restart(KratySandbox.builder().inventoryManagement(InventoryManagement.PERMISSIVE));
        ana = api.register("ana");
        sandbox.credit("ana", "gold", 100);
    }

    @AfterEach
    void nothingFailed() {
        Logger.getLogger("io.kraty.sandbox").removeHandler(listening);
        assertEquals(List.of(), failures);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "1e-2147483649", "1e99999999999", "0e99999999999"})
    void exponentBeyondAllNumbers_isRefused(String number) {
        refused(ana.post("wallet/gold/debit", "{\"amount\":" + number + "}"));
        refused(ana.post("wallet/xp/progress", "{\"amount\":" + number + "}"));
        refused(ana.post("inventory/health_potion/consume", "{\"idempotencyKey\":\"k\",\"quantity\":" + number + "}"));
        refused(ana.post(
                "grants",
                "{\"entries\":[{\"type\":\"currency\",\"currencyKey\":\"gold\",\"amount\":" + number + "}]}"));
        assertEquals(100, ana.balance("gold"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1E99999999999"})
    void exponentBeyondAllNumbers_isRefusedInTheGamesOwnData(String number) {
        refused(ana.put("metadata", "{\"luck\":{\"high\":[" + number + "]}}"));
        refused(ana.patch("metadata", "{\"luck\":" + number + "}"));
        refused(ana.post("events/coin_rush/start", "{\"playerContext\":{\"luck\":" + number + "}}"));
        Reply grant = ana.post(
                "grants",
                "{\"entries\":[{\"type\":\"item\",\"itemKey\":\"health_potion\",\"quantity\":1,\"parameters\":{\"luck\":"
                        + number + "}}]}");
        refused(grant);
        assertTrue(grant.has("error.details"), grant.body());
        assertTrue(grant.body().contains("entries.0.parameters"), grant.body());
    }

    /** Scores are sums, and there is no way to write infinity in JSON. */
    @ParameterizedTest
    @CsvSource({"set, 1e308", "increment, 1e308", "set, 1000000000001", "increment, -1e308"})
    void progressBeyondAllScores_isRefused(String mode, String value) {
        restart(KratySandbox.builder().game(Games.of(new TestEvent("mine").metrics(TestEvent.metric("points", 100)))));
        TestPlayer rui = api.register("rui");
        String attempt = rui.start("mine").text("data.attempt.id");
        String single = "{\"mode\":\"" + mode + "\",\"metricValue\":" + value + "}";
        String several = "{\"mode\":\"" + mode + "\",\"metrics\":{\"points\":" + value + "}}";
        refused(rui.progress("mine", attempt, single));
        refused(rui.progress("mine", attempt, several));
        assertEquals(
                0,
                rui.increment("mine", attempt, 0)
                        .expect(200)
                        .at("data.attempt.score")
                        .getAsDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/jsonp", "application/json-patch+json", "text/json", "json", ""})
    void typeThatIsNotQuiteJson_isRefused(String type) {
        refused(typed(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON", "application/json ;x=y"})
    void jsonInAnySpelling_isTaken(String type) {
        typed(type).expect(200);
    }

    @Test
    void nesting_isTakenAsDeepAsAnybodyNeeds_andNoDeeper() {
        ana.put("metadata", "{\"deep\":" + "[".repeat(200) + "]".repeat(200) + "}")
                .expect(200);
        refused(ana.put("metadata", "{\"deep\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        refused(ana.put("metadata", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)));
    }

    @Test
    void hugeQuery_isRead() {
        String query = "a=1&".repeat(1500);
        api.get("leaderboards/weekly_score/periods?" + query + "limit=53").expectError(400, "validation_failed");
        api.get("leaderboards/weekly_score/periods?" + query + "limit=52").expect(200);
        api.get("leaderboards/weekly_score?" + "&=&".repeat(1000)).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00",
                "%20",
                "%2F",
                "%2e%2e",
                "..",
                "*",
                "%F0%9F%A6%8A",
                "%0d%0a",
                ";x=y",
                "+",
                "null",
                "-1",
                "%E2%80%AE"
            })
    void oddIds_areNobody(String id) {
        api.get("players/" + id + "/identity").expectError(404, "not_found");
        api.get("leaderboards/" + id).expectError(404, "not_found");
        api.get("event-leaderboards/" + id).expectError(404, "not_found");
        api.get("event-leaderboards/" + id + "/stream").expectError(404, "not_found");
        api.get("lobbies/" + id).expectError(404, "not_found");
        ana.post("grants/" + id + "/claim", "{}").expectError(404, "not_found");
        Api.send(api.request("players/ana/friends/" + id, ana.secret()).DELETE().build())
                .expectError(404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%25", "%C3%28", "%ED%A0%80", "%C0%80"})
    void ids_areUtf8(String id) {
        if (id.equals("%25")) {
            api.get("lobbies/" + id).expectError(404, "not_found");
        } else {
            api.get("lobbies/" + id).expectError(400, "validation_failed");
        }
    }

    private Reply typed(String type) {
        return Api.send(api.request("players/ana/wallet/gold/debit", ana.secret())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"amount\":1}"))
                .build());
    }

    private static void refused(Reply reply) {
        reply.expectError(400, "validation_failed");
    }
}
