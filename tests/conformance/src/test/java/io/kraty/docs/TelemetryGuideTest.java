package io.kraty.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.KratyView;
import io.kraty.sdk.request.RequestOptions;
import io.kraty.sdk.transport.MockPlatform;
import io.kraty.sdk.wire.Warnings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the guide to telemetry plugs in comes out where it should. */
class TelemetryGuideTest {
    @RegisterExtension
    static final MockPlatform platform = new MockPlatform();

    @RegisterExtension
    static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

    private final Tracer tracer = telemetry.getOpenTelemetry().getTracer("game");

    static KratyClientOptions.Builder measured(KratyClientOptions.Builder options, MeterRegistry registry) {
        return options.onRequest(info -> {
            Tags tags = Tags.of("operation", info.operation(), "outcome", info.outcomeCode());
            registry.timer("kraty.attempts", tags).record(info.duration());
            registry.timer("kraty.waits", "operation", info.operation()).record(info.waited());
            registry.counter("kraty.sent.bytes", tags).increment((double) info.bytesSent());
            registry.counter("kraty.received.bytes", tags).increment((double) info.bytesReceived());
        });
    }

    static KratyClientOptions.Builder traced(KratyClientOptions.Builder options, Tracer tracer) {
        return options.onRequest(info -> {
            Instant end = Instant.now();
            SpanBuilder attempt = tracer.spanBuilder(info.operation()).setSpanKind(SpanKind.CLIENT);
            Span span = attempt.setStartTimestamp(end.minus(info.duration())).startSpan();
            span.setAttribute("url.template", info.pathTemplate());
            span.setAttribute("http.request.resend_count", info.attempt() - 1L);
            if (!info.outcomeCode().equals("ok")) {
                span.setStatus(StatusCode.ERROR, info.outcomeCode());
            }
            span.end(end);
        });
    }

    static KratyView inThisTrace(Kraty kraty) {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, Map::put);
        return kraty.with(RequestOptions.none().headers(headers));
    }

    private static void refuseOnce() {
        platform.answers(MockPlatform.error(503, "internal_error"), MockPlatform.json(200, MockPlatform.DEBITED));
    }

    @Test
    void metrics_countAttemptsByOperationAndOutcome() {
        MeterRegistry registry = new SimpleMeterRegistry();
        Kraty kraty = platform.client(measured(platform.signedIn(), registry));
        refuseOnce();

        kraty.wallet().debit("gold", 5);

        assertEquals(
                1,
                registry.get("kraty.attempts")
                        .tags("operation", "debitWallet", "outcome", "ok")
                        .timer()
                        .count());
        assertEquals(
                1,
                registry.get("kraty.attempts")
                        .tag("outcome", "internal_error")
                        .timer()
                        .count());
        assertEquals(100, registry.get("kraty.waits").timer().totalTime(TimeUnit.MILLISECONDS));
        int content = platform.sent().get(0).body().length();
        assertEquals(
                content,
                registry.get("kraty.sent.bytes").tag("outcome", "ok").counter().count());
        assertTrue(registry.get("kraty.received.bytes")
                        .tag("outcome", "ok")
                        .counter()
                        .count()
                > 0);
    }

    @Test
    void spans_lieBelowTheOneOfTheCaller_oneForEachAttempt() {
        Kraty kraty = platform.client(traced(platform.signedIn(), tracer));
        refuseOnce();

        Span shop = tracer.spanBuilder("shop").startSpan();
        try (Scope current = shop.makeCurrent()) {
            assertTrue(Span.current().equals(shop), () -> String.valueOf(current));
            kraty.wallet().debit("gold", 5);
        } finally {
            shop.end();
        }

        List<SpanData> attempts = telemetry.getSpans().stream()
                .filter(span -> span.getKind() == SpanKind.CLIENT)
                .toList();
        assertEquals(2, attempts.size());
        for (int i = 0; i < 2; i++) {
            SpanData attempt = attempts.get(i);
            assertEquals("debitWallet", attempt.getName());
            assertEquals(shop.getSpanContext().getSpanId(), attempt.getParentSpanId());
            assertEquals(i, attempt.getAttributes().get(AttributeKey.longKey("http.request.resend_count")));
            assertEquals(
                    "/sdk/v1/players/{externalPlayerId}/wallet/{economyKey}/debit",
                    attempt.getAttributes().get(AttributeKey.stringKey("url.template")));
        }
        assertEquals(StatusCode.ERROR, attempts.get(0).getStatus().getStatusCode());
        assertEquals("internal_error", attempts.get(0).getStatus().getDescription());
        assertEquals(StatusCode.UNSET, attempts.get(1).getStatus().getStatusCode());
    }

    @Test
    void traceparent_namesTheSpanOfTheCaller_onEveryAttempt() {
        Kraty kraty = platform.client();
        refuseOnce();

        Span shop = tracer.spanBuilder("shop").startSpan();
        try (Scope current = shop.makeCurrent()) {
            assertTrue(Span.current().equals(shop), () -> String.valueOf(current));
            inThisTrace(kraty).wallet().debit("gold", 5);
        } finally {
            shop.end();
        }

        String expected = "00-" + shop.getSpanContext().getTraceId() + "-"
                + shop.getSpanContext().getSpanId() + "-"
                + shop.getSpanContext().getTraceFlags().asHex();
        assertEquals(2, platform.sent().size());
        platform.sent().forEach(sent -> assertEquals(expected, sent.header("traceparent")));
    }

    @Test
    void log_reachesTheRootLogger_whereABridgeListens() {
        platform.answers(MockPlatform.json(200, MockPlatform.WALLET));
        Kraty kraty = platform.client(platform.signedIn().onRequest(info -> {
            throw new IllegalStateException("hook");
        }));
        try (Warnings warnings = Warnings.of("")) {
            kraty.wallet().list();

            assertTrue(
                    warnings.texts().stream().anyMatch(text -> text.startsWith("the onRequest hook threw")),
                    warnings::toString);
        }
    }
}
