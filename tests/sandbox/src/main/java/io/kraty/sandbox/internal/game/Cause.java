package io.kraty.sandbox.internal.game;

import org.jspecify.annotations.Nullable;

/** The request that is being carried out. Guarded by the lock of the world. */
final class Cause {
    private @Nullable String requestId;

    void set(@Nullable String id) {
        requestId = id;
    }

    /** Null while time or somebody outside does something. */
    @Nullable
    String requestId() {
        return requestId;
    }
}
