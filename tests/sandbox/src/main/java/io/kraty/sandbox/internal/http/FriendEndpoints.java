package io.kraty.sandbox.internal.http;

import io.kraty.api.model.AcceptedFriend;
import io.kraty.api.model.CancelFriendRequestResult;
import io.kraty.api.model.DeclineFriendRequestResult;
import io.kraty.api.model.FriendCode;
import io.kraty.api.model.FriendList;
import io.kraty.api.model.FriendRequestStatus;
import io.kraty.api.model.FriendRequests;
import io.kraty.api.model.FriendSearch;
import io.kraty.api.model.FriendSuggestions;
import io.kraty.api.model.PlayerPresence;
import io.kraty.api.model.RemoveFriendResult;
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
                FriendCode.Adapter.INSTANCE,
                world.social().code(call.requirePlayer(), call.query().progression()));
    }

    /** A status that is null is not the same as none. */
    Success<?> heartbeat(Call call) {
        Body body = call.requireBody();
        String status = body.text("status");
        if (body.json().has("status")) {
            world.social().presence().status(call.requirePlayer(), status);
        }
        return Success.of(
                200, PlayerPresence.Adapter.INSTANCE, world.social().presence().heartbeat(call.requirePlayer()));
    }

    Success<?> list(Call call) {
        return Success.of(
                200,
                FriendList.Adapter.INSTANCE,
                world.social().friends().list(call.requirePlayer(), call.query().progression()));
    }

    Success<?> search(Call call) {
        String text = call.query().text("q");
        if (text == null || text.isBlank()) {
            throw ApiError.invalid("q", "is required");
        }
        int limit = call.query().integer("limit", 1, Integer.MAX_VALUE, DEFAULT_RESULTS);
        return Success.of(
                200,
                FriendSearch.Adapter.INSTANCE,
                world.social()
                        .search()
                        .find(
                                call.requirePlayer(),
                                text.strip(),
                                limit,
                                call.query().progression()));
    }

    Success<?> suggest(Call call) {
        int limit = call.query().clamped("limit", 1, MOST_SUGGESTIONS, DEFAULT_SUGGESTIONS);
        return Success.of(
                200,
                FriendSuggestions.Adapter.INSTANCE,
                world.social()
                        .suggestions()
                        .suggest(call.requirePlayer(), limit, call.query().progression()));
    }

    Success<?> requests(Call call) {
        return Success.of(
                200,
                FriendRequests.Adapter.INSTANCE,
                world.social()
                        .friends()
                        .requests(call.requirePlayer(), call.query().progression()));
    }

    Success<?> ask(Call call) {
        SendFriendRequestResult result =
                world.social().friends().ask(call.requirePlayer(), target(world, call.requireBody()));
        return Success.of(
                result.status().equals(FriendRequestStatus.ACCEPTED) ? 200 : 201,
                SendFriendRequestResult.Adapter.INSTANCE,
                result);
    }

    Success<?> accept(Call call) {
        return Success.of(
                200,
                AcceptedFriend.Adapter.INSTANCE,
                new AcceptedFriend(world.social().friends().accept(call.requirePlayer(), call.parameter(0))));
    }

    Success<?> decline(Call call) {
        world.social().friends().decline(call.requirePlayer(), call.parameter(0));
        return Success.of(200, DeclineFriendRequestResult.Adapter.INSTANCE, new DeclineFriendRequestResult(true));
    }

    Success<?> cancel(Call call) {
        world.social().friends().cancel(call.requirePlayer(), call.parameter(0));
        return Success.of(200, CancelFriendRequestResult.Adapter.INSTANCE, new CancelFriendRequestResult(true));
    }

    Success<?> remove(Call call) {
        world.social().friends().remove(call.requirePlayer(), call.parameter(0));
        return Success.of(200, RemoveFriendResult.Adapter.INSTANCE, new RemoveFriendResult(true));
    }
}
