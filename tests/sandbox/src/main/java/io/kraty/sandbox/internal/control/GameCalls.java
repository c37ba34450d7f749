package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.kraty.sandbox.internal.engine.Engine;
import io.kraty.sandbox.internal.game.World;

/** What somebody does to the game as a whole, or to the way to it. */
final class GameCalls {
    private final Engine sandbox;
    private final World world;

    GameCalls(Engine sandbox, World world) {
        this.sandbox = sandbox;
        this.world = world;
    }

    JsonElement openWindow(Input input) {
        input.only("for");
        sandbox.openWindow(input.key(), input.duration("for"));
        return event(input.key());
    }

    JsonElement closeWindow(Input input) {
        sandbox.closeWindow(input.key());
        return event(input.key());
    }

    /** [choice] A configured board is never final; its periods end with time. */
    JsonElement closeBoard(Input input) {
        if (world.game().boards().stream().anyMatch(board -> board.key().equals(input.key()))) {
            sandbox.endPeriod(input.key());
        } else {
            sandbox.finalizeBoard(input.key());
        }
        return Control.object("closed", new JsonPrimitive(true));
    }

    JsonElement fillLobby(Input input) {
        sandbox.fillLobby(input.key());
        return lobby(input.key());
    }

    JsonElement closeLobby(Input input) {
        sandbox.closeLobby(input.key());
        return lobby(input.key());
    }

    JsonElement tickBots() {
        sandbox.tickBots();
        return new JsonObject();
    }

    JsonElement dropStreams() {
        int open = sandbox.openStreams();
        sandbox.dropStreams();
        return Control.object("dropped", new JsonPrimitive(open));
    }

    JsonElement goOffline(Input input) {
        input.only("for");
        sandbox.goOffline(input.duration("for"));
        return new JsonObject();
    }

    JsonElement answers() {
        return Control.object("leaveOutNulls", new JsonPrimitive(sandbox.leavesOutNulls()));
    }

    JsonElement setAnswers(Input input) {
        input.only("leaveOutNulls");
        Boolean leaveOutNulls = input.flag("leaveOutNulls");
        if (leaveOutNulls != null) {
            sandbox.leaveOutNulls(leaveOutNulls);
        }
        return answers();
    }

    JsonElement reset() {
        sandbox.reset();
        return new JsonObject();
    }

    private JsonElement event(String key) {
        return world.call(() -> Views.json(world.snapshots().event(key)));
    }

    private JsonElement lobby(String id) {
        return world.call(() -> Views.json(world.snapshots().lobby(id)));
    }
}
