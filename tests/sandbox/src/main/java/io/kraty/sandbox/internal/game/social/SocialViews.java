package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.Friend;
import io.kraty.api.model.FriendCode;
import io.kraty.api.model.FriendRelationship;
import io.kraty.api.model.FriendRequest;
import io.kraty.api.model.FriendSearchResult;
import io.kraty.api.model.FriendSuggestion;
import io.kraty.api.model.OtherPlayer;
import io.kraty.api.model.PlayerPresence;
import io.kraty.api.model.SocialDirection;
import io.kraty.sandbox.internal.game.holdings.Holdings;
import io.kraty.sandbox.internal.game.players.Player;
import java.util.List;

/** Players as other players see them. */
final class SocialViews {
    private final Holdings holdings;
    private final Presence presence;
    private final Friendships friendships;
    private final GiftBox gifts;

    SocialViews(Holdings holdings, Presence presence, Friendships friendships, GiftBox gifts) {
        this.holdings = holdings;
        this.presence = presence;
        this.friendships = friendships;
        this.gifts = gifts;
    }

    Friend friend(Player viewer, Player friend, List<String> progression) {
        PlayerPresence now = presence.of(friend);
        return Friend.builder()
                .externalPlayerId(friend.externalId())
                .displayIdentity(friend.identity())
                .friendsSince(friendships.since(viewer, friend))
                .online(now.online())
                .lastActiveAt(now.lastActiveAt())
                .status(now.status())
                .progression(holdings.balances(friend, progression))
                .giftCooldownUntil(gifts.cooldownUntil(viewer, friend))
                .build();
    }

    FriendRequest request(Player viewer, PendingRequest request, List<String> progression) {
        boolean incoming = request.to() == viewer;
        return new FriendRequest(
                request.id(),
                incoming ? SocialDirection.INCOMING : SocialDirection.OUTGOING,
                other(incoming ? request.from() : request.to(), progression),
                request.createdAt());
    }

    FriendSearchResult found(Player player, FriendRelationship relationship, List<String> progression) {
        return new FriendSearchResult(
                player.externalId(), player.identity(), relationship, holdings.balances(player, progression));
    }

    FriendSuggestion suggestion(Player player, List<String> progression) {
        PlayerPresence now = presence.of(player);
        return new FriendSuggestion(
                player.externalId(),
                player.identity(),
                now.online(),
                now.lastActiveAt(),
                now.status(),
                holdings.balances(player, progression));
    }

    FriendCode code(Player player, String code, List<String> progression) {
        return new FriendCode(code, player.identity(), holdings.balances(player, progression));
    }

    OtherPlayer other(Player player, List<String> progression) {
        return new OtherPlayer(player.externalId(), player.identity(), holdings.balances(player, progression));
    }
}
