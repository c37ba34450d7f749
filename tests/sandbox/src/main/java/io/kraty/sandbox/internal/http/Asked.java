package io.kraty.sandbox.internal.http;

import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.wire.WireRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is understood: what it is for, and what its body says. Both are found out once, whoever asks, and so is
 * what is wrong with them. For the thread that carries the request out, and no other.
 */
final class Asked {
    private final WireRequest wire;
    private final @Nullable Route route;
    private final @Nullable ApiError lost;
    private @Nullable Body body;
    private @Nullable ApiError malformed;

    Asked(WireRequest wire) {
        this.wire = wire;
        Route found = null;
        ApiError error = null;
        try {
            found = Route.of(wire.method(), wire.path());
        } catch (ApiError e) {
            error = e;
        }
        this.route = found;
        this.lost = error;
    }

    WireRequest wire() {
        return wire;
    }

    /** What it is for; null if there is no such thing. */
    @Nullable
    Route route() {
        return route;
    }

    /**
     * What it is for.
     *
     * @throws ApiError 404 for an unknown path, 405 for a known one with another method
     */
    Route requireRoute() {
        if (lost != null) {
            throw lost;
        }
        return Objects.requireNonNull(route);
    }

    /**
     * What its body says. Not looked at before somebody asks: there are reasons to refuse a request that come first.
     *
     * @throws ApiError 400 if the body is no JSON object
     */
    Body requireBody() {
        if (malformed != null) {
            throw malformed;
        }
        if (body == null) {
            body = parse();
        }
        return body;
    }

    /** The idempotency key in the body, whether or not the game got to look at it; null for none. */
    @Nullable
    String stampedKey() {
        if (route == null || !route.hasBody()) {
            return null;
        }
        try {
            return requireBody().stampedKey();
        } catch (ApiError e) {
            return null;
        }
    }

    private Body parse() {
        try {
            return Body.parse(wire.body());
        } catch (ApiError e) {
            malformed = e;
            throw e;
        }
    }
}
