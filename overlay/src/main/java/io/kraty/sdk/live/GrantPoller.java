package io.kraty.sdk.live;

import io.kraty.sdk.error.KratyException;
import java.util.Optional;

/**
 * Watches for grants until it is closed, on a thread of its own. It survives what may pass (no network, an overloaded
 * platform) and stops by itself at what will not: a refused key or secret, a store that fails, the end of the SDK.
 * Thread-safe; its methods never block.
 */
public interface GrantPoller extends AutoCloseable {
    /** Whether it still watches. */
    boolean isRunning();

    /** Why it stopped by itself; empty if it did not. */
    Optional<KratyException> failure();

    /** Stops watching, also in the middle of a pause. Idempotent. */
    @Override
    void close();
}
