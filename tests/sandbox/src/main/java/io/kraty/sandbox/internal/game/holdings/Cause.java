package io.kraty.sandbox.internal.game.holdings;

import org.jspecify.annotations.Nullable;

/** The request that is being carried out. Guarded by the lock of the world. */
public final class Cause {
    private @Nullable String requestId;

    public void set(@Nullable String id) {
        requestId = id;
    }

    /** Null while time or somebody outside does something. */
    @Nullable
    String requestId() {
        return requestId;
    }
}
