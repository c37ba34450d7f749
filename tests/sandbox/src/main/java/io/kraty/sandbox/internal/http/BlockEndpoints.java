package io.kraty.sandbox.internal.http;

import io.kraty.api.model.BlockList;
import io.kraty.api.model.BlockPlayerResult;
import io.kraty.api.model.UnblockPlayerResult;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.players.Player;

/** Whom players want to have nothing to do with. */
final class BlockEndpoints {
    private final World world;

    BlockEndpoints(World world) {
        this.world = world;
    }

    Success<?> list(Call call) {
        return Success.of(
                200, BlockList.Adapter.INSTANCE, world.social().blocks().list(call.requirePlayer()));
    }

    Success<?> block(Call call) {
        Player other = FriendEndpoints.target(world, call.requireBody());
        return Success.of(
                201,
                BlockPlayerResult.Adapter.INSTANCE,
                new BlockPlayerResult(world.social().blocks().block(call.requirePlayer(), other)));
    }

    Success<?> unblock(Call call) {
        world.social().blocks().unblock(call.requirePlayer(), call.parameter(0));
        return Success.of(200, UnblockPlayerResult.Adapter.INSTANCE, new UnblockPlayerResult(true));
    }
}
