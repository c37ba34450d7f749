package io.kraty.sandbox.internal.http;

import io.kraty.api.model.BlockListEnvelope;
import io.kraty.api.model.BlockPlayerResult;
import io.kraty.api.model.BlockedPlayerEnvelope;
import io.kraty.api.model.UnblockPlayerEnvelope;
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
                200,
                BlockListEnvelope.Adapter.INSTANCE,
                new BlockListEnvelope(world.social().blocks().list(call.requirePlayer())));
    }

    Success<?> block(Call call) {
        Player other = FriendEndpoints.target(world, call.requireBody());
        return Success.of(
                201,
                BlockedPlayerEnvelope.Adapter.INSTANCE,
                new BlockedPlayerEnvelope(
                        new BlockPlayerResult(world.social().blocks().block(call.requirePlayer(), other))));
    }

    Success<?> unblock(Call call) {
        world.social().blocks().unblock(call.requirePlayer(), call.parameter(0));
        return Success.of(
                200, UnblockPlayerEnvelope.Adapter.INSTANCE, new UnblockPlayerEnvelope(new UnblockPlayerResult(true)));
    }
}
