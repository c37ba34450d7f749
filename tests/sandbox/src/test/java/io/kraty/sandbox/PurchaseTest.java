package io.kraty.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseTest extends SandboxTest {
    private TestPlayer ana;

    @BeforeEach
    void player() {
        ana = api.register("ana");
    }

    @Test
    void purchase_isRecorded_inDollarsToo() {
        Reply reply = track("""
                {"transactionId":"t1","store":"google_play","productId":"gems_large","productType":"consumable",
                 "amountMinor":499,"currency":"EUR","purchasedAt":"2026-09-01T08:00:00Z","receipt":"r",
                 "metadata":{"shop":"summer","slot":null}}""").expect(201);
        assertEquals("t1", reply.text("data.transactionId"));
        assertEquals("google_play", reply.text("data.store"));
        assertEquals("gems_large", reply.text("data.productId"));
        assertEquals("consumable", reply.text("data.productType"));
        assertEquals(499, reply.number("data.amountMinor"));
        assertEquals("EUR", reply.text("data.currency"));
        assertEquals(539, reply.number("data.normalizedAmountMinor"));
        assertEquals("USD", reply.text("data.normalizedCurrency"));
        assertEquals(1.08, reply.at("data.fxRate").getAsDouble());
        assertEquals(539, reply.number("data.lifetimeAmountMinor"));
        assertEquals(1, reply.number("data.purchaseCount"));
        assertEquals("unverified", reply.text("data.validationStatus"));
        assertEquals("2026-09-01T08:00:00Z", reply.text("data.purchasedAt"));
        assertEquals(
                "{\"shop\":\"summer\",\"slot\":null}", reply.at("data.metadata").toString());
        assertFalse(reply.at("data.deduplicated").getAsBoolean());
    }

    @Test
    void whatIsLeftOut_hasDefaults() {
        Reply reply = buy("t1", 499, "USD").expect(201);
        assertFalse(reply.has("data.productType"));
        assertEquals("2026-09-02T12:00:00Z", reply.text("data.purchasedAt"));
        assertEquals("{}", reply.at("data.metadata").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "499, USD, 499, 1",
        "499, JPY, 334, 0.0067",
        "1000, BRL, 180, 0.18",
        "1500, KWD, 488, 3.25",
        "5000, KRW, 365, 0.00073",
        "199, GBP, 253, 1.27",
        "0, EUR, 0, 1.08"
    })
    void amounts_areNormalized_byTheDecimalsOfTheirCurrency(long minor, String currency, long cents, double rate) {
        Reply reply = buy("t1", minor, currency).expect(201);
        assertEquals(minor, reply.number("data.amountMinor"));
        assertEquals(cents, reply.number("data.normalizedAmountMinor"));
        assertEquals(rate, reply.at("data.fxRate").getAsDouble());
    }

    @Test
    void knownTransaction_recordsNothing() {
        Reply first = buy("t1", 499, "USD").expect(201);
        buy("t2", 501, "USD").expect(201);
        Reply again = buy("t1", 9999, "EUR").expect(200);
        assertTrue(again.at("data.deduplicated").getAsBoolean());
        assertEquals(first.text("data.purchaseId"), again.text("data.purchaseId"));
        assertEquals(499, again.number("data.amountMinor"));
        assertEquals("USD", again.text("data.currency"));
        assertEquals(1000, again.number("data.lifetimeAmountMinor"));
        assertEquals(2, again.number("data.purchaseCount"));
    }

    @Test
    void totals_areThePlayersOwn() {
        buy("t1", 499, "USD").expect(201);
        assertEquals(2499, buy("t2", 2000, "USD").number("data.lifetimeAmountMinor"));
        ana = api.register("rui");
        Reply other = buy("t1", 100, "USD").expect(201);
        assertEquals(100, other.number("data.lifetimeAmountMinor"));
        assertEquals(1, other.number("data.purchaseCount"));
    }

    @Test
    void currencyWithoutARate_isUnknown_andNothingIsRecorded() {
        buy("t1", 100, "XAU").expectError(400, "unknown_currency");
        assertEquals(1, buy("t1", 100, "USD").expect(201).number("data.purchaseCount"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amountMinor\":-1}",
                "{\"amountMinor\":4.99}",
                "{\"amountMinor\":null}",
                "{\"currency\":\"usd\"}",
                "{\"currency\":\"US\"}",
                "{\"transactionId\":\"\"}",
                "{\"transactionId\":7}",
                "{\"productId\":null}",
                "{\"store\":\"corner_shop\"}",
                "{\"productType\":\"rental\"}",
                "{\"purchasedAt\":\"yesterday\"}",
                "{\"metadata\":[]}",
                "{\"receipt\":{}}"
            })
    void body_isChecked(String change) {
        var body = JsonParser.parseString(body("t1", 100, "USD")).getAsJsonObject();
        JsonParser.parseString(change).getAsJsonObject().asMap().forEach(body::add);
        track(body.toString()).expectError(400, "validation_failed");
    }

    @Test
    void sameKey_isReplayed() {
        String body = body("t1", 100, "USD").replace("}", ",\"idempotencyKey\":\"one\"}");
        Reply first = track(body).expect(201);
        assertEquals(first.body(), track(body).expect(201).body());
    }

    @Test
    void tracking_needsTheSecret() {
        api.post("players/ana/purchases", body("t1", 100, "USD"), null).expectError(401, "player_secret_invalid");
    }

    private Reply buy(String transactionId, long amountMinor, String currency) {
        return track(body(transactionId, amountMinor, currency));
    }

    private Reply track(String body) {
        return ana.post("purchases", body);
    }

    private static String body(String transactionId, long amountMinor, String currency) {
        return "{\"transactionId\":\"" + transactionId
                + "\",\"store\":\"steam\",\"productId\":\"gems\",\"amountMinor\":" + amountMinor + ",\"currency\":\""
                + currency + "\"}";
    }
}
