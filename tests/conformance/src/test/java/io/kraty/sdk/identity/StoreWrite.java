package io.kraty.sdk.identity;

import io.kraty.sdk.store.FileSecretStore;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** One write of another copy of the SDK, under the name it is told. */
public final class StoreWrite implements BiConsumer<Path, String> {
    @Override
    public void accept(Path file, String name) {
        new FileSecretStore(file).write(name, "value");
    }
}
