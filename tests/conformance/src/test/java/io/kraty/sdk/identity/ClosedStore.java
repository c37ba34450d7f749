package io.kraty.sdk.identity;

import io.kraty.sdk.store.SecretStore;

/** Fails the test that touches it. */
final class ClosedStore implements SecretStore {
    @Override
    public String read(String name) {
        throw new AssertionError("read " + name);
    }

    @Override
    public void write(String name, String value) {
        throw new AssertionError("wrote " + name);
    }

    @Override
    public void remove(String name) {
        throw new AssertionError("removed " + name);
    }
}
