package io.kraty.sdk.store;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the player for as long as the process lives: for tests and bots. Thread-safe; never blocks.
 *
 * @since 0.1.0
 */
public final class InMemorySecretStore implements SecretStore {
    private final ConcurrentHashMap<String, String> values = new ConcurrentHashMap<>();

    /** Starts empty. */
    public InMemorySecretStore() {}

    @Override
    public @Nullable String read(String name) {
        return values.get(name);
    }

    @Override
    public void write(String name, String value) {
        values.put(name, value);
    }

    @Override
    public void remove(String name) {
        values.remove(name);
    }

    @Override
    public String writeIfAbsent(String name, String value) {
        String existing = values.putIfAbsent(name, value);
        return existing == null ? value : existing;
    }

    @Override
    public boolean replace(String name, String expected, String value) {
        return values.replace(name, expected, value);
    }

    /** How much it holds, not what. */
    @Override
    public String toString() {
        return "InMemorySecretStore[" + values.size() + " values]";
    }
}
