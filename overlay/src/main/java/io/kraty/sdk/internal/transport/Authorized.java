package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, and what allows it: the one object that a player's secret travels in.
 *
 * @param request the description
 * @param playerSecret the secret of the player in its path; null if there is none
 * @param <T> what comes of it
 */
public record Authorized<T>(ApiRequest<T> request, @Nullable String playerSecret) {
    /** What belongs to no player. */
    public static <T> Authorized<T> byTheKey(ApiRequest<T> request) {
        return new Authorized<>(request, null);
    }

    /** The same with an idempotency key, if it is a write. */
    Authorized<T> withKey(String key) {
        return request.isIdempotent() ? new Authorized<>(request.withIdempotencyKey(key), playerSecret) : this;
    }

    /** What is asked, without the secret. */
    @Override
    public String toString() {
        return request.toString();
    }
}
