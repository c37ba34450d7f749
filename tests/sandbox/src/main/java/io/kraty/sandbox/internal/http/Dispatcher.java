package io.kraty.sandbox.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.RecordedRequest;
import io.kraty.sandbox.internal.game.ApiError;
import io.kraty.sandbox.internal.game.Player;
import io.kraty.sandbox.internal.game.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a request through routing, credentials, validation and idempotency to its effect, and back. */
final class Dispatcher implements HttpHandler {
    private static final System.Logger LOG = System.getLogger("io.kraty.sandbox");
    private static final int MOST_BODY_BYTES = 1 << 20;

    private final World world;
    private final Keys keys;
    private final Endpoints endpoints;
    private final Idempotency idempotency;
    private final Streams streams;
    private final RequestLog log;
    private final Executor threads;
    private final AtomicLong requests = new AtomicLong();

    Dispatcher(World world, Keys keys, Idempotency idempotency, Streams streams, RequestLog log, Executor threads) {
        this.world = world;
        this.keys = keys;
        this.endpoints = new Endpoints(world);
        this.idempotency = idempotency;
        this.streams = streams;
        this.log = log;
        this.threads = threads;
    }

    /** What is known about a request by the time it is recorded. */
    private static final class Trace {
        private @Nullable Route route;
        private @Nullable String idempotencyKey;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("X-Request-Id", "req_" + requests.incrementAndGet());
        Trace trace = new Trace();
        Answer answer = guarded(() -> serve(exchange, trace));
        if (answer == null) {
            record(exchange, trace, 200);
            stream(exchange, trace);
        } else {
            record(exchange, trace, answer.status());
            write(exchange, answer);
        }
    }

    /** The answer; null for a stream, which has yet to begin. */
    private @Nullable Answer serve(HttpExchange exchange, Trace trace) {
        String text = read(exchange);
        URI uri = exchange.getRequestURI();
        Route route = Route.of(exchange.getRequestMethod(), uri.getRawPath());
        trace.route = route;
        keys.requireSdkKey(exchange.getRequestHeaders().getFirst("Authorization"));
        Player player = authenticate(route, exchange.getRequestHeaders().getFirst("X-Player-Secret"));
        Query query = new Query(uri.getRawQuery());
        if (route.operation().isStream()) {
            world.call(() -> {
                streams.check(world, route);
                return true;
            });
            return null;
        }
        if (!route.operation().hasBody()) {
            return carryOut(new Call(route, query, null, player));
        }
        requireJson(exchange.getRequestHeaders().getFirst("Content-Type"));
        Body body = Body.parse(text);
        String key = route.operation().takesBag() ? body.stampedKey() : body.idempotencyKey();
        trace.idempotencyKey = key;
        Call call = new Call(route, query, body, player);
        if (key == null || route.operation().takesBag()) {
            return carryOut(call);
        }
        return idempotency.once(
                new Idempotency.Key(call.externalPlayerId(), route.operation(), key),
                new Idempotency.Content(uri.toString(), body.json()),
                () -> Objects.requireNonNull(guarded(() -> carryOut(call))));
    }

    /** [choice] A body may come without a type, but not with another one. */
    private static void requireJson(@Nullable String contentType) {
        String json = "application/json";
        if (contentType != null && !contentType.regionMatches(true, 0, json, 0, json.length())) {
            throw ApiError.invalid("Content-Type", "must be " + json);
        }
    }

    private @Nullable Player authenticate(Route route, @Nullable String secret) {
        String id = route.player();
        if (id == null) {
            return null;
        }
        return world.call(() -> {
            Player player = world.players().find(id);
            if (route.operation().needsSecret()) {
                Keys.requireSecret(player, secret);
            }
            if (route.operation().isWrite() && world.players().isBanned(id)) {
                throw ApiError.forbidden(ErrorCode.PLAYER_BANNED, "This player is banned.");
            }
            return player;
        });
    }

    private Answer carryOut(Call call) {
        return world.call(() -> endpoints.answer(call));
    }

    /** Turns what went wrong into an answer. */
    private static @Nullable Answer guarded(Supplier<? extends @Nullable Answer> step) {
        try {
            return step.get();
        } catch (ApiError e) {
            return Answer.of(e);
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The sandbox failed to answer", e);
            return Answer.of(new ApiError(500, ErrorCode.INTERNAL_ERROR, "The sandbox failed: " + e));
        }
    }

    private void stream(HttpExchange exchange, Trace trace) throws IOException {
        Route route = Objects.requireNonNull(trace.route);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        EventStream stream = new EventStream(exchange, threads);
        world.call(() -> {
            streams.subscribe(world, route, stream);
            return true;
        });
    }

    private void record(HttpExchange exchange, Trace trace, int status) {
        log.add(new RecordedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                status,
                trace.idempotencyKey,
                trace.route == null ? null : trace.route.player()));
    }

    private static String read(HttpExchange exchange) {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] bytes = in.readNBytes(MOST_BODY_BYTES + 1);
            if (bytes.length > MOST_BODY_BYTES) {
                throw ApiError.invalid("body", "must be at most " + MOST_BODY_BYTES + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (answer.status() == 405) {
                String allowed = Route.allowed(exchange.getRequestURI().getRawPath());
                exchange.getResponseHeaders().set("Allow", allowed);
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
