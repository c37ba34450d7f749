package io.kraty.sdk.live;

import io.kraty.api.model.ItemHolding;
import io.kraty.api.model.WalletHolding;
import java.util.Map;

/**
 * What a player holds, kept current until it is closed or cannot be read any more. It connects again when its stream is lost
 * or silent, and reads everything before it says that it is {@link SubscriptionState.Live}; after that it reads only if a
 * change does not follow from what is held, and about every 15 s while it is {@link SubscriptionState.Degraded}. While the {@code Kraty} is paused it has no connection.
 *
 * <p>It stays with the player it was opened for, also after {@code signIn} and {@code logout}. Thread-safe; no method blocks.
 *
 * @since 0.1.0
 */
public interface HoldingsWatch extends AutoCloseable {
    /** What the player holds as far as it is known now. Costs next to nothing: call it every frame and look at its version. */
    Holdings holdings();

    /** The items of {@link #holdings()}, by item key. */
    default Map<String, ItemHolding> items() {
        return holdings().items();
    }

    /** The balances of {@link #holdings()}, by economy key. */
    default Map<String, WalletHolding> balances() {
        return holdings().balances();
    }

    /** How current that is. */
    SubscriptionState state();

    /** Ends it at once: nothing is told any more that has not begun by now. Idempotent. */
    @Override
    void close();
}
