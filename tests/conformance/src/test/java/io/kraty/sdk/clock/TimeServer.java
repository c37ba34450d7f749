package io.kraty.sdk.clock;

import io.kraty.sdk.FakeTiming;
import io.kraty.sdk.Kraty;
import io.kraty.sdk.KratyClientOptions;
import io.kraty.sdk.PlayTestOptions;
import io.kraty.sdk.request.KratyRetryConfig;
import io.kraty.sdk.wire.Exchange;
import io.kraty.sdk.wire.Received;
import io.kraty.sdk.wire.TinyServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Scripted answers about the time: a clock that is right, and a network that takes as long as the test says, both on the
 * test's own time. The sandbox's clock cannot say how long an answer was under way.
 */
final class TimeServer implements AutoCloseable {
    /** What the server's clock showed when the test's monotonic clock stood at zero. */
    static final Instant START = Instant.parse("2026-09-01T08:15:00Z");

    final FakeTiming timing = FakeTiming.flowing();
    private final BlockingQueue<TinyServer.Handler> script = new LinkedBlockingQueue<>();
    private final TinyServer server;

    TimeServer() throws IOException {
        server = TinyServer.answering(exchange -> script.remove().handle(exchange));
    }

    /** The next request takes {@code there} to arrive and its answer {@code back}. */
    TimeServer answers(Duration there, Duration back) {
        return then(exchange -> {
            timing.advance(there);
            String body = time(START.plus(elapsed()).toEpochMilli());
            timing.advance(back);
            exchange.json(200, body);
        });
    }

    /** The next request takes as long in both directions. */
    TimeServer answers(Duration roundTrip) {
        return answers(roundTrip.dividedBy(2), roundTrip.dividedBy(2));
    }

    TimeServer then(TinyServer.Handler step) {
        script.add(step);
        return this;
    }

    TimeServer fails(int status) {
        return then(exchange -> exchange.error(status, "code_" + status));
    }

    TimeServer drops() {
        return then(Exchange::drop);
    }

    /** No request is answered from here on; {@code hungUp} learns of each whether the client got tired of waiting. */
    TimeServer holds(BlockingQueue<Boolean> hungUp) {
        return then(exchange -> {
            holds(hungUp);
            hungUp.add(exchange.awaitDisconnect());
        });
    }

    /** How far the test's monotonic clock has gone. */
    Duration elapsed() {
        return Duration.ofNanos(timing.nanoTime());
    }

    /** What the server's clock shows now. */
    Instant now() {
        return START.plus(elapsed());
    }

    List<Received> requests() {
        return server.requests();
    }

    /** Options that repeat nothing by themselves, and give up on nothing. */
    KratyClientOptions.Builder options() {
        return PlayTestOptions.at(server.url(), timing)
                .timeout(Duration.ofHours(1))
                .retry(KratyRetryConfig.none());
    }

    Kraty client() {
        return Kraty.create(options().build());
    }

    static String time(long epochMs) {
        return "{\"data\":{\"epochMs\":" + epochMs + ",\"iso\":\"" + Instant.ofEpochMilli(epochMs)
                + "\",\"timezone\":\"Europe/Lisbon\",\"offsetMinutes\":60,\"local\":\"2026-09-01T09:15:00\"}}";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
