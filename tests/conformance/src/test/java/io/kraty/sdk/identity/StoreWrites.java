package io.kraty.sdk.identity;

import io.kraty.sdk.store.FileSecretStore;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** What one of several copies of the SDK does with a file: many writes, under names that begin as it is told. */
public final class StoreWrites implements BiConsumer<Path, String> {
    static final int WRITES = 200;

    @Override
    public void accept(Path file, String prefix) {
        FileSecretStore store = new FileSecretStore(file);
        for (int i = 0; i < WRITES; i++) {
            store.write(prefix + i, "value");
        }
    }
}
