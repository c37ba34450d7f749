package io.kraty.sdk.live;

import io.kraty.sdk.error.KratyException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes on in the background until it is closed, without a thread of its own. It survives what may
 * pass (no network, an overloaded platform, a secret store that cannot be read), waits as long as the platform
 * asks to, and ends by itself at what will not: a refused key or secret, the end of its {@code Kraty}.
 * Thread-safe; its methods never block.
 *
 * @since 0.1.0
 */
public interface BackgroundTask extends AutoCloseable {
    /** Whether it still goes on. */
    boolean isRunning();

    /** Why it ended by itself; empty if it did not. */
    Optional<KratyException> failure();

    /**
     * Completes when it is over: normally after {@link #close()} (or that of the {@code Kraty}), else with
     * {@link #failure()}; where the {@code callbackExecutor} says. It is the same for all: completing or cancelling it, or giving
     * it a time limit, changes nothing; its {@code copy()} is the caller's.
     */
    CompletableFuture<@Nullable Void> completion();

    /** Ends it, also in the middle of a pause or a request. Idempotent. */
    @Override
    void close();
}
