package io.kraty.sdk.store;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the SDK keeps what {@code kraty.outbox()} has accepted: named texts, nothing more. There is no key and no secret in it,
 * but what the game itself puts into a request is.
 *
 * <p>The SDK chooses the names; they hold the environment (API key prefix and host), so one store can serve test and live
 * builds. Whatever {@link #update} throws while something is accepted reaches the game, as a
 * {@code KratyOutboxException}: nothing was accepted then.
 *
 * <p>All methods may block. The SDK calls them on the thread of whoever sends by the outbox, before that returns, and on
 * threads of its own.
 *
 * @since 0.1.0
 */
public interface OutboxStore {
    /** The text under {@code name}; null if there is none. */
    @Nullable
    String read(String name);

    /**
     * Replaces the text under {@code name} in one step, so that of two changes at the same time neither is lost. When it
     * returns, the text survives a crash.
     *
     * @param change gets what is there, null for nothing, and gives what should be there, null for nothing; may be asked
     *     several times
     */
    void update(String name, UnaryOperator<@Nullable String> change);
}
