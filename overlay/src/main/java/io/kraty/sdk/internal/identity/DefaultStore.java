package io.kraty.sdk.internal.identity;

import io.kraty.sdk.store.FileSecretStore;
import io.kraty.sdk.store.InMemorySecretStore;
import io.kraty.sdk.store.SecretStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a player is kept if the game does not say: a file in the {@link DefaultPlace}. Thread-safe. */
public final class DefaultStore implements SecretStore {
    private final DefaultPlace<SecretStore> place;

    /** Keeps the players of {@code environment} apart from all others. */
    public DefaultStore(String environment, @Nullable Path directory) {
        this.place =
                new DefaultPlace<>(
                        directory,
                        "",
                        environment,
                        "the player between launches (tried {0}); set a secretStore, or the next launch starts anew") {
                    @Override
                    protected SecretStore inFile(Path file) {
                        return new FileSecretStore(file);
                    }

                    @Override
                    protected SecretStore inMemory() {
                        return new InMemorySecretStore();
                    }
                };
    }

    @Override
    public @Nullable String read(String name) {
        return place.store().read(name);
    }

    @Override
    public void write(String name, String value) {
        place.store().write(name, value);
    }

    @Override
    public void remove(String name) {
        place.store().remove(name);
    }

    @Override
    public String writeIfAbsent(String name, String value) {
        return place.store().writeIfAbsent(name, value);
    }

    /** Where it looks, if the game said; not what is kept. */
    @Override
    public String toString() {
        return "DefaultStore[" + place + "]";
    }
}
