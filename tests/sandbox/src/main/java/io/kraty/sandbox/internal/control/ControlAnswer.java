package io.kraty.sandbox.internal.control;

import com.google.gson.JsonElement;
import io.kraty.api.model.ErrorEnvelope;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.util.Map;

/**
 * What comes back.
 *
 * @param status the HTTP status
 * @param headers its headers, without the type
 * @param body the JSON
 */
public record ControlAnswer(int status, Map<String, String> headers, JsonElement body) {
    static ControlAnswer of(JsonElement body) {
        return new ControlAnswer(200, Map.of(), body);
    }

    /** In the shape that the platform's errors have. */
    static ControlAnswer of(ApiError error) {
        return new ControlAnswer(
                error.status(), error.headers(), ErrorEnvelope.Adapter.INSTANCE.toJsonTree(error.envelope()));
    }
}
