package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import io.kraty.api.model.RewardEntry;
import io.kraty.sandbox.internal.engine.Engine;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.players.Player;
import io.kraty.sandbox.internal.http.Body;
import io.kraty.sandbox.internal.http.GrantEntries;
import java.util.List;

/** What somebody does to a player. Answers with the player, unless there is something that they do not show. */
final class PlayerCalls {
    private final Engine sandbox;
    private final World world;

    PlayerCalls(Engine sandbox, World world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    JsonElement get(Input input) {
        return player(input.key());
    }

    JsonElement register(Input input) {
        return Control.object("secret", new JsonPrimitive(sandbox.register(input.key())));
    }

    JsonElement grant(Input input) {
        input.only("entries");
        find(input.key());
        List<RewardEntry> entries = new GrantEntries(world.game()).parse(input.body());
        return Control.object("grants", Views.json(sandbox.grant(input.key(), entries)));
    }

    JsonElement credit(Input input) {
        input.only("economyKey", "amount");
        find(input.key());
        Body body = input.body();
        String key = body.requireText("economyKey");
        if (!world.game().economyKeys().contains(key)) {
            throw body.invalid("economyKey", "must be one of " + world.game().economyKeys() + ", was " + key);
        }
        sandbox.credit(input.key(), key, body.amount("amount", 1));
        return player(input.key());
    }

    JsonElement ban(Input input) {
        sandbox.ban(input.key());
        return Control.object("banned", new JsonPrimitive(true));
    }

    JsonElement rotateSecret(Input input) {
        find(input.key());
        return Control.object("secret", new JsonPrimitive(sandbox.rotateSecret(input.key())));
    }

    JsonElement befriend(Input input) {
        input.only("with");
        find(input.key());
        String other = input.body().requireText("with");
        find(other);
        sandbox.befriend(input.key(), other);
        return player(input.key());
    }

    private JsonElement player(String id) {
        return world.call(() -> Views.json(world.snapshots().details(find(id))));
    }

    private Player find(String id) {
        return world.call(() -> {
            Player player = world.players().find(id);
            if (player == null) {
                throw Input.missing("player", id);
            }
            return player;
        });
    }
}
