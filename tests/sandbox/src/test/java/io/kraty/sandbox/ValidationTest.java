package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
        sandbox.credit("ana", "gold", 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "1", "{", "{}{}", "{'amount':1}", "{\"amount\":1,}"})
    void body_mustBeOneJsonObject(String body) {
        Reply reply = ana.post("wallet/gold/debit", body);
        reply.expectError(400, "validation_failed");
        assertEquals("must be a JSON object", reply.text("error.details.body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"1\"", "null", "true", "1e30"})
    void amount_mustBeAWholeNumberOfAtLeastOne(String amount) {
        Reply reply = ana.post("wallet/gold/debit", "{\"amount\":" + amount + "}");
        reply.expectError(400, "validation_failed");
        assertTrue(reply.has("error.details.amount"), reply.body());
        assertEquals(100, ana.balance("gold"));
    }

    @Test
    void unknownFields_areTolerated() {
        ana.post("wallet/gold/debit", "{\"amount\":1,\"mood\":{\"good\":true}}").expect(200);
    }

    @Test
    void consume_needsAnIdempotencyKey() {
        Reply reply = ana.post("inventory/health_potion/consume", "{\"quantity\":1}");
        reply.expectError(400, "validation_failed");
        assertTrue(reply.has("error.details.idempotencyKey"));
    }

    @Test
    void emptyIdempotencyKey_isRefused() {
        ana.post("wallet/gold/debit", "{\"amount\":1,\"idempotencyKey\":\"\"}").expectError(400, "validation_failed");
        ana.post("wallet/gold/debit", "{\"amount\":1,\"idempotencyKey\":7}").expectError(400, "validation_failed");
    }

    @Test
    void otherContentType_isRefused() {
        Api.send(api.request("players/ana/wallet/gold/debit", ana.secret())
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{\"amount\":1}"))
                        .build())
                .expectError(400, "validation_failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=ten",
                "includeSelf=yes",
                "includeSelf=true",
                "progression=a,b,c,d,e,f,g,h,i",
                "period=yesterday"
            })
    void boardQuery_isChecked(String query) {
        api.get("leaderboards/weekly_gold?" + query).expectError(400, "validation_failed");
    }

    @Test
    void listQueries_areChecked() {
        ana.get("pending-grants?limit=0").expectError(400, "validation_failed");
        assertEquals(1, ana.get("pending-grants?limit=1").objects("data").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metricValue\":1}",
                "{\"mode\":\"add\",\"metricValue\":1}",
                "{\"mode\":\"set\"}",
                "{\"mode\":\"set\",\"metricValue\":\"1\"}",
                "{\"mode\":\"set\",\"metrics\":[1]}",
                "{\"mode\":\"set\",\"metrics\":{\"coins\":\"1\"}}",
                "{\"mode\":\"set\",\"metricValue\":1,\"occurredAt\":\"noon\"}"
            })
    void progressReport_isChecked(String body) {
        String attempt = ana.start("coin_rush").text("data.attempt.id");
        ana.progress("coin_rush", attempt, body).expectError(400, "validation_failed");
    }

    @Test
    void playerContext_mustBeAnObject() {
        ana.post("events/coin_rush/start", "{\"playerContext\":[]}").expectError(400, "validation_failed");
        ana.post("events/coin_rush/start", "{\"playerContext\":{\"level\":7}}").expect(201);
    }
}
