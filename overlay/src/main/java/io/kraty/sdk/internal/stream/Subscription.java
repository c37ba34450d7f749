package io.kraty.sdk.internal.stream;

import io.kraty.api.runtime.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a stream asks for.
 *
 * @param request the description
 * @param playerSecret the secret of the player in its path; null if there is none
 * @param <E> the events
 */
public record Subscription<E>(
        ApiRequest<E> request, @Nullable String playerSecret) {
    /** What is asked for, without the secret. */
    @Override
    public String toString() {
        return request.toString();
    }
}
