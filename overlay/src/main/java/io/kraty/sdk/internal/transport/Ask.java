package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Exchange} is asked for. Immutable but for what it is under way in.
 *
 * @param what what to send
 * @param attempt which attempt this is, from 1
 * @param timeout how long one attempt may take
 * @param totalTimeout how long all of them may take, with their pauses; null for no limit
 * @param underway the call that this belongs to, which may end early
 */
record Ask(
        Authorized<?> what,
        int attempt,
        Duration timeout,
        @Nullable Duration totalTimeout,
        Underway underway) {
    ApiRequest<?> request() {
        return what.request();
    }

    Ask withKey(String key) {
        return new Ask(what.withKey(key), attempt, timeout, totalTimeout, underway);
    }

    Ask attempt(int number, Duration limit) {
        return new Ask(what, number, limit, totalTimeout, underway);
    }

    /** What is asked, without the secret. */
    @Override
    public String toString() {
        return what.toString();
    }
}
