package io.kraty.sdk.soak;

import io.kraty.api.model.BlockedPlayer;
import io.kraty.api.model.Friend;
import io.kraty.api.model.FriendRequest;
import io.kraty.api.model.FriendRequests;
import io.kraty.api.model.PresenceStatus;
import io.kraty.sdk.FriendsClient;

/** Friends, requests, blocks, presence. */
final class Friendship {
    private Friendship() {}

    static void find(SimulatedPlayer player) {
        FriendsClient friends = player.kraty().friends();
        player.soak.seen.code(friends.getCode().friendCode());
        friends.search("a");
        friends.suggestions();
        String code = player.soak.seen.code(player.dice);
        String other = player.soak.seen.player(player.dice);
        if (code != null && player.oneIn(2)) {
            friends.addByCode(code);
        } else if (other != null) {
            friends.addById(other);
        }
    }

    static void answer(SimulatedPlayer player) {
        FriendsClient friends = player.kraty().friends();
        FriendRequests requests = friends.listRequests();
        FriendRequest incoming = player.any(requests.incoming());
        if (incoming != null && player.oneIn(5)) {
            friends.decline(incoming.requestId());
        } else if (incoming != null) {
            friends.accept(incoming.requestId());
        }
        FriendRequest outgoing = player.any(requests.outgoing());
        if (outgoing != null && player.oneIn(4)) {
            friends.cancelRequest(outgoing.requestId());
        }
    }

    static void heartbeat(SimulatedPlayer player) {
        FriendsClient friends = player.kraty().friends();
        friends.heartbeat();
        friends.heartbeat(player.oneIn(2) ? PresenceStatus.of("In the arena") : PresenceStatus.cleared());
        friends.list();
    }

    static void fallOut(SimulatedPlayer player) {
        FriendsClient friends = player.kraty().friends();
        Friend friend = player.any(friends.list());
        if (friend != null && player.oneIn(3)) {
            friends.block(friend.externalPlayerId());
        } else if (friend != null) {
            friends.remove(friend.externalPlayerId());
        }
        BlockedPlayer blocked = player.any(friends.listBlocks());
        if (blocked != null) {
            friends.unblock(blocked.externalPlayerId());
        }
    }
}
