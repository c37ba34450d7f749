package io.kraty.sdk.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one HTTP attempt was and how it ended, for a game's own telemetry. Holds no key, no secret and no body. Only the SDK
 * makes them; a later version may know more.
 *
 * <p>{@code operation}, {@code pathTemplate}, {@code attempt}, {@code status} and {@code outcomeCode} take few values, and none that
 * tells who plays: they are fit for the labels of a metric. {@code url} and {@code idempotencyKey} are not.
 *
 * <p>The outcome code is the same word that the game's code would look at:
 *
 * <ul>
 *   <li>{@code ok}: the platform answered, and sense could be made of it
 *   <li>the {@linkplain io.kraty.api.model.KratyErrorCode#value code on the wire} of the {@code KratyApiException} otherwise, such as
 *       {@code no_active_window}; {@code internal_error} also stands for what is not the platform's, such as the page of a proxy or a
 *       success that cannot be read; {@code unrecognized} for every code that this version does not know
 *   <li>{@code timeout}: no whole answer in time
 *   <li>{@code network}: no whole answer for another reason
 *   <li>{@code too_large}: more than is read
 *   <li>{@code interrupted}, {@code closed}: ended by the game, by an interrupt or a cancelled future, or by {@code close()}
 *   <li>{@code error}: code of the game's that reads the answer threw
 * </ul>
 *
 * @param operation the name of the operation in the API description, such as {@code debitWallet}
 * @param method the HTTP method
 * @param pathTemplate the path with names instead of values, such as
 *     {@code /sdk/v1/players/{externalPlayerId}/wallet}
 * @param url the whole URL, query included; it contains the player's external id where the path does
 * @param attempt which attempt of the logical call this was, from 1
 * @param waited how long it was held back: the pause after the attempt before, and the time in which the game was
 *     paused; zero for an ordinary first attempt
 * @param idempotencyKey the key the body carried, the same on every attempt of one call; null for none
 * @param duration from before the connection to after the last byte of the body, {@code waited} not included
 * @param bytesSent how much content went out: JSON, without headers and framing; an interceptor of the game's that compresses
 *     makes it less
 * @param bytesReceived how much content came in, as it came: compressed if the answer was, without headers and framing,
 *     also if it broke off
 * @param status the HTTP status; null if no whole answer arrived
 * @param ok whether the status was 2xx (also for the 202 that carries {@code lobby_forming}, which {@code outcomeCode} tells apart)
 * @param outcomeCode how it ended, in one of the words above
 * @param retriesLeft how many retries the {@linkplain KratyRetryConfig budget} of all calls held when it began; null if there is no
 *     budget. An attempt that could be repeated and ended badly at 0 was the last of its call
 * @since 0.1.0
 */
public record RequestInfo(
        String operation,
        String method,
        String pathTemplate,
        String url,
        int attempt,
        Duration waited,
        @Nullable String idempotencyKey,
        Duration duration,
        long bytesSent,
        long bytesReceived,
        @Nullable Integer status,
        boolean ok,
        String outcomeCode,
        @Nullable Integer retriesLeft) {}
