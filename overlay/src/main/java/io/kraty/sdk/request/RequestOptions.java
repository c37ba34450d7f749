package io.kraty.sdk.request;

import io.kraty.api.runtime.Checks;
import io.kraty.api.runtime.Idempotent;
import io.kraty.sdk.internal.concurrent.Durations;
import io.kraty.sdk.internal.text.GameHeaders;
import io.kraty.sdk.internal.text.HeaderValues;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is different about one call. Immutable: each setter returns a changed copy.
 *
 * <pre>{@code
 * kraty.with(RequestOptions.none().idempotencyKey(purchaseId)).wallet().debit("gold", 100);
 * }</pre>
 *
 * @since 0.1.0
 */
public final class RequestOptions {
    private static final RequestOptions NONE = new RequestOptions(null, null, null, null, null, Map.of());

    private final @Nullable String player;
    private final @Nullable String playerSecret;
    private final @Nullable String idempotencyKey;
    private final @Nullable Duration timeout;
    private final @Nullable Duration totalTimeout;
    private final Map<String, String> headers;

    private RequestOptions(
            @Nullable String player,
            @Nullable String playerSecret,
            @Nullable String idempotencyKey,
            @Nullable Duration timeout,
            @Nullable Duration totalTimeout,
            Map<String, String> headers) {
        this.player = player;
        this.playerSecret = playerSecret;
        this.idempotencyKey = idempotencyKey;
        this.timeout = timeout;
        this.totalTimeout = totalTimeout;
        this.headers = headers;
    }

    /** Nothing is different. */
    public static RequestOptions none() {
        return NONE;
    }

    /**
     * The call is about another player than the active one. Nobody is registered or stored for it, and the active player's
     * secret is not sent along; see {@link #playerSecret(String)}.
     *
     * @param externalPlayerId the other player's id
     * @throws IllegalArgumentException if the id is empty, {@code .}, {@code ..} or holds control characters
     */
    public static RequestOptions as(String externalPlayerId) {
        return new RequestOptions(
                Checks.pathSegment("externalPlayerId", externalPlayerId), null, null, null, null, Map.of());
    }

    /**
     * The secret of the player named with {@link #as}.
     *
     * @throws IllegalArgumentException if it is blank or cannot stand in a header
     * @throws IllegalStateException if no other player was named
     */
    public RequestOptions playerSecret(String secret) {
        if (player == null) {
            throw new IllegalStateException("playerSecret belongs to RequestOptions.as(…)");
        }
        return new RequestOptions(
                player, HeaderValues.check("playerSecret", secret), idempotencyKey, timeout, totalTimeout, headers);
    }

    /**
     * The idempotency key of a write, instead of a fresh one. Use it to repeat a call whose outcome is unknown, or to tie
     * a call to something of the game's own. A blank key counts as none; reads ignore it.
     *
     * @throws IllegalArgumentException if it holds half a surrogate pair
     */
    public RequestOptions idempotencyKey(String key) {
        return new RequestOptions(player, playerSecret, Idempotent.keyOrNone(key), timeout, totalTimeout, headers);
    }

    /**
     * How long one attempt may take, instead of {@code timeout} in the options of the SDK.
     *
     * @throws IllegalArgumentException if it is under 1 ms
     */
    public RequestOptions timeout(Duration timeout) {
        return new RequestOptions(
                player, playerSecret, idempotencyKey, Durations.positive("timeout", timeout), totalTimeout, headers);
    }

    /**
     * How long the call may take with all its attempts and waits, instead of
     * {@code totalTimeout} in the options of the SDK.
     *
     * @throws IllegalArgumentException if it is under 1 ms
     */
    public RequestOptions totalTimeout(Duration totalTimeout) {
        return new RequestOptions(
                player,
                playerSecret,
                idempotencyKey,
                timeout,
                Durations.positive("totalTimeout", totalTimeout),
                headers);
    }

    /**
     * A header to send along, such as {@code traceparent}: on every attempt, and on the stream if one is opened. One of the same
     * name is replaced, whatever its case. A first call that has to register the player does that without it, since all calls
     * share the registration.
     *
     * <p>Not for secrets: what goes out so is in no text of the SDK's, but a proxy may repeat it on a page that is quoted in
     * a message.
     *
     * @throws IllegalArgumentException if the name is none, or one that says who asks, what for, or how it travels
     *     ({@code Authorization}, {@code Cookie}, {@code Host}, {@code Accept}, {@code Content-…}, {@code If-…}, {@code Connection},
     *     the SDK's own, and the like); or if the value is blank, begins or ends with white space, or holds anything but visible
     *     ASCII and spaces
     */
    public RequestOptions header(String name, String value) {
        return headers(Map.of(GameHeaders.checkName(name), GameHeaders.checkValue(name, value)));
    }

    /**
     * Several headers, as from a propagator of traces; each as in {@link #header}.
     *
     * @throws IllegalArgumentException as from {@link #header}
     */
    public RequestOptions headers(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        Checks.present("headers", more)
                .forEach((name, value) -> all.put(GameHeaders.checkName(name), GameHeaders.checkValue(name, value)));
        return new RequestOptions(
                player, playerSecret, idempotencyKey, timeout, totalTimeout, Collections.unmodifiableMap(all));
    }

    /** The player named with {@link #as}; null for the active one. */
    public @Nullable String player() {
        return player;
    }

    /** The secret of {@link #player()}; null for none. It is in no {@link #toString()}. */
    public @Nullable String playerSecret() {
        return playerSecret;
    }

    /**
     * The same, and where these say nothing what {@code others} say. A player and the secret go together; headers are told apart by
     * their names.
     */
    public RequestOptions orElse(RequestOptions others) {
        Checks.present("others", others);
        return new RequestOptions(
                player == null ? others.player : player,
                player == null ? others.playerSecret : playerSecret,
                idempotencyKey == null ? others.idempotencyKey : idempotencyKey,
                timeout == null ? others.timeout : timeout,
                totalTimeout == null ? others.totalTimeout : totalTimeout,
                headers.isEmpty() ? others.headers : others.headers(headers).headers);
    }

    /** The caller's idempotency key; null for a fresh one. */
    public @Nullable String idempotencyKey() {
        return idempotencyKey;
    }

    /** How long one attempt may take; null for the client's setting. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** How long the call may take in all; null for the client's setting. */
    public @Nullable Duration totalTimeout() {
        return totalTimeout;
    }

    /** The headers to send along, in the order of their names. Unmodifiable. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What is set, without the secret and the values of headers. */
    @Override
    public String toString() {
        return "RequestOptions[as=" + player + ", playerSecret=" + (playerSecret == null ? "none" : "(hidden)")
                + ", idempotencyKey=" + idempotencyKey + ", timeout=" + timeout + ", totalTimeout=" + totalTimeout
                + ", headers=" + headers.keySet() + "]";
    }
}
