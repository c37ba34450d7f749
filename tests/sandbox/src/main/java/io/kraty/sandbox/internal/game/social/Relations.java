package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.FriendRelationship;
import io.kraty.sandbox.internal.game.players.Player;

/** How two players stand to each other. */
final class Relations {
    private final Friendships friendships;
    private final PendingRequests requests;
    private final Blocks blocks;

    Relations(Friendships friendships, PendingRequests requests, Blocks blocks) {
        this.friendships = friendships;
        this.requests = requests;
        this.blocks = blocks;
    }

    /** What {@code other} is to {@code player}. */
    FriendRelationship between(Player player, Player other) {
        if (friendships.exists(player, other)) {
            return FriendRelationship.FRIENDS;
        }
        PendingRequest request = requests.between(player, other);
        if (request == null) {
            return FriendRelationship.NONE;
        }
        return request.from() == player ? FriendRelationship.REQUEST_OUTGOING : FriendRelationship.REQUEST_INCOMING;
    }

    /** Whether the one may see the other where players look for players: not oneself, and nobody blocked. */
    boolean canFind(Player player, Player other) {
        return player != other && !blocks.areBetween(player, other);
    }
}
