package io.kraty.sdk.store;

import java.nio.file.Path;
import java.time.Duration;

/** Reaches the one setting of a file store that is not public: how long it waits for the lock. */
public final class ImpatientStore {
    private ImpatientStore() {}

    /** Waits for a moment only, so that a test of a lock that is stuck does not take long. */
    public static FileSecretStore on(Path file) {
        return new FileSecretStore(file, Duration.ofMillis(200));
    }

    /** Waits for longer than any test runs, so that whoever comes back was sent back. */
    public static FileSecretStore patient(Path file) {
        return new FileSecretStore(file, Duration.ofHours(1));
    }
}
