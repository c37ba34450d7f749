package io.kraty.sdk.internal.transport;

import io.kraty.api.runtime.ApiRequest;
import io.kraty.sdk.error.KratyException;
import io.kraty.sdk.error.KratyNetworkException;
import io.kraty.sdk.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link Exchange} is asked for. Immutable but for what it is under way in.
 *
 * @param what what to send
 * @param attempt which attempt this is, from 1
 * @param before what is known of the attempts before it
 * @param waited how long this attempt was held back
 * @param timeout how long one attempt may take
 * @param totalTimeout how long all of them may take, with their pauses; null for no limit
 * @param underway the call that this belongs to, which may end early
 */
record Ask(
        Authorized<?> what,
        int attempt,
        Outcome before,
        Duration waited,
        Duration timeout,
        @Nullable Duration totalTimeout,
        Underway underway) {
    ApiRequest<?> request() {
        return what.request();
    }

    Ask withKey(String key) {
        return new Ask(what.withKey(key), attempt, before, waited, timeout, totalTimeout, underway);
    }

    /** The same as attempt {@code number}, after one that ended with {@code last}; null for none. */
    Ask attempt(int number, @Nullable KratyException last) {
        Outcome known = last == null ? Outcome.NOT_SENT : last.outcome();
        return number == attempt && known == before
                ? this
                : new Ask(what, number, known, waited, timeout, totalTimeout, underway);
    }

    /** The same, after so long a wait, and with so much time. */
    Ask now(Duration heldBack, Duration limit) {
        return heldBack.isZero() && waited.isZero() && limit.equals(timeout)
                ? this // as most are
                : new Ask(what, attempt, before, heldBack, limit, totalTimeout, underway);
    }

    /** Why this attempt is not made. */
    KratyNetworkException notMade(String why, @Nullable Throwable cause) {
        return new KratyNetworkException(why, attempt, cause, before, what.repeatKey());
    }

    /** What is asked, without the secret. */
    @Override
    public String toString() {
        return what.toString();
    }
}
