package io.kraty.sdk.calls;

import static io.kraty.sdk.calls.Call.KEY;
import static io.kraty.sdk.calls.Call.ME;
import static io.kraty.sdk.calls.Call.call;
import static io.kraty.sdk.calls.TextCall.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kraty.sdk.ProgressInput;
import io.kraty.sdk.error.KratyApiException;
import io.kraty.sdk.live.StartWhenReadyOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventsCallsTest extends CallsTest {
    private static final String START = "POST " + ME + "/events/hunt/start";
    private static final String PROGRESS = "POST " + ME + "/events/hunt/attempts/a1/progress";
    private static final String FINISH = "POST " + ME + "/events/hunt/attempts/a1/finish";
    private static final StartWhenReadyOptions WAIT =
            StartWhenReadyOptions.builder().build();
    private static final Instant NOON = Instant.parse("2026-09-01T12:00:00.250Z");

    @Override
    List<Call> calls() {
        return List.of(
                call("GET " + ME + "/events", kraty -> kraty.events().listForPlayer()),
                call(
                        "GET /sdk/v1/players/other/events",
                        kraty -> kraty.with(other()).events().listForPlayer()),
                call(START, KEY, kraty -> kraty.events().start("hunt")),
                call(START, KEY, kraty -> kraty.events().start("hunt", Map.of())),
                call(
                        START,
                        "{'playerContext':{'level':7},'idempotencyKey':'key-1'}",
                        kraty -> kraty.events().start("hunt", Map.of("level", 7))),
                call(
                        START,
                        "{'playerContext':{'VIP':true,'none':null,'list':[1,null,'a'],'deep':{'none':null,'x':0.5}},"
                                + "'idempotencyKey':'key-1'}",
                        kraty -> kraty.events().start("hunt", context())),
                call(
                        "POST /sdk/v1/players/other/events/hunt/start",
                        "{'playerContext':{'idempotencyKey':'her own'},'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .events()
                                .start("hunt", Map.of("idempotencyKey", "her own"))),
                call(START, KEY, kraty -> kraty.events().startWhenReady("hunt")),
                call(
                        START,
                        "{'playerContext':{'VIP':true,'none':null,'list':[1,null,'a'],'deep':{'none':null,'x':0.5}},"
                                + "'idempotencyKey':'key-1'}",
                        kraty -> kraty.events().startWhenReady("hunt", context(), WAIT)),
                call(
                        "POST /sdk/v1/players/other/events/hunt/start",
                        "{'playerContext':{'level':7},'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .events()
                                .startWhenReady("hunt", Map.of("level", 7), WAIT)),
                call(
                        PROGRESS,
                        "{'mode':'set','metricValue':1.5,'idempotencyKey':'key-1'}",
                        kraty -> kraty.events().progress("hunt", "a1", ProgressInput.set(1.5))),
                call(
                        PROGRESS,
                        "{'mode':'increment','metricValue':-3,'idempotencyKey':'key-1'}",
                        kraty -> kraty.events().progress("hunt", "a1", ProgressInput.increment(-3))),
                call(
                        PROGRESS,
                        "{'mode':'set','metrics':{'kills':3,'Damage Done':0.25},'idempotencyKey':'key-1'}",
                        kraty -> kraty.events().progress("hunt", "a1", ProgressInput.set(metrics()))),
                call(
                        PROGRESS,
                        "{'mode':'increment','metrics':{'kills':3,'Damage Done':0.25},"
                                + "'occurredAt':'2026-09-01T12:00:00.250Z','idempotencyKey':'key-1'}",
                        kraty -> kraty.events()
                                .progress(
                                        "hunt",
                                        "a1",
                                        ProgressInput.increment(metrics()).occurredAt(NOON))),
                call(
                        "POST /sdk/v1/players/other/events/hunt/attempts/a1/progress",
                        "{'mode':'set','metricValue':0,'occurredAt':'2026-09-01T12:00:00.250Z','idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .events()
                                .progress("hunt", "a1", ProgressInput.set(0).occurredAt(NOON))),
                call(FINISH, KEY, kraty -> kraty.events().finish("hunt", "a1")),
                call(
                        "POST /sdk/v1/players/other/events/hunt/attempts/a1/finish",
                        "{'idempotencyKey':'mine'}",
                        kraty -> kraty.with(other().idempotencyKey("mine"))
                                .events()
                                .finish("hunt", "a1")));
    }

    @Override
    List<TextCall> texts() {
        return List.of(
                text(
                        "GET /sdk/v1/players/{}/events",
                        (kraty, text) -> kraty.with(as(text)).events().listForPlayer()),
                text(
                        "POST /sdk/v1/players/{}/events/{}/start",
                        "{'playerContext':{'{}':['{}',{'{}':'{}'}]},'idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.with(as(text))
                                .events()
                                .start(text, Map.of(text, List.of(text, Map.of(text, text))))),
                text(
                        START,
                        "{'playerContext':{'{}':['{}',{'{}':'{}'}]},'idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.events().start("hunt", Map.of(text, List.of(text, Map.of(text, text))))),
                text(
                        "POST /sdk/v1/players/{}/events/{}/start",
                        "{'playerContext':{'{}':'{}'},'idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.with(as(text)).events().startWhenReady(text, Map.of(text, text), WAIT)),
                text(
                        "POST /sdk/v1/players/{}/events/{}/attempts/{}/progress",
                        "{'mode':'set','metrics':{'{}':1},'idempotencyKey':'key-1'}",
                        (kraty, text) ->
                                kraty.with(as(text)).events().progress(text, text, ProgressInput.set(Map.of(text, 1)))),
                text(
                        PROGRESS,
                        "{'mode':'set','metrics':{'{}':1},'idempotencyKey':'key-1'}",
                        (kraty, text) -> kraty.events().progress("hunt", "a1", ProgressInput.set(Map.of(text, 1)))),
                text(
                        "POST /sdk/v1/players/{}/events/{}/attempts/{}/finish",
                        KEY,
                        (kraty, text) -> kraty.with(as(text)).events().finish(text, text)));
    }

    @Test
    void context_isTheOneOfTheCallAndStaysTheGames() {
        Map<String, Object> context = new HashMap<>(Map.of("level", 7));

        assertThrows(KratyApiException.class, () -> refusing().events().start("hunt", context));
        context.put("level", 8);

        assertEquals(Map.of("level", 8), context);
        assertEquals(Map.of("level", 7L), platform.only().json().get("playerContext"));
    }

    private static Map<String, Object> context() {
        Map<String, Object> deep = new LinkedHashMap<>();
        deep.put("none", null);
        deep.put("x", new BigDecimal("0.5"));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("VIP", true);
        context.put("none", null);
        context.put("list", Arrays.asList(1, null, "a"));
        context.put("deep", deep);
        return context;
    }

    private static Map<String, Number> metrics() {
        Map<String, Number> metrics = new LinkedHashMap<>();
        metrics.put("kills", 3);
        metrics.put("Damage Done", 0.25);
        return metrics;
    }
}
