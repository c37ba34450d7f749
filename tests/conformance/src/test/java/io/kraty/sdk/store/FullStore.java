package io.kraty.sdk.store;

/** What another store keeps, on a disk that is full: it can be read, and takes nothing any more. */
public final class FullStore implements SecretStore {
    private final SecretStore store;

    public FullStore(SecretStore store) {
        this.store = store;
    }

    @Override
    public String read(String name) {
        return store.read(name);
    }

    @Override
    public void write(String name, String value) {
        throw new IllegalStateException("the disk is full");
    }

    @Override
    public void remove(String name) {
        throw new IllegalStateException("the disk is full");
    }

    @Override
    public String writeIfAbsent(String name, String value) {
        throw new IllegalStateException("the disk is full");
    }

    @Override
    public boolean replace(String name, String expected, String value) {
        throw new IllegalStateException("the disk is full");
    }
}
