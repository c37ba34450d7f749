package io.kraty.sandbox.internal.http;

import io.kraty.api.model.Grant;
import io.kraty.api.model.GrantKind;
import io.kraty.api.model.OpenCrateResponse;
import io.kraty.api.runtime.Json;
import io.kraty.sandbox.internal.game.World;

/** What players were given. */
final class GrantEndpoints {
    private static final int DEFAULT_LIMIT = 50;

    private final World world;

    GrantEndpoints(World world) {
        this.world = world;
    }

    Success<?> pending(Call call) {
        int limit = call.query().integer("limit", 1, Integer.MAX_VALUE, DEFAULT_LIMIT);
        return Success.of(200, Json.list(Grant.Adapter.INSTANCE), world.grants().pending(call.requirePlayer(), limit));
    }

    Success<?> claim(Call call) {
        return grant(200, world.grants().claim(call.requirePlayer(), call.parameter(0)));
    }

    Success<?> open(Call call) {
        return Success.of(
                200, OpenCrateResponse.Adapter.INSTANCE, world.grants().open(call.requirePlayer(), call.parameter(0)));
    }

    /** [choice] The metadata is the studio's to look at: no read of a player shows it. */
    Success<?> toSelf(Call call) {
        Body body = call.requireBody();
        body.object("metadata");
        String kind = body.text("kind");
        return grant(
                201,
                world.selfGrants()
                        .grant(
                                call.requirePlayer(),
                                kind == null ? GrantKind.REWARD : GrantKind.of(kind),
                                new GrantEntries(world.game()).parse(body),
                                body.timestamp("expiresAt")));
    }

    private static Success<?> grant(int status, Grant grant) {
        return Success.of(status, Grant.Adapter.INSTANCE, grant);
    }
}
