package io.kraty.sandbox.internal.http;

import com.google.gson.TypeAdapter;
import io.kraty.api.model.ErrorEnvelope;
import io.kraty.sandbox.internal.game.ApiError;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param body the JSON text
 * @param replay the JSON text for a repetition with the same idempotency key
 * @param isReplay whether this is such a repetition
 */
record Answer(int status, String body, String replay, boolean isReplay) {
    static <T> Answer of(int status, TypeAdapter<T> adapter, T envelope) {
        return of(status, adapter, envelope, envelope);
    }

    static <T> Answer of(int status, TypeAdapter<T> adapter, T envelope, T replayed) {
        return new Answer(status, adapter.toJson(envelope), adapter.toJson(replayed), false);
    }

    static Answer of(ApiError error) {
        return of(error.status(), ErrorEnvelope.Adapter.INSTANCE, error.envelope());
    }

    Answer replayed() {
        return new Answer(status, replay, replay, true);
    }
}
