package io.kraty.sandbox.internal.http;

import io.kraty.api.model.ErrorEnvelope;
import io.kraty.sandbox.internal.game.base.ApiError;
import java.util.Map;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param headers headers of this answer in particular
 * @param body the JSON text
 * @param replay the JSON text for a repetition with the same idempotency key
 * @param isReplay whether this is such a repetition
 */
record Answer(int status, Map<String, String> headers, String body, String replay, boolean isReplay) {
    static Answer of(ApiError error) {
        String body = ErrorEnvelope.Adapter.INSTANCE.toJson(error.envelope());
        return new Answer(error.status(), error.headers(), body, body, false);
    }

    Answer replayed() {
        return new Answer(status, headers, replay, replay, true);
    }
}
