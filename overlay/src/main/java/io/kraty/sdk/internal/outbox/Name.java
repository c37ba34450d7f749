package io.kraty.sdk.internal.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one outbox calls itself where several share a store. Made up when it is first asked for: where chance comes from takes a
 * while to open, which nobody should wait for who only makes a client. Thread-safe.
 */
final class Name {
    private @Nullable String name;

    /** The same every time. */
    synchronized String get() {
        String known = name;
        if (known == null) {
            known = UUID.randomUUID().toString();
            name = known;
        }
        return known;
    }
}
