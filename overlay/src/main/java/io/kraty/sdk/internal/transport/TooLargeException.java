package io.kraty.sdk.internal.transport;

import java.io.IOException;

/** An answer, or a part of it, is larger than what is read. Its message completes "answered with …". */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Larger than what: {@code what} says both. */
    public TooLargeException(String what) {
        super(what);
    }
}
