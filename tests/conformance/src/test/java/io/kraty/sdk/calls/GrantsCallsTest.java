package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.KEY;
import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.api.model.CrateGrantInput;
import io.kraty.api.model.CurrencyGrantInput;
import io.kraty.api.model.GrantEntryInput;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.GrantSelfRequest;
import io.kraty.api.model.ItemGrantInput;
import io.kraty.sdk.CollectOptions;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.Polling;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.live.PollPendingGrantsOptions;
import io.kraty.sdk.transport.MockPlatform;
import io.kraty.sdk.transport.Sent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GrantsCallsTest extends CallsTest {
    private static final String PENDING = "GET " + ME + "/pending-grants";
    private static final String GRANTS = "POST " + ME + "/grants";
    private static final String THEIRS = "/sdk/v1/players/other";

    @Override
    List<Call> calls() {
        return List.of(
                call(PENDING, kraty -> kraty.grants().listPending()),
                call(PENDING + "?limit=7", kraty -> kraty.grants().listPending(7)),
                call(PENDING, kraty -> kraty.grants().listPending()),
                call(
                        "GET " + THEIRS + "/pending-grants?limit=7",
                        kraty -> kraty.with(other()).grants().listPending(7)),
                call(PENDING, kraty -> kraty.grants().collectAll()),
                call(
                        "GET " + THEIRS + "/pending-grants",
                        kraty -> kraty.with(other()).grants().collectAll()),
                call(
                        "GET " + THEIRS + "/pending-grants",
                        kraty -> kraty.with(other()).grants().collectAll(grant -> true)),
                call(
                        PENDING,
                        kraty -> kraty.grants()
                                .collectAll(CollectOptions.builder()
                                        .untilEmpty(true)
                                        .build())),
                call(PENDING, kraty -> polled(poll -> kraty.pollPendingGrants(poll))),
                call(PENDING, kraty -> polled(poll -> Polling.pollPendingGrants(kraty.grants(), poll))),
                call(
                        "POST " + ME + "/grants/g1/claim",
                        KEY,
                        kraty -> kraty.grants().claim("g1")),
                call(
                        "POST " + THEIRS + "/grants/g1/claim",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .grants()
                                .claim("g1")),
                call(
                        "POST " + ME + "/crates/g1/open",
                        KEY,
                        kraty -> kraty.grants().open("g1")),
                call(
                        "POST " + THEIRS + "/crates/g1/open",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .grants()
                                .open("g1")),
                call(
                        GRANTS,
                        "{'entries':[{'type':'currency','currencyKey':'gold','amount':2.5}],'idempotencyKey':'key-1'}",
                        kraty -> kraty.grants().grant(List.of(gold("gold", 2.5)))),
                call(
                        GRANTS,
                        "{'entries':[{'type':'item','itemKey':'sword','quantity':1},"
                                + "{'type':'item','itemKey':'sword','quantity':2,"
                                + "'parameters':{'edge':null,'runes':['x',null]}},"
                                + "{'type':'crate','crateItemKey':'chest','quantity':3},"
                                + "{'type':'currency','currencyKey':'gold','amount':5}],'idempotencyKey':'key-1'}",
                        kraty -> kraty.grants().grant(List.of(sword(1), rune(), chest("chest", 3), gold("gold", 5)))),
                call(
                        GRANTS,
                        "{'kind':'crate','entries':[{'type':'crate','crateItemKey':'chest','quantity':1}],"
                                + "'expiresAt':'2026-09-02T00:00:00Z','metadata':{'from':null,'n':1},"
                                + "'idempotencyKey':'key-1'}",
                        kraty -> kraty.grants().grant(crate().build())),
                call(
                        "POST " + THEIRS + "/grants",
                        "{'entries':[{'type':'item','itemKey':'sword','quantity':1}],'idempotencyKey':'in-the-body'}",
                        kraty -> kraty.with(other())
                                .grants()
                                .grant(GrantSelfRequest.builder()
                                        .entries(List.of(sword(1)))
                                        .metadata(Map.of())
                                        .idempotencyKey("in-the-body")
                                        .build())));
    }

    @Override
    List<TextCall> texts() {
        String entries = "[{'type':'currency','currencyKey':'{}','amount':1},"
                + "{'type':'crate','crateItemKey':'{}','quantity':1},"
                + "{'type':'item','itemKey':'{}','quantity':1,'parameters':{'{}':'{}'}}]";
        return List.of(
                text(
                        "GET /sdk/v1/players/{}/pending-grants",
                        (kraty, text) -> kraty.with(as(text)).grants().listPending()),
                text(
                        "GET /sdk/v1/players/{}/pending-grants",
                        (kraty, text) -> kraty.with(as(text)).grants().collectAll()),
                text(
                        "POST /sdk/v1/players/{}/grants/{}/claim",
                        KEY,
                        (kraty, text) -> kraty.with(as(text)).grants().claim(text)),
                text(
                        "POST /sdk/v1/players/{}/crates/{}/open",
                        KEY,
                        (kraty, text) -> kraty.with(as(text)).grants().open(text)),
                text(
                        GRANTS,
                        "{'entries':" + entries + ",'metadata':{'{}':['{}']},'idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.grants().grant(everything(text))),
                text(
                        "POST /sdk/v1/players/{}/grants",
                        "{'entries':" + entries + ",'metadata':{'{}':['{}']},'idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.with(as(text)).grants().grant(everything(text))));
    }

    @Test
    void collectAll_sendsEachGrantToItsOwnEndpointWithItsOwnKey() {
        String grant = "{\"id\":\"%s\",\"kind\":\"%s\",\"contents\":{},\"sourceKind\":\"event\",\"status\":\"pending\","
                + "\"createdAt\":\"2026-09-01T12:00:00Z\"}";
        platform.answers(
                MockPlatform.json(
                        200,
                        "{\"data\":[" + grant.formatted("r 1", "reward") + "," + grant.formatted("c/1", "crate")
                                + "]}"),
                MockPlatform.error(404, "not_found"));
        Kraty kraty = platform.client();

        assertEquals(
                2,
                kraty.with(other().idempotencyKey("not for each"))
                        .grants()
                        .collectAll()
                        .failures()
                        .size());

        List<Sent> sent = platform.sent();
        assertEquals(
                List.of(
                        "GET " + THEIRS + "/pending-grants",
                        "POST " + THEIRS + "/crates/c%2F1/open",
                        "POST " + THEIRS + "/grants/r%201/claim"),
                sent.stream().map(one -> one.method() + " " + one.target()).toList());
        for (Sent write : sent.subList(1, 3)) {
            assertTrue(write.body().matches("\\{\"idempotencyKey\":\"[A-Za-z0-9_-]{22}\"}"), write.body());
            assertEquals("theirs", write.header("X-Player-Secret"));
        }
        assertTrue(!sent.get(1).body().equals(sent.get(2).body()));
    }

    @Test
    void quantity_ofTheSecondEntry_isRefusedByItsPlace() {
        Kraty kraty = platform.client(platform.fresh());

        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> kraty.grants().grant(List.of(gold("gold", 1), sword(0))));

        assertTrue(e.getMessage().startsWith("entries[1].quantity: "), e::getMessage);
        assertEquals(List.of(), platform.sent());
    }

    private static void polled(Consumer<PollPendingGrantsOptions> poll) {
        CompletableFuture<KratyException> failure = new CompletableFuture<>();
        poll.accept(
                PollPendingGrantsOptions.builder().onError(failure::complete).build());
        throw failure.join();
    }

    private static GrantSelfRequest everything(String text) {
        return GrantSelfRequest.builder()
                .entries(List.of(
                        gold(text, 1),
                        chest(text, 1),
                        ItemGrantInput.builder()
                                .itemKey(text)
                                .quantity(1)
                                .parameters(Map.of(text, text))
                                .build()))
                .metadata(Map.of(text, List.of(text)))
                .build();
    }

    private static GrantSelfRequest.Builder crate() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("from", null);
        metadata.put("n", 1);
        return GrantSelfRequest.builder()
                .kind(GrantKind.CRATE)
                .entries(List.of(chest("chest", 1)))
                .expiresAt(Instant.parse("2026-09-02T00:00:00Z"))
                .metadata(metadata);
    }

    private static GrantEntryInput gold(String key, double amount) {
        return CurrencyGrantInput.builder().currencyKey(key).amount(amount).build();
    }

    private static GrantEntryInput chest(String key, long quantity) {
        return CrateGrantInput.builder().crateItemKey(key).quantity(quantity).build();
    }

    private static GrantEntryInput sword(long quantity) {
        return ItemGrantInput.builder().itemKey("sword").quantity(quantity).build();
    }

    private static GrantEntryInput rune() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("edge", null);
        parameters.put("runes", Arrays.asList("x", null));
        return ItemGrantInput.builder()
                .itemKey("sword")
                .quantity(2)
                .parameters(parameters)
                .build();
    }
}
