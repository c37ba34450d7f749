package io.kraty.sandbox.internal.game.social;

import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.game.players.Players;
import org.jspecify.annotations.Nullable;

/** Whom a request means that names a player by friend code or by id. */
public final class FriendTargets {
    private final Players players;
    private final FriendCodes codes;

    FriendTargets(Players players, FriendCodes codes) {
        this.players = players;
        this.codes = codes;
    }

    /**
     * The player with this code or this id.
     *
     * @throws ApiError 400 unless exactly one of the two is given, 404 if nobody has it
     */
    public Player find(@Nullable String friendCode, @Nullable String externalPlayerId) {
        if (friendCode != null && externalPlayerId == null) {
            return byCode(friendCode);
        }
        if (externalPlayerId != null && friendCode == null) {
            return byId(externalPlayerId);
        }
        throw ApiError.invalid("friendCode", "or externalPlayerId is required, and only one of the two");
    }

    private Player byCode(String friendCode) {
        if (friendCode.isEmpty()) {
            throw ApiError.invalid("friendCode", "must not be empty");
        }
        Player player = codes.owner(friendCode);
        if (player == null) {
            throw new ApiError(404, ErrorCode.FRIEND_CODE_INVALID, "Nobody has this friend code.");
        }
        return player;
    }

    private Player byId(String externalPlayerId) {
        if (externalPlayerId.isEmpty()) {
            throw ApiError.invalid("externalPlayerId", "must not be empty");
        }
        Player player = players.find(externalPlayerId);
        if (player == null) {
            throw ApiError.notFound("player");
        }
        return player;
    }
}
