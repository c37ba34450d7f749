package io.kraty.sdk.internal.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Uses a file, and throws unchecked what comes of it. */
public interface OnDisk {
    /** Uses the file. */
    @Nullable
    String run() throws IOException, InterruptedException;

    /** Does {@code access}; after an interrupt, the thread stays interrupted. */
    static @Nullable String use(String what, ValuesFile file, OnDisk access) {
        try {
            return access.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting");
            interrupted.initCause(e);
            throw new UncheckedIOException("cannot " + what + " " + file, interrupted);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot " + what + " " + file, e);
        }
    }
}
