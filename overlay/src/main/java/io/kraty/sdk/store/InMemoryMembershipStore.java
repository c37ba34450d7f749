package io.kraty.sdk.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps memberships as long as the process runs: for tests, and where nothing may be written. Thread-safe; never blocks.
 *
 * @since 0.1.0
 */
public final class InMemoryMembershipStore implements MembershipStore {
    private final ConcurrentHashMap<String, String> values = new ConcurrentHashMap<>();

    /** Starts empty. */
    public InMemoryMembershipStore() {}

    @Override
    public @Nullable String read(String name) {
        return values.get(name);
    }

    @Override
    public void update(String name, UnaryOperator<@Nullable String> change) {
        values.compute(name, (key, value) -> change.apply(value));
    }

    /** How much it holds, not what. */
    @Override
    public String toString() {
        return "InMemoryMembershipStore[" + values.size() + " values]";
    }
}
