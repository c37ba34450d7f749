package io.kraty.sandbox.internal.http;

import io.kraty.api.model.EventListing;
import io.kraty.api.model.EventStatusFilter;
import io.kraty.api.model.FinishAttemptResponse;
import io.kraty.api.model.Lobby;
import io.kraty.api.model.ProgressMode;
import io.kraty.api.model.ProgressResponse;
import io.kraty.api.model.StartAttemptResponse;
import io.kraty.api.runtime.Json;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.events.ProgressReport;
import io.kraty.sandbox.internal.game.players.Profiles;
import java.util.List;
import java.util.Map;

/** Events, lobbies and attempts. */
final class EventEndpoints {
    private final World world;

    EventEndpoints(World world) {
        this.world = world;
    }

    /** [choice] {@code active} is what is listed anyway; another status lists nothing. */
    Success<?> list(Call call) {
        String status = call.query().text("status");
        boolean active = status == null || EventStatusFilter.of(status).equals(EventStatusFilter.ACTIVE);
        return Success.of(
                200,
                Json.list(EventListing.Adapter.INSTANCE),
                active ? world.events().list(call.player()) : List.of());
    }

    Success<?> start(Call call) {
        Map<String, String> facts = Profiles.facts(call.requireBody().freeForm("playerContext"));
        StartAttemptResponse started = world.events().start(call.requirePlayer(), call.parameter(0), facts);
        world.profiles().remember(call.requirePlayer(), facts);
        return Success.of(201, StartAttemptResponse.Adapter.INSTANCE, started);
    }

    Success<?> progress(Call call) {
        Body body = call.requireBody();
        body.timestamp("occurredAt");
        ProgressReport report =
                new ProgressReport(isIncrement(body), body.score("metricValue"), body.scores("metrics"));
        return Success.of(
                200,
                ProgressResponse.Adapter.INSTANCE,
                world.progress().report(call.requirePlayer(), call.parameter(0), call.parameter(1), report));
    }

    Success<?> finish(Call call) {
        return Success.of(
                200,
                FinishAttemptResponse.Adapter.INSTANCE,
                world.progress().finish(call.requirePlayer(), call.parameter(0), call.parameter(1)));
    }

    Success<?> lobby(Call call) {
        return Success.of(200, Lobby.Adapter.INSTANCE, world.lobbies().read(call.parameter(0)));
    }

    private static boolean isIncrement(Body body) {
        String mode = body.text("mode");
        return switch (mode == null
                ? ProgressMode.Known.UNRECOGNIZED
                : ProgressMode.of(mode).known()) {
            case SET -> false;
            case INCREMENT -> true;
            case UNRECOGNIZED -> throw body.invalid("mode", "must be set or increment");
        };
    }
}
