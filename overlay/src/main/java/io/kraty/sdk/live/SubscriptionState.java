package io.kraty.sdk.live;

import io.kraty.sdk.error.KratyException;
import org.jspecify.annotations.Nullable;

/**
 * How current is what a {@link BoardSubscription} or a {@link HoldingsWatch} shows. Immutable; no method blocks.
 *
 * @since 0.1.0
 */
public sealed interface SubscriptionState {
    /** Not current yet: at the beginning, while the {@code Kraty} is paused, and after that until it has caught up. */
    record Connecting() implements SubscriptionState {}

    /** Current: changes are heard as they happen, and whatever happened before has been read. */
    record Live() implements SubscriptionState {}

    /**
     * The stream is lost, so changes are only heard when a read finds them. It is connected again after about a second, then
     * after about twice the time, up to 30 s, or whenever the platform asks for, unless reconnecting was declined.
     *
     * <p>Also while a listener is so far behind, by about a thousand things, that the stream waits for it; and after a read
     * that failed where no stream tells of changes.
     *
     * @param reason why it was lost first
     */
    record Degraded(KratyException reason) implements SubscriptionState {}

    /**
     * Over for good.
     *
     * @param reason what repeating cannot help, such as a refused key or a board that does not exist; null if all is well: the
     *     board is closed or final, or the game closed it
     */
    record Ended(@Nullable KratyException reason) implements SubscriptionState {}
}
