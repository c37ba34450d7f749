package io.kraty.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that was answered, or not. Secrets are not recorded.
 *
 * @param id the answer's {@code X-Request-Id}: {@code req_} and a number
 * @param at when it arrived, by the sandbox's clock
 * @param method the HTTP method
 * @param path the path as it was sent, with the query if there was one
 * @param operation the operationId of the API's description, such as {@code debitWallet}; null for an unknown path
 * @param externalPlayerId the player in the path; null where the path names none
 * @param idempotencyKey the key the body carried; null for none
 * @param status the HTTP status that was sent; 0 if nothing was
 * @param processed whether the game carried it out, or refused it by its rules
 * @param replayed whether the answer is that of an earlier request with the same idempotency key
 * @param trouble what was done to it on purpose, in a few words; null for nothing
 * @since 0.1.0
 */
public record RecordedRequest(
        String id,
        Instant at,
        String method,
        String path,
        @Nullable String operation,
        @Nullable String externalPlayerId,
        @Nullable String idempotencyKey,
        int status,
        boolean processed,
        boolean replayed,
        @Nullable String trouble) {}
