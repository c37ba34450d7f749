package io.kraty.sandbox.internal.http;

import io.kraty.api.model.IdentityPair;
import io.kraty.api.model.PlayerMetadata;
import io.kraty.api.model.PlayerRegistration;
import io.kraty.sandbox.internal.game.World;

/** Registration, and what a player says about themselves. */
final class PlayerEndpoints {
    private final World world;

    PlayerEndpoints(World world) {
        this.world = world;
    }

    Success<?> register(Call call) {
        boolean force = call.query().flag("force");
        return Success.of(
                201, PlayerRegistration.Adapter.INSTANCE, world.players().register(call.externalPlayerId(), force));
    }

    Success<?> identity(Call call) {
        return identity(world.profiles().identity(call.externalPlayerId()));
    }

    Success<?> setIdentity(Call call) {
        Body body = call.requireBody();
        String name = body.requireText("name");
        String avatar = body.text("avatar");
        return identity(world.profiles().rename(call.requirePlayer(), name, avatar));
    }

    Success<?> setMetadata(Call call) {
        return metadata(world.profiles()
                .replaceMetadata(call.requirePlayer(), call.requireBody().freeForm()));
    }

    Success<?> mergeMetadata(Call call) {
        return metadata(world.profiles()
                .mergeMetadata(call.requirePlayer(), call.requireBody().freeForm()));
    }

    private static Success<?> identity(IdentityPair pair) {
        return Success.of(200, IdentityPair.Adapter.INSTANCE, pair);
    }

    private static Success<?> metadata(PlayerMetadata metadata) {
        return Success.of(200, PlayerMetadata.Adapter.INSTANCE, metadata);
    }
}
