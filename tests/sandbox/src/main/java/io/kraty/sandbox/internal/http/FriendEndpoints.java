package io.kraty.sandbox.internal.http;

import io.kraty.api.model.AcceptedFriend;
import io.kraty.api.model.CancelFriendRequestEnvelope;
import io.kraty.api.model.CancelFriendRequestResult;
import io.kraty.api.model.DeclineFriendRequestEnvelope;
import io.kraty.api.model.DeclineFriendRequestResult;
import io.kraty.api.model.FriendCodeEnvelope;
import io.kraty.api.model.FriendEnvelope;
import io.kraty.api.model.FriendListEnvelope;
import io.kraty.api.model.FriendRequestStatus;
import io.kraty.api.model.FriendRequestsEnvelope;
import io.kraty.api.model.FriendSearchEnvelope;
import io.kraty.api.model.FriendSuggestionsEnvelope;
import io.kraty.api.model.PlayerPresenceEnvelope;
import io.kraty.api.model.RemoveFriendEnvelope;
import io.kraty.api.model.RemoveFriendResult;
import io.kraty.api.model.SendFriendRequestEnvelope;
import io.kraty.api.model.SendFriendRequestResult;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.players.Player;

/** Friends, who might become so, and who is here. */
final class FriendEndpoints {
    /** [choice] */
    private static final int DEFAULT_RESULTS = 20;

    private static final int DEFAULT_SUGGESTIONS = 5;
    private static final int MOST_SUGGESTIONS = 25;

    private final World world;

    FriendEndpoints(World world) {
        this.world = world;
    }

    /** The other player that a body names. */
    static Player target(World world, Body body) {
        return world.social().targets().find(body.text("friendCode"), body.text("externalPlayerId"));
    }

    Success<?> code(Call call) {
        return Success.of(
                200,
                FriendCodeEnvelope.Adapter.INSTANCE,
                new FriendCodeEnvelope(
                        world.social().code(call.requirePlayer(), call.query().progression())));
    }

    /** A status that is null is not the same as none. */
    Success<?> heartbeat(Call call) {
        Body body = call.requireBody();
        String status = body.text("status");
        if (body.json().has("status")) {
            world.social().presence().status(call.requirePlayer(), status);
        }
        return Success.of(
                200,
                PlayerPresenceEnvelope.Adapter.INSTANCE,
                new PlayerPresenceEnvelope(world.social().presence().heartbeat(call.requirePlayer())));
    }

    Success<?> list(Call call) {
        return Success.of(
                200,
                FriendListEnvelope.Adapter.INSTANCE,
                new FriendListEnvelope(world.social()
                        .friends()
                        .list(call.requirePlayer(), call.query().progression())));
    }

    Success<?> search(Call call) {
        String text = call.query().text("q");
        if (text == null || text.isBlank()) {
            throw ApiError.invalid("q", "is required");
        }
        int limit = call.query().integer("limit", 1, Integer.MAX_VALUE, DEFAULT_RESULTS);
        return Success.of(
                200,
                FriendSearchEnvelope.Adapter.INSTANCE,
                new FriendSearchEnvelope(world.social()
                        .search()
                        .find(
                                call.requirePlayer(),
                                text.strip(),
                                limit,
                                call.query().progression())));
    }

    Success<?> suggest(Call call) {
        int limit = call.query().clamped("limit", 1, MOST_SUGGESTIONS, DEFAULT_SUGGESTIONS);
        return Success.of(
                200,
                FriendSuggestionsEnvelope.Adapter.INSTANCE,
                new FriendSuggestionsEnvelope(world.social()
                        .suggestions()
                        .suggest(call.requirePlayer(), limit, call.query().progression())));
    }

    Success<?> requests(Call call) {
        return Success.of(
                200,
                FriendRequestsEnvelope.Adapter.INSTANCE,
                new FriendRequestsEnvelope(world.social()
                        .friends()
                        .requests(call.requirePlayer(), call.query().progression())));
    }

    Success<?> ask(Call call) {
        SendFriendRequestResult result =
                world.social().friends().ask(call.requirePlayer(), target(world, call.requireBody()));
        return Success.of(
                result.status().equals(FriendRequestStatus.ACCEPTED) ? 200 : 201,
                SendFriendRequestEnvelope.Adapter.INSTANCE,
                new SendFriendRequestEnvelope(result));
    }

    Success<?> accept(Call call) {
        return Success.of(
                200,
                FriendEnvelope.Adapter.INSTANCE,
                new FriendEnvelope(
                        new AcceptedFriend(world.social().friends().accept(call.requirePlayer(), call.parameter(0)))));
    }

    Success<?> decline(Call call) {
        world.social().friends().decline(call.requirePlayer(), call.parameter(0));
        return Success.of(
                200,
                DeclineFriendRequestEnvelope.Adapter.INSTANCE,
                new DeclineFriendRequestEnvelope(new DeclineFriendRequestResult(true)));
    }

    Success<?> cancel(Call call) {
        world.social().friends().cancel(call.requirePlayer(), call.parameter(0));
        return Success.of(
                200,
                CancelFriendRequestEnvelope.Adapter.INSTANCE,
                new CancelFriendRequestEnvelope(new CancelFriendRequestResult(true)));
    }

    Success<?> remove(Call call) {
        world.social().friends().remove(call.requirePlayer(), call.parameter(0));
        return Success.of(
                200, RemoveFriendEnvelope.Adapter.INSTANCE, new RemoveFriendEnvelope(new RemoveFriendResult(true)));
    }
}
