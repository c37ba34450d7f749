package io.kraty.sandbox.junit;

import io.kraty.sandbox.KratySandbox;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A sandbox that starts when somebody asks for it, so that a test which does not costs nothing. */
final class SharedSandbox implements AutoCloseable {
    private final Supplier<KratySandbox> start;
    private @Nullable KratySandbox running;

    SharedSandbox(Supplier<KratySandbox> start) {
        this.start = start;
    }

    synchronized KratySandbox get() {
        KratySandbox sandbox = running;
        if (sandbox == null) {
            sandbox = start.get();
            running = sandbox;
        }
        return sandbox;
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.close();
        }
    }
}
