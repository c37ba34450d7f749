package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.internal.form.Incoming;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.operation.Operations;
import io.kraty.sandbox.internal.trouble.Affliction;
import io.kraty.sandbox.internal.trouble.Effects;
import io.kraty.sandbox.internal.trouble.Troubles;
import io.kraty.sandbox.internal.wire.WireHandler;
import io.kraty.sandbox.internal.wire.WireOutcome;
import io.kraty.sandbox.internal.wire.WireRequest;
import io.kraty.sandbox.internal.wire.WireResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** Leads requests past the trouble they are to have to the game, and its answers back the same way. Keeps the log. */
final class Dispatcher implements WireHandler {
    private final World world;
    private final RequestFlow flow;
    private final Streams streams;
    private final Troubles troubles;
    private final RequestLog log;
    private final Clock clock;
    private final Executor threads;
    private final AtomicLong requests = new AtomicLong();

    Dispatcher(
            World world,
            RequestFlow flow,
            Streams streams,
            Troubles troubles,
            RequestLog log,
            Clock clock,
            Executor threads) {
        this.world = world;
        this.flow = flow;
        this.streams = streams;
        this.troubles = troubles;
        this.log = log;
        this.clock = clock;
        this.threads = threads;
    }

    /** A request on its way. */
    private record Passage(String id, Instant at, Asked asked, Affliction affliction) {
        Map<String, String> headers() {
            return Map.of("X-Request-Id", id);
        }
    }

    @Override
    public WireOutcome handle(WireRequest request) throws InterruptedException {
        String id = "req_" + requests.incrementAndGet();
        Asked asked = new Asked(request);
        Route route = asked.route();
        String operation = route == null ? null : route.operation().id();
        String player = route == null ? null : route.player();
        Affliction affliction = request.path().startsWith(Operations.ROOT)
                ? troubles.next(new Incoming(request.method(), request.path(), operation, player))
                : Affliction.NONE;
        Passage passage = new Passage(id, clock.instant(), asked, affliction);
        affliction.await();
        WireOutcome instead = Effects.instead(affliction.effect(), passage.headers());
        if (instead != null) {
            record(passage, instead, false, false);
            return instead;
        }
        Answer answer = flow.answer(asked, id);
        WireOutcome real = answer == null ? stream(passage) : respond(passage, answer);
        WireOutcome outcome = Effects.spoil(affliction.effect(), real, passage.headers());
        record(passage, outcome, true, answer != null && answer.isReplay());
        return outcome;
    }

    private static WireResponse respond(Passage passage, Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>(passage.headers());
        headers.put("Content-Type", "application/json");
        headers.putAll(answer.headers());
        return new WireResponse(answer.status(), headers, answer.body());
    }

    private WireOutcome stream(Passage passage) {
        Route route = passage.asked().requireRoute();
        Map<String, String> headers = new LinkedHashMap<>(passage.headers());
        headers.put("Content-Type", "text/event-stream");
        headers.put("Cache-Control", "no-store");
        StreamFate fate = StreamFate.of(passage.affliction().effect());
        return new WireOutcome.Streaming(headers, out -> {
            EventStream stream = new EventStream(out, threads, fate);
            world.call(() -> {
                streams.subscribe(world, route, stream);
                return true;
            });
        });
    }

    private void record(Passage passage, WireOutcome outcome, boolean processed, boolean replayed) {
        WireRequest request = passage.asked().wire();
        Route route = passage.asked().route();
        log.add(new RecordedRequest(
                passage.id(),
                passage.at(),
                request.method(),
                request.target(),
                route == null ? null : route.operation().id(),
                route == null ? null : route.player(),
                passage.asked().stampedKey(),
                status(outcome),
                processed,
                replayed,
                passage.affliction().words()));
    }

    private static int status(WireOutcome outcome) {
        if (outcome instanceof WireResponse response) {
            return response.status();
        } else if (outcome instanceof WireOutcome.Partial partial) {
            return partial.response().status();
        }
        return outcome instanceof WireOutcome.Streaming ? 200 : 0;
    }
}
