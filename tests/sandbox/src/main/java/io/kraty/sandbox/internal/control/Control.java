package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.internal.engine.Engine;
import io.kraty.sandbox.internal.game.World;
import io.kraty.sandbox.internal.game.base.ApiError;
import io.kraty.sandbox.internal.http.Body;
import io.kraty.sandbox.internal.http.Percent;
import io.kraty.sandbox.internal.http.Query;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Answers the calls that steer the sandbox and look into it. Knows nothing of HTTP servers. */
public final class Control {
    private static final Logger LOG = Logger.getLogger("io.kraty.sandbox");

    private final LookCalls look;
    private final PlayerCalls players;
    private final ClockCalls clock;
    private final TroubleCalls trouble;
    private final GameCalls game;

    public Control(Engine sandbox, World world) {
        look = new LookCalls(sandbox, world);
        players = new PlayerCalls(sandbox, world);
        clock = new ClockCalls(sandbox.clock());
        trouble = new TroubleCalls(sandbox);
        game = new GameCalls(sandbox, world);
    }

    /** Never throws: what cannot be is an answer, too. */
    public ControlAnswer answer(ControlRequest request) {
        try {
            Caller.require(request.host(), request.origin());
            return find(request);
        } catch (ApiError e) {
            return ControlAnswer.of(e);
        } catch (IllegalArgumentException e) {
            // The sandbox's own methods say so what does not exist, or cannot be.
            return ControlAnswer.of(
                    e.getCause() instanceof ApiError error
                            ? error
                            : new ApiError(400, ErrorCode.VALIDATION_FAILED, String.valueOf(e.getMessage())));
        } catch (IllegalStateException e) {
            return ControlAnswer.of(ApiError.conflict(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The sandbox failed to answer", e);
            return ControlAnswer.of(new ApiError(500, ErrorCode.INTERNAL_ERROR, "The sandbox failed: " + e));
        }
    }

    private ControlAnswer find(ControlRequest request) {
        String path = request.path().equals("/") ? "" : request.path();
        for (ControlCall call : ControlCall.values()) {
            List<String> values = call.match(path);
            if (values != null && call.method().equals(request.method())) {
                return ControlAnswer.of(carryOut(call, input(request, values)));
            }
        }
        String allowed = ControlCall.allowed(path);
        if (allowed.isEmpty()) {
            throw new ApiError(404, ErrorCode.NOT_FOUND, "There is no such call. GET /sandbox lists those there are.");
        }
        throw new ApiError(405, ErrorCode.of("method_not_allowed"), "This path takes " + allowed + " only.")
                .with("Allow", allowed);
    }

    private static Input input(ControlRequest request, List<String> values) {
        if (request.isOversize()) {
            throw ApiError.invalid("body", "is too long");
        }
        boolean isList = request.body().stripLeading().startsWith("[");
        Body body = Body.parse(
                isList
                        ? "{\"" + Input.LIST + "\":" + request.body() + "}"
                        : request.body().isBlank() ? "{}" : request.body());
        return new Input(values.stream().map(Percent::decode).toList(), new Query(request.query()), body);
    }

    private JsonElement carryOut(ControlCall call, Input input) {
        if (!call.hasBody()) {
            input.only();
        }
        return switch (call) {
            case LIST_CALLS -> ControlCall.describe();
            case GET_STATE -> look.state(input);
            case GET_PLAYER -> players.get(input);
            case LIST_REQUESTS -> look.requests(input);
            case LIST_LEDGER -> look.ledger(input);
            case GET_CLOCK -> clock.get();
            case SET_CLOCK -> clock.set(input);
            case ADVANCE_CLOCK -> clock.advance(input);
            case LIST_TROUBLE -> trouble.list();
            case ADD_TROUBLE -> trouble.add(input);
            case CLEAR_TROUBLE -> trouble.clear();
            case REGISTER -> players.register(input);
            case GRANT -> players.grant(input);
            case CREDIT -> players.credit(input);
            case BAN -> players.ban(input);
            case ROTATE_SECRET -> players.rotateSecret(input);
            case BEFRIEND -> players.befriend(input);
            case OPEN_WINDOW -> game.openWindow(input);
            case CLOSE_WINDOW -> game.closeWindow(input);
            case CLOSE_BOARD -> game.closeBoard(input);
            case FILL_LOBBY -> game.fillLobby(input);
            case CLOSE_LOBBY -> game.closeLobby(input);
            case TICK_BOTS -> game.tickBots();
            case DROP_STREAMS -> game.dropStreams();
            case GO_OFFLINE -> game.goOffline(input);
            case GET_ANSWERS -> game.answers();
            case SET_ANSWERS -> game.setAnswers(input);
            case RESET -> game.reset();
        };
    }

    static JsonObject object(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }
}
