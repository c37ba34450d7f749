package io.kraty.sdk.store;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the SDK keeps which boards players are on, so that results reach a game that was not running: named texts, nothing
 * more. There is nothing secret in it.
 *
 * <p>The SDK chooses the names, one per player; they hold the environment (API key prefix and host), so one store
 * can serve test and live builds. Whatever it throws does not undo what the platform did: the call goes on, and
 * one warning is logged.
 *
 * <p>All methods may block. The SDK calls them from any thread: on that of whoever starts, joins or scores, before
 * that returns, and on threads of its own, where it also repeats a change that an interrupt has ended.
 *
 * @since 0.1.0
 */
public interface MembershipStore {
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
