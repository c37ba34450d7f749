package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.ErrorCode;
import io.kraty.api.model.Friend;
import io.kraty.api.model.FriendList;
import io.kraty.api.model.FriendRequestStatus;
import io.kraty.api.model.FriendRequests;
import io.kraty.api.model.SendFriendRequestResult;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.base.Settings;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How players become friends, and stop being so. Bots are no players: they have no id to ask for.
 *
 * <p>[choice] Asking again while the own request waits answers with that request, as the first time. Friends come in the
 * order in which they became so, requests oldest first. After a decline the other may ask again.
 */
public final class Friends {
    private final Settings settings;
    private final Players players;
    private final Friendships friendships;
    private final PendingRequests requests;
    private final Blocks blocks;
    private final SocialViews views;

    Friends(
            Settings settings,
            Players players,
            Friendships friendships,
            PendingRequests requests,
            Blocks blocks,
            SocialViews views) {
        this.settings = settings;
        this.players = players;
        this.friendships = friendships;
        this.requests = requests;
        this.blocks = blocks;
        this.views = views;
    }

    public FriendList list(Player player, List<String> progression) {
        return new FriendList(friendships.friends(player).stream()
                .map(friend -> views.friend(player, friend, progression))
                .toList());
    }

    public FriendRequests requests(Player player, List<String> progression) {
        return new FriendRequests(
                requests.all(request -> request.to() == player).stream()
                        .map(request -> views.request(player, request, progression))
                        .toList(),
                requests.all(request -> request.from() == player).stream()
                        .map(request -> views.request(player, request, progression))
                        .toList());
    }

    /** Asks, or accepts at once if the other has asked already. */
    public SendFriendRequestResult ask(Player player, Player other) {
        requirePossible(player, other);
        PendingRequest waiting = requests.between(player, other);
        if (waiting != null && waiting.from() == other) {
            return new SendFriendRequestResult(FriendRequestStatus.ACCEPTED, null, join(player, other));
        }
        PendingRequest request = waiting == null ? requests.add(player, other, now()) : waiting;
        return new SendFriendRequestResult(
                FriendRequestStatus.PENDING, views.request(player, request, List.of()), null);
    }

    /** Only the one who was asked may. */
    public Friend accept(Player player, String requestId) {
        return join(
                player,
                requests.take(requestId, request -> request.to() == player).from());
    }

    /** Only the one who was asked may. */
    public void decline(Player player, String requestId) {
        requests.take(requestId, request -> request.to() == player);
    }

    /** Only the one who asked may. */
    public void cancel(Player player, String requestId) {
        requests.take(requestId, request -> request.from() == player);
    }

    public void remove(Player player, String externalId) {
        @Nullable Player friend = players.find(externalId);
        if (friend == null || !friendships.end(player, friend)) {
            throw ApiError.notFound("friend");
        }
    }

    /** Makes friends of two players without either asking. */
    public void befriend(Player one, Player other) {
        requirePossible(one, other);
        join(one, other);
    }

    /** Makes friends of two players who are there from the start; both may say so. */
    public void introduce(String externalId, String otherExternalId) {
        Player one = Objects.requireNonNull(players.find(externalId));
        Player other = Objects.requireNonNull(players.find(otherExternalId));
        if (!friendships.exists(one, other)) {
            join(one, other);
        }
    }

    private void requirePossible(Player player, Player other) {
        if (player == other) {
            throw new ApiError(400, ErrorCode.CANNOT_FRIEND_SELF, "Players cannot be their own friend.");
        }
        if (blocks.areBetween(player, other)) {
            throw ApiError.forbidden(ErrorCode.PLAYER_BLOCKED, "One of the two has blocked the other.");
        }
        if (friendships.exists(player, other)) {
            throw new ApiError(409, ErrorCode.ALREADY_FRIENDS, "The two are friends already.");
        }
    }

    private Friend join(Player player, Player other) {
        requests.dropBetween(player, other);
        friendships.add(player, other, now());
        return views.friend(player, other, List.of());
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
