package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, and what allows it: the one object that a player's secret travels in.
 *
 * @param request the description
 * @param playerSecret the secret of the player in its path; null if there is none
 * @param headers what the game wants in its headers besides
 * @param isAside whether it is asked only so that something else can be, which is not sent if this fails
 * @param since since when the platform may know its key, if that must make it happen once; else null
 * @param isWanted whether it may still be sent, asked before each attempt
 * @param <T> what comes of it
 */
public record Authorized<T>(
        ApiRequest<T> request,
        @Nullable String playerSecret,
        Map<String, String> headers,
        boolean isAside,
        @Nullable Instant since,
        BooleanSupplier isWanted) {
    /** What is asked for itself. */
    public Authorized(ApiRequest<T> request, @Nullable String playerSecret) {
        this(request, playerSecret, Map.of(), false, null, () -> true);
    }

    /** What belongs to no player. */
    public static <T> Authorized<T> byTheKey(ApiRequest<T> request) {
        return new Authorized<>(request, null);
    }

    /** The same, for the sake of something else. */
    public Authorized<T> aside() {
        return new Authorized<>(request, playerSecret, headers, true, since, isWanted);
    }

    /** The same, and not sent once the platform may have forgotten its key, which it knows since then. */
    public Authorized<T> since(@Nullable Instant known) {
        return new Authorized<>(request, playerSecret, headers, isAside, known, isWanted);
    }

    /** The same, and not sent, or sent again, once it is not wanted any more. */
    public Authorized<T> whileWanted(BooleanSupplier wanted) {
        return new Authorized<>(request, playerSecret, headers, isAside, since, wanted);
    }

    /** The same with {@code others} for its headers. */
    public Authorized<T> with(Map<String, String> others) {
        return others.isEmpty() ? this : new Authorized<>(request, playerSecret, others, isAside, since, isWanted);
    }

    /** The key to repeat what the game asked for; null if this is something else. */
    @Nullable
    String repeatKey() {
        return isAside ? null : request.idempotencyKey();
    }

    /** The same with an idempotency key, if it is a write. */
    Authorized<T> withKey(String key) {
        return request.isIdempotent()
                ? new Authorized<>(request.withIdempotencyKey(key), playerSecret, headers, isAside, since, isWanted)
                : this;
    }

    /** What is asked, without the secret. */
    @Override
    public String toString() {
        return request.toString();
    }
}
