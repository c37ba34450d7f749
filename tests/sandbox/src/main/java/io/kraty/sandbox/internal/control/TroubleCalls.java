package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kraty.api.model.ErrorCode;
import io.kraty.sandbox.GameFileException;
import io.kraty.sandbox.Trouble;
import io.kraty.sandbox.internal.engine.Engine;
import io.kraty.sandbox.internal.file.TroubleFile;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What goes wrong on purpose. */
final class TroubleCalls {
    private final Engine sandbox;

    TroubleCalls(Engine sandbox) {
        this.sandbox = sandbox;
    }

    JsonElement list() {
        return Control.object("trouble", TroubleView.of(sandbox.trouble()));
    }

    JsonElement add(Input input) {
        JsonObject body = input.body().json();
        JsonElement wanted = body.has(Input.LIST) ? body.get(Input.LIST) : body;
        sandbox.addTrouble(read(Views.text(wanted)));
        return list();
    }

    JsonElement clear() {
        sandbox.clearTrouble();
        return list();
    }

    /** Read as a file is, so that what is wrong is said in the same words. */
    private static List<Trouble> read(String json) {
        try {
            return TroubleFile.read(json, "trouble");
        } catch (GameFileException e) {
            Map<String, String> details = new LinkedHashMap<>();
            e.problems()
                    .forEach(problem -> details.merge(
                            problem.path().isEmpty() ? "body" : problem.path(),
                            problem.message(),
                            (one, other) -> one + "; " + other));
            String all = details.entrySet().stream()
                    .map(problem -> problem.getKey() + " " + problem.getValue())
                    .collect(Collectors.joining("; "));
            throw new ApiError(400, ErrorCode.VALIDATION_FAILED, "The request is not valid: " + all + ".", details);
        }
    }
}
