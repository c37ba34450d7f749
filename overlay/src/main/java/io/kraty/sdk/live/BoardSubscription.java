package io.kraty.sdk.live;

/**
 * A board that is kept current until it is closed, is final, or cannot be read any more. It connects again when its stream
 * is lost or silent, and reads what was missed before it says that it is {@link SubscriptionState.Live}. While the
 * {@code Kraty} is paused it has no connection. Whether it is final is for its stream to say, or for reads that go on saying
 * so for some seconds.
 *
 * <p>A board that the studio configured has no stream: reads alone keep it current, so it is {@code Live} after each that
 * succeeds and {@link SubscriptionState.Degraded} after one that fails.
 *
 * <p>Thread-safe; no method blocks.
 *
 * @since 0.1.0
 */
public interface BoardSubscription extends AutoCloseable {
    /** The board as far as it is known now. Costs next to nothing: call it every frame and look at its version. */
    BoardView board();

    /** How current that is. */
    SubscriptionState state();

    /** Ends it at once: nothing is told any more that has not begun by now. Idempotent. */
    @Override
    void close();
}
