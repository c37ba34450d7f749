package io.kraty.api.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A request body that can carry an idempotency key. The platform answers a repeated key with the first outcome instead
 * of doing the thing again.
 *
 * @param <T> the body itself
 * @since 0.1.0
 */
public interface Idempotent<T> {
    /** The key this body carries; null for none. */
    @Nullable
    String idempotencyKey();

    /** A copy of this body with {@code key}. */
    T withIdempotencyKey(String key);

    /**
     * The key, or null if it is blank: a key that says nothing is none.
     *
     * @throws IllegalArgumentException if it holds half a surrogate pair: two such keys would arrive as the same one
     */
    static @Nullable String keyOrNone(@Nullable String key) {
        return key == null || key.trim().isEmpty() ? null : Checks.whole("idempotencyKey", key);
    }
}
