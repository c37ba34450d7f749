package io.kraty.sandbox.internal.http;

import io.kraty.api.model.AcceptedFriend;
import io.kraty.api.model.BlockListEnvelope;
import io.kraty.api.model.BlockPlayerResult;
import io.kraty.api.model.BlockedPlayerEnvelope;
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
import io.kraty.api.model.UnblockPlayerEnvelope;
import io.kraty.api.model.UnblockPlayerResult;
import io.kraty.sandbox.internal.game.ApiError;
import io.kraty.sandbox.internal.game.Player;
import io.kraty.sandbox.internal.game.Social;
import java.util.List;

/** What the operations between players mean for the game, gifts aside. Called with the world's lock held. */
final class SocialEndpoints {
    /** [choice] */
    private static final int DEFAULT_RESULTS = 20;

    private static final int DEFAULT_SUGGESTIONS = 5;
    private static final int MOST_SUGGESTIONS = 25;

    private final Social social;

    SocialEndpoints(Social social) {
        this.social = social;
    }

    Answer answer(Call call) {
        Player player = call.requirePlayer();
        List<String> progression = call.query().progression();
        return switch (call.route().operation()) {
            case GET_FRIEND_CODE ->
                Answer.of(
                        200,
                        FriendCodeEnvelope.Adapter.INSTANCE,
                        new FriendCodeEnvelope(social.code(player, progression)));
            case HEARTBEAT -> heartbeat(player, call.requireBody());
            case LIST_FRIENDS ->
                Answer.of(
                        200,
                        FriendListEnvelope.Adapter.INSTANCE,
                        new FriendListEnvelope(social.friends().list(player, progression)));
            case SEARCH_FRIENDS -> search(player, call.query(), progression);
            case SUGGEST_FRIENDS ->
                Answer.of(
                        200,
                        FriendSuggestionsEnvelope.Adapter.INSTANCE,
                        new FriendSuggestionsEnvelope(social.suggestions()
                                .suggest(
                                        player,
                                        call.query().clamped("limit", 1, MOST_SUGGESTIONS, DEFAULT_SUGGESTIONS),
                                        progression)));
            case LIST_FRIEND_REQUESTS ->
                Answer.of(
                        200,
                        FriendRequestsEnvelope.Adapter.INSTANCE,
                        new FriendRequestsEnvelope(social.friends().requests(player, progression)));
            case SEND_FRIEND_REQUEST -> ask(player, call.requireBody());
            case ACCEPT_FRIEND_REQUEST ->
                Answer.of(
                        200,
                        FriendEnvelope.Adapter.INSTANCE,
                        new FriendEnvelope(new AcceptedFriend(social.friends().accept(player, call.parameter(0)))));
            case DECLINE_FRIEND_REQUEST -> {
                social.friends().decline(player, call.parameter(0));
                yield Answer.of(
                        200,
                        DeclineFriendRequestEnvelope.Adapter.INSTANCE,
                        new DeclineFriendRequestEnvelope(new DeclineFriendRequestResult(true)));
            }
            case CANCEL_FRIEND_REQUEST -> {
                social.friends().cancel(player, call.parameter(0));
                yield Answer.of(
                        200,
                        CancelFriendRequestEnvelope.Adapter.INSTANCE,
                        new CancelFriendRequestEnvelope(new CancelFriendRequestResult(true)));
            }
            case REMOVE_FRIEND -> {
                social.friends().remove(player, call.parameter(0));
                yield Answer.of(
                        200,
                        RemoveFriendEnvelope.Adapter.INSTANCE,
                        new RemoveFriendEnvelope(new RemoveFriendResult(true)));
            }
            case LIST_BLOCKS ->
                Answer.of(
                        200,
                        BlockListEnvelope.Adapter.INSTANCE,
                        new BlockListEnvelope(social.blocks().list(player)));
            case BLOCK_PLAYER ->
                Answer.of(
                        201,
                        BlockedPlayerEnvelope.Adapter.INSTANCE,
                        new BlockedPlayerEnvelope(new BlockPlayerResult(
                                social.blocks().block(player, target(social, call.requireBody())))));
            case UNBLOCK_PLAYER -> {
                social.blocks().unblock(player, call.parameter(0));
                yield Answer.of(
                        200,
                        UnblockPlayerEnvelope.Adapter.INSTANCE,
                        new UnblockPlayerEnvelope(new UnblockPlayerResult(true)));
            }
            default -> throw new IllegalStateException("not answered here: " + call.route());
        };
    }

    /** The other player that a body names. */
    static Player target(Social social, Body body) {
        return social.targets().find(body.text("friendCode"), body.text("externalPlayerId"));
    }

    /** A status that is null is not the same as none. */
    private Answer heartbeat(Player player, Body body) {
        String status = body.text("status");
        if (body.json().has("status")) {
            social.presence().status(player, status);
        }
        return Answer.of(
                200,
                PlayerPresenceEnvelope.Adapter.INSTANCE,
                new PlayerPresenceEnvelope(social.presence().heartbeat(player)));
    }

    private Answer search(Player player, Query query, List<String> progression) {
        String text = query.text("q");
        if (text == null || text.isBlank()) {
            throw ApiError.invalid("q", "is required");
        }
        int limit = query.integer("limit", 1, Integer.MAX_VALUE, DEFAULT_RESULTS);
        return Answer.of(
                200,
                FriendSearchEnvelope.Adapter.INSTANCE,
                new FriendSearchEnvelope(social.search().find(player, text.strip(), limit, progression)));
    }

    private Answer ask(Player player, Body body) {
        SendFriendRequestResult result = social.friends().ask(player, target(social, body));
        return Answer.of(
                result.status().equals(FriendRequestStatus.ACCEPTED) ? 200 : 201,
                SendFriendRequestEnvelope.Adapter.INSTANCE,
                new SendFriendRequestEnvelope(result));
    }
}
