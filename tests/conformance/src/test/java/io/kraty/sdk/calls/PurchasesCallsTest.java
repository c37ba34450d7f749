package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.api.model.PurchaseProductType;
import io.kraty.api.model.PurchaseStore;
import io.kraty.api.model.TrackPurchaseRequest;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.transport.MockPlatform;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PurchasesCallsTest extends CallsTest {
    private static final String TRACK = "POST " + ME + "/purchases";
    private static final String MINIMAL = "{'transactionId':'GPA.1','store':'google_play','productId':'gems',"
            + "'amountMinor':499,'currency':'USD','idempotencyKey':'key-1'}";

    @Override
    List<Call> calls() {
        return List.of(
                call(TRACK, MINIMAL, kraty -> kraty.purchases().track(minimal().build())),
                call(TRACK, MINIMAL, kraty -> kraty.trackPurchase(minimal().build())),
                call(
                        "POST /sdk/v1/players/other/purchases",
                        MINIMAL.replace("key-1", "mine"),
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .purchases()
                                .track(minimal().build())),
                call(
                        TRACK,
                        "{'transactionId':'GPA.1','store':'google_play','productId':'gems',"
                                + "'productType':'subscription','amountMinor':-9223372036854775808,'currency':'\u20ac\u20ac\ud83d\udcb6',"
                                + "'receipt':'','purchasedAt':'2026-09-01T12:00:00Z',"
                                + "'metadata':{'none':null,'deep':{'none':null,'list':[null]}},"
                                + "'idempotencyKey':'in-the-body'}",
                        kraty -> kraty.purchases().track(full().build())),
                // A bag with nothing in it is none.
                call(
                        TRACK,
                        MINIMAL,
                        kraty -> kraty.purchases()
                                .track(minimal().metadata(Map.of()).build())));
    }

    @Override
    List<TextCall> texts() {
        String body = "{'transactionId':'{}','store':'web','productId':'{}','amountMinor':1,'currency':'EUR',"
                + "'receipt':'{}','metadata':{'{}':'{}'},'idempotencyKey':'key-1'}";
        return List.of(
                text(TRACK, body, (kraty, text) -> kraty.purchases().track(everywhere(text))),
                text(
                        "POST /sdk/v1/players/{}/purchases",
                        body,
                        (kraty, text) -> kraty.with(as(text)).purchases().track(everywhere(text))));
    }

    @Test
    void purchase_trackedTwice_isSentTwiceWithKeysOfTheirOwn() {
        platform.answers(MockPlatform.error(404, "not_found"));
        Kraty kraty = platform.client();
        TrackPurchaseRequest purchase = minimal().build();

        for (int i = 0; i < 2; i++) {
            assertThrows(KratyApiException.class, () -> kraty.purchases().track(purchase));
        }

        assertEquals(2, platform.sent().size());
        assertNotEquals(platform.sent().get(0).key(), platform.sent().get(1).key());
        assertEquals(minimal().build(), purchase);
    }

    private static TrackPurchaseRequest.Builder minimal() {
        return TrackPurchaseRequest.builder()
                .transactionId("GPA.1")
                .store(PurchaseStore.GOOGLE_PLAY)
                .productId("gems")
                .amountMinor(499)
                .currency("USD");
    }

    private static TrackPurchaseRequest.Builder full() {
        Map<String, Object> deep = new LinkedHashMap<>();
        deep.put("none", null);
        deep.put("list", Arrays.asList((Object) null));
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("none", null);
        metadata.put("deep", deep);
        return minimal()
                .productType(PurchaseProductType.SUBSCRIPTION)
                .amountMinor(Long.MIN_VALUE)
                .currency("\u20ac\u20ac\ud83d\udcb6")
                .receipt("")
                .purchasedAt(Instant.parse("2026-09-01T12:00:00Z"))
                .metadata(metadata)
                .idempotencyKey("in-the-body");
    }

    private static TrackPurchaseRequest everywhere(String text) {
        return TrackPurchaseRequest.builder()
                .transactionId(text)
                .store(PurchaseStore.WEB)
                .productId(text)
                .amountMinor(1)
                .currency("EUR")
                .receipt(text)
                .metadata(Map.of(text, text))
                .build();
    }
}
