package io.kraty.sample;

import io.kraty.sdk.store.SecretStore;
import org.jspecify.annotations.Nullable;

/**
 * A secret store of the game's own. This one only passes on; where an account is worth stealing, it would encrypt,
 * or be the platform's keychain.
 */
final class Vault implements SecretStore {
    private final SecretStore inner;

    Vault(SecretStore inner) {
        this.inner = inner;
    }

    @Override
    public @Nullable String read(String name) {
        return inner.read(name);
    }

    @Override
    public void write(String name, String value) {
        inner.write(name, value);
    }

    @Override
    public void remove(String name) {
        inner.remove(name);
    }

    @Override
    public String writeIfAbsent(String name, String value) {
        return inner.writeIfAbsent(name, value);
    }
}
