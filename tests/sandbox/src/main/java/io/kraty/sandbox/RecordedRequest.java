package io.kraty.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A request that was answered. Secrets are not recorded.
 *
 * @param method the HTTP method
 * @param path the path as it was sent, with the query if there was one
 * @param status the HTTP status of the answer
 * @param idempotencyKey the key the body carried; null for none
 * @param externalPlayerId the player in the path; null where the path names none
 */
public record RecordedRequest(
        String method,
        String path,
        int status,
        @Nullable String idempotencyKey,
        @Nullable String externalPlayerId) {}
