package io.kraty.sdk.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one HTTP attempt was and how it ended, for a game's own telemetry. Holds no key, no secret and no body.
 *
 * @param method the HTTP method
 * @param url the whole URL, query included; it contains the player's external id where the path does
 * @param attempt which attempt of the logical call this was, from 1
 * @param idempotencyKey the key the body carried, the same on every attempt of one call; null for none
 * @param duration from before the connection to after the last byte of the body
 * @param status the HTTP status; null if no whole answer arrived
 * @param ok whether the status was 2xx (also for the 202 that carries {@code lobby_forming})
 */
public record RequestInfo(
        String method,
        String url,
        int attempt,
        @Nullable String idempotencyKey,
        Duration duration,
        @Nullable Integer status,
        boolean ok) {}
