package io.kraty.sandbox.internal.http;

import io.kraty.api.model.IdentityPair;
import io.kraty.api.model.IdentityPairEnvelope;
import io.kraty.api.model.PlayerMetadata;
import io.kraty.api.model.PlayerMetadataEnvelope;
import io.kraty.api.model.PlayerRegistrationEnvelope;
import io.kraty.sandbox.internal.game.World;

/** Registration, and what a player says about themselves. */
final class PlayerEndpoints {
    private final World world;

    PlayerEndpoints(World world) {
        this.world = world;
    }

    Answer register(Call call) {
        boolean force = call.query().flag("force");
        return Answer.of(
                201,
                PlayerRegistrationEnvelope.Adapter.INSTANCE,
                new PlayerRegistrationEnvelope(world.players().register(call.externalPlayerId(), force)));
    }

    Answer identity(Call call) {
        return identity(world.profiles().identity(call.externalPlayerId()));
    }

    Answer setIdentity(Call call) {
        Body body = call.requireBody();
        String name = body.requireText("name");
        String avatar = body.text("avatar");
        return identity(world.profiles().rename(call.requirePlayer(), name, avatar));
    }

    Answer setMetadata(Call call) {
        return metadata(world.profiles()
                .replaceMetadata(call.requirePlayer(), call.requireBody().freeForm()));
    }

    Answer mergeMetadata(Call call) {
        return metadata(world.profiles()
                .mergeMetadata(call.requirePlayer(), call.requireBody().freeForm()));
    }

    private static Answer identity(IdentityPair pair) {
        return Answer.of(200, IdentityPairEnvelope.Adapter.INSTANCE, new IdentityPairEnvelope(pair));
    }

    private static Answer metadata(PlayerMetadata metadata) {
        return Answer.of(200, PlayerMetadataEnvelope.Adapter.INSTANCE, new PlayerMetadataEnvelope(metadata));
    }
}
