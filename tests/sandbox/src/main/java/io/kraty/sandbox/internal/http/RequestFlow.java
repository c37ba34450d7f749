package io.kraty.sandbox.internal.http;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.wire.WireRequest;
import io.kraty.sandbox.internal.wire.WireServer;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request through routing, credentials, validation and idempotency to its effect, and back.
 *
 * <p>[choice] Credentials of a stream are looked at when it begins: it goes on when the player's secret is replaced, or the
 * player banned, who may read anyway.
 */
final class RequestFlow {
    private static final Logger LOG = Logger.getLogger("io.kraty.sandbox");
    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");

    private final World world;
    private final Keys keys;
    private final Endpoints endpoints;
    private final AnswerWriter writer;
    private final Idempotency idempotency;
    private final Streams streams;
    private final RateLimiter limiter;

    RequestFlow(
            World world,
            Keys keys,
            RateLimiter limiter,
            Idempotency idempotency,
            Streams streams,
            AnswerWriter writer) {
        this.world = world;
        this.keys = keys;
        this.endpoints = new Endpoints(world);
        this.idempotency = idempotency;
        this.streams = streams;
        this.limiter = limiter;
        this.writer = writer;
    }

    /** The answer; null for a stream, which has yet to begin. */
    @Nullable
    Answer answer(Asked asked, String requestId) {
        return guarded(() -> serve(asked, requestId));
    }

    private @Nullable Answer serve(Asked asked, String requestId) {
        WireRequest request = asked.wire();
        if (request.isOversize()) {
            throw ApiError.invalid("body", "must be at most " + WireServer.MOST_BODY_BYTES + " bytes");
        }
        Route route = asked.requireRoute();
        keys.requireSdkKey(request.header("Authorization"));
        RateLimiter.Retry retry = limiter.check();
        if (retry != null) {
            throw retry.error();
        }
        Player player = authenticate(route, request.header("X-Player-Secret"));
        Query query = new Query(request.query());
        if (route.isStream()) {
            world.call(() -> {
                streams.check(world, route);
                return true;
            });
            return null;
        }
        if (!route.hasBody()) {
            return carryOut(new Call(route, query, null, player), requestId);
        }
        requireJson(request.header("Content-Type"));
        Body body = asked.requireBody();
        Call call = new Call(route, query, body, player);
        String key = route.takesBag() ? null : body.idempotencyKey();
        if (key == null) {
            return carryOut(call, requestId);
        }
        return idempotency.once(
                new Idempotency.Key(call.externalPlayerId(), route.operation(), key),
                new Idempotency.Content(request.target(), body.json()),
                () -> Objects.requireNonNull(guarded(() -> carryOut(call, requestId))));
    }

    /** [choice] A body may come without a type, but not with another one. */
    private static void requireJson(@Nullable String contentType) {
        if (contentType != null && !JSON.matcher(contentType).matches()) {
            throw ApiError.invalid("Content-Type", "must be application/json");
        }
    }

    private @Nullable Player authenticate(Route route, @Nullable String secret) {
        String id = route.player();
        if (id == null) {
            return null;
        }
        return world.call(() -> {
            Player player = world.players().find(id);
            if (route.needsSecret()) {
                Keys.requireSecret(player, secret);
            }
            if (route.isWrite() && world.players().isBanned(id)) {
                throw ApiError.forbidden(ErrorCode.PLAYER_BANNED, "This player is banned.");
            }
            return player;
        });
    }

    private Answer carryOut(Call call, String requestId) {
        return writer.write(world.call(requestId, () -> endpoints.answer(call)));
    }

    /** Turns what went wrong into an answer. */
    private static @Nullable Answer guarded(Supplier<? extends @Nullable Answer> step) {
        try {
            return step.get();
        } catch (ApiError e) {
            return Answer.of(e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The sandbox failed to answer", e);
            return Answer.of(new ApiError(500, ErrorCode.INTERNAL_ERROR, "The sandbox failed: " + e));
        }
    }
}
